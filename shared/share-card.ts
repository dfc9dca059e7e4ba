/** Share cards: the closed lists a card is made of, and the address of its picture. */
import { loops, personas, subjects } from "./vocabulary.ts";

/** Counts up whenever a card would look different or a list below changes: see docs/decisions. */
export const cardTemplateVersion = 2;

/** In pixels. */
export const cardSize = { width: 1200, height: 630 } as const;

/** `any` is for links that lead to no deck. */
export const cardSubjects = [...subjects, "any"] as const;
/** Right answers of five. 0 shows no score: nobody's weak day becomes a public picture. */
export const cardScores = [0, 2, 3, 4, 5] as const;
/** Days in a row, at least; 0 shows no streak. */
export const cardStreaks = [0, 3, 7, 14, 30] as const;

/** The schema of a card: what is in none of these lists cannot reach one. */
export const cardLists = {
  persona: personas,
  loop: loops,
  subject: cardSubjects,
  score: cardScores,
  streakDays: cardStreaks,
} as const;

type Lists = typeof cardLists;
export type CardFields = { readonly [Name in keyof Lists]: Lists[Name][number] };

const names = Object.keys(cardLists) as (keyof Lists)[];

/** How many different cards there are. */
export const cardCount = names.reduce((count, name) => count * cardLists[name].length, 1);

/** The card of an invitation that says nothing of a result; also the fallback's. */
export const plainCard: CardFields = {
  persona: "student",
  loop: "buddy_challenge",
  subject: "any",
  score: 0,
  streakDays: 0,
};

/** Crockford's base32 in lowercase. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const numberLength = 3;
const checkLength = 12;
const hashForm = new RegExp(`^[${alphabet}]{${numberLength + checkLength}}$`);
const pathForm = /^\/og\/([^/]+)\.png$/;

/** The card's place in the list of all cards. Throws RangeError for what is in none of the lists. */
function cardNumber(fields: CardFields): number {
  return names.reduce((number, name) => {
    const list: readonly unknown[] = cardLists[name];
    const place = list.indexOf(fields[name]);
    if (place < 0) throw new RangeError(`no card has such a ${name}`);
    return number * list.length + place;
  }, 0);
}

/** The card at a place below `cardCount`. */
export function cardAt(number: number): CardFields {
  let rest = number;
  const entries = names.toReversed().map((name) => {
    const list: readonly unknown[] = cardLists[name];
    const value = list[rest % list.length];
    rest = Math.floor(rest / list.length);
    return [name, value];
  });
  return Object.fromEntries(entries);
}

/** 60 bits of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), as 12 characters. */
function checkOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of text) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(char.charCodeAt(0))) * 0x100000001b3n);
  }
  return base32(hash, checkLength);
}

function base32(value: bigint, length: number): string {
  let text = "";
  for (let i = 0; i < length; i++) text += alphabet[Number((value >> BigInt(5 * i)) & 31n)];
  return text;
}

/**
 * The name of a card's picture: its number, and a hash of template version and fields. No secret:
 * whoever works one out gets a card that everybody may have. Throws RangeError like `cardPath`.
 */
export function cardFieldsHash(fields: CardFields): string {
  const number = cardNumber(fields);
  const values = names.map((name) => `${name}=${fields[name]}`).join("&");
  return base32(BigInt(number), numberLength) + checkOf(`card.v${cardTemplateVersion}?${values}`);
}

/** The picture's path. Throws RangeError where a field is not of its list. */
export function cardPath(fields: CardFields): string {
  return `/og/${cardFieldsHash(fields)}.png`;
}

export type CardAddress =
  | { status: "card"; hash: string; fields: CardFields }
  /** Of the right form, yet no card of this template: perhaps one of an older one. */
  | { status: "other"; hash: string }
  | { status: "unknown" };

/** What a path under /og asks for. */
export function readCardPath(path: string): CardAddress {
  const hash = pathForm.exec(path)?.[1] ?? "";
  if (!hashForm.test(hash)) return { status: "unknown" };
  let number = 0;
  for (let i = numberLength - 1; i >= 0; i--)
    number = number * 32 + alphabet.indexOf(hash[i] ?? "");
  if (number >= cardCount) return { status: "other", hash };
  const fields = cardAt(number);
  return cardFieldsHash(fields) === hash
    ? { status: "card", hash, fields }
    : { status: "other", hash };
}

/** The band a result falls into, whatever number of questions its deck has. */
export function cardScoreOf(score: number, total: number): CardFields["score"] {
  const ofFive = total > 0 ? Math.floor((score / total) * 5) : 0;
  return cardScores.findLast((band) => band <= ofFive) ?? 0;
}

/** The band of a streak of so many days. */
export function cardStreakOf(days: number): CardFields["streakDays"] {
  return cardStreaks.findLast((band) => band <= days) ?? 0;
}
