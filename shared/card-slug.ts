/** A share card's fields as a word in an address, the same in every version of the template. */
import { type CardFields, cardLists } from "./share-card.ts";

const names = Object.keys(cardLists) as (keyof CardFields)[];

/** Such as `student-results_rally-algebra-4-7`. Throws RangeError where a field is not of its list. */
export function cardSlug(fields: CardFields): string {
  const parts = names.map((name) => {
    const list: readonly unknown[] = cardLists[name];
    if (!list.includes(fields[name])) throw new RangeError(`no card has such a ${name}`);
    return String(fields[name]);
  });
  return parts.join("-");
}

/** The card of that word, or null: what is in none of the lists has no page. */
export function readCardSlug(text: string): CardFields | null {
  const parts = text.split("-");
  if (parts.length !== names.length) return null;
  const entries = names.map((name, place) => {
    const list: readonly unknown[] = cardLists[name];
    return [name, list.find((value) => String(value) === parts[place])] as const;
  });
  return entries.some(([, value]) => value === undefined)
    ? null
    : (Object.fromEntries(entries) as unknown as CardFields);
}

/** Where a card's own page is. Throws RangeError like `cardSlug`. */
export function cardPagePath(fields: CardFields): string {
  return `/share/${cardSlug(fields)}`;
}
