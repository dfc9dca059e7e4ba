/** Cookies that somebody changed, forged, swapped or kept too long: none may engage or be credited. */
import { sql } from "drizzle-orm";
import { toUuid } from "#shared/ids.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";
import { sealText } from "#workers/platform/sealed-value.ts";
import { userAgent } from "../bench/browser.ts";
import type { Findings } from "./attack-shape.ts";
import type { AttackWorld } from "./attack-world.ts";

const deckId = "alg-expressions";
const parallel = 16;

interface Pair {
  attrib: string;
  vid: string;
}

const flipAt = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);

/** A browser that followed the link honestly. */
async function honestPair(world: AttackWorld): Promise<Pair> {
  const response = await fetch(`${world.url}/sl/${world.link.code}`, {
    headers: { "User-Agent": userAgent },
    redirect: "manual",
  });
  const value = (name: string) => {
    const line = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
    return decodeURIComponent(line?.slice(name.length + 1).split(";", 1)[0] ?? "");
  };
  return { attrib: value("vt_attrib"), vid: value("vt_vid") };
}

/** The `index`-th way to cheat with a pair; `other` is another honest browser's. */
function spoil(world: AttackWorld, pair: Pair, other: Pair, index: number): Pair {
  const { attrib, vid } = pair;
  const { cookie } = world.secrets;
  const now = Date.now();
  const visitor = vid.split(".")[0] ?? "";
  const touch = (touchedAt: number) => `${world.link.linkId}.buddy_challenge.${touchedAt}`;
  const seal = (key: string, version: number, at: number) =>
    sealText(key, `attribution.v${version}.${visitor}`, touch(at));
  // The last character of a MAC has two bits that say nothing: changing them changes nothing.
  const position = (index * 7) % (attrib.length - 1);
  const ways: (() => Pair)[] = [
    () => ({ attrib: flipAt(attrib, position), vid }),
    () => ({ attrib, vid: flipAt(vid, (index * 5) % (vid.length - 1)) }),
    () => ({ attrib: other.attrib, vid }),
    () => ({ attrib, vid: other.vid }),
    () => ({ attrib: seal(`${cookie}!`, 3, now), vid }),
    () => ({ attrib: seal(cookie, 2, now), vid }),
    () => ({ attrib: seal(cookie, 3, now - 7 * 86_400_000 - index), vid }),
    () => ({ attrib: vid, vid: attrib }),
    () => ({ attrib: attrib.slice(0, attrib.lastIndexOf(".")), vid }),
    () => ({ attrib: `${attrib}.${index}`, vid }),
  ];
  return ways[index % ways.length]?.() ?? pair;
}

async function call(world: AttackWorld, pair: Pair, path: string, input: object) {
  const cookie = `vt_attrib=${encodeURIComponent(pair.attrib)}; vt_vid=${encodeURIComponent(pair.vid)}`;
  const response = await fetch(`${world.url}/trpc/${path}`, {
    method: "POST",
    headers: {
      "User-Agent": userAgent,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/json",
      Cookie: cookie,
    },
    body: JSON.stringify(input),
  });
  const body = (await response.json()) as { result?: { data: Record<string, unknown> } };
  return body.result?.data ?? {};
}

const engages = async (world: AttackWorld, pair: Pair) =>
  (await call(world, pair, "smartLinks.markEngaged", {}))["status"] === "recorded";

/** The whole deck, as a client that keeps its cookies would send it. */
async function finishDeck(world: AttackWorld, pair: Pair): Promise<void> {
  const { runId } = await call(world, pair, "microDecks.start", { deckId });
  for (const question of findDeck(deckId)?.questions ?? []) {
    const input = { deckId, runId, questionId: question.id, choice: question.answer };
    await call(world, pair, "microDecks.answer", input);
  }
  await call(world, pair, "microDecks.complete", { deckId, runId });
}

async function creditsOf(world: AttackWorld): Promise<number> {
  const { rows } = await world.database.db.execute(
    sql`select count(*)::int as n from invite_credits
      where inviter_id = ${toUuid(world.inviter.userId)}::uuid`,
  );
  return Number(rows[0]?.["n"]);
}

export async function tamperCookies(world: AttackWorld, count: number): Promise<Findings> {
  const pairs = await Promise.all([honestPair(world), honestPair(world)]);
  const [own, other] = pairs;
  let engaged = 0;
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < count; i = next++) {
      if (await engages(world, spoil(world, own, other, i))) engaged += 1;
    }
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  for (let i = 0; i < 10; i++) await finishDeck(world, spoil(world, own, other, i));
  const credits = await creditsOf(world);
  const control = await engages(world, other);
  const fresh = await honestPair(world);
  await finishDeck(world, fresh);
  await world.server.runScheduled();
  const honestCredits = await creditsOf(world);
  const breaches: string[] = [];
  if (engaged > 0) breaches.push(`${engaged} tampered cookies engaged`);
  if (credits > 0) breaches.push(`${credits} credits by tampered cookies`);
  if (!control) breaches.push("an honest cookie did not engage");
  if (honestCredits !== 1) breaches.push(`an honest finish gave ${honestCredits} credits`);
  const figures = { tamperedCookies: count, engaged, creditsByTampering: credits, honestCredits };
  return { breaches, figures };
}
