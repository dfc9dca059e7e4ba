import fc from "fast-check";
import { expect, it } from "vitest";
import { cardPagePath, cardSlug, readCardSlug } from "./card-slug.ts";
import { type CardFields, cardAt, cardCount, cardLists, plainCard } from "./share-card.ts";

const all = Array.from({ length: cardCount }, (_, number) => cardAt(number));
const anyCard = fc.nat(cardCount - 1).map(cardAt);
const personal = fc.oneof(
  fc.emailAddress(),
  fc.constantFrom("Ada Lovelace", "ada-lovelace-x-1-2", "", "__proto__-a-b-0-0"),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);

it("a card's word is read back as the same fields, for each of all cards", () => {
  for (const fields of all) expect(readCardSlug(cardSlug(fields))).toEqual(fields);
  expect(new Set(all.map(cardSlug)).size).toBe(cardCount);
  expect(cardPagePath(plainCard)).toBe("/share/student-buddy_challenge-any-0-0");
});

it("no text but the words of all cards has a page", () => {
  const known = new Set(all.map(cardSlug));
  fc.assert(
    fc.property(personal, (text) => {
      expect(readCardSlug(text) !== null).toBe(known.has(text));
    }),
  );
});

it("a name or an address in the place of any field is refused", () => {
  const place = fc.nat(Object.keys(cardLists).length - 1);
  fc.assert(
    fc.property(anyCard, place, personal, (fields, at, text) => {
      const name = Object.keys(cardLists)[at] as keyof CardFields;
      const list: readonly unknown[] = cardLists[name];
      fc.pre(!list.some((value) => String(value) === text));
      expect(() => cardSlug({ ...fields, [name]: text } as CardFields)).toThrow(RangeError);
      const forged = cardSlug(fields).split("-").with(at, text).join("-");
      expect(readCardSlug(forged)).toBeNull();
    }),
  );
});
