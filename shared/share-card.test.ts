import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CardFields,
  cardAt,
  cardCount,
  cardFieldsHash,
  cardLists,
  cardPath,
  cardScoreOf,
  cardStreakOf,
  plainCard,
  readCardPath,
} from "./share-card.ts";
import { cardAlt } from "./share-card-words.ts";

const all = Array.from({ length: cardCount }, (_, number) => cardAt(number));
const field = fc.constantFrom(...(Object.keys(cardLists) as (keyof CardFields)[]));
const anyCard = fc.nat(cardCount - 1).map(cardAt);
const personal = fc.oneof(
  fc.emailAddress(),
  fc.constantFrom("Ada Lovelace", "<script>", "student@demo.test", "", "__proto__", "0"),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

describe("a card's address", () => {
  it("is read back as the same fields, for each of all cards", () => {
    for (const fields of all) {
      const path = cardPath(fields);
      expect(readCardPath(path)).toEqual({ status: "card", hash: path.slice(4, -4), fields });
    }
    expect(new Set(all.map(cardFieldsHash)).size).toBe(cardCount);
  });

  it("is the same in every version of the code with this template", () => {
    expect(cardPath(plainCard)).toBe("/og/860sjrhyype1vfv.png");
  });

  it("says nothing but letters and digits of the closed lists' hash", () => {
    for (const fields of all)
      expect(cardPath(fields)).toMatch(/^\/og\/[0-9a-hjkmnp-tv-z]{15}\.png$/);
  });

  it("is no card's any more when one character changes", () => {
    fc.assert(
      fc.property(anyCard, fc.nat(14), fc.nat(30), (fields, place, step) => {
        const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
        const hash = cardFieldsHash(fields);
        const char = alphabet[(alphabet.indexOf(hash[place] ?? "") + 1 + step) % 32];
        const forged = hash.slice(0, place) + char + hash.slice(place + 1);
        expect(readCardPath(`/og/${forged}.png`).status).toBe("other");
      }),
    );
  });

  it("is refused in any other form", () => {
    fc.assert(
      fc.property(personal, (text) => {
        expect(readCardPath(`/og/${text}.png`).status).not.toBe("card");
        expect(readCardPath(text).status).toBe("unknown");
      }),
    );
  });
});

describe("the closed schema", () => {
  it("refuses a name, an address or any other text in the place of any field", () => {
    fc.assert(
      fc.property(anyCard, field, personal, (fields, name, text) => {
        fc.pre(!(cardLists[name] as readonly unknown[]).includes(text));
        const wrong = { ...fields, [name]: text } as CardFields;
        expect(() => cardPath(wrong)).toThrow(RangeError);
      }),
    );
  });

  it("refuses numbers and other values that are in no list", () => {
    const values = fc.oneof(fc.double(), fc.constantFrom(null, undefined, [], {}, true, 1, 6, -1));
    fc.assert(
      fc.property(anyCard, field, values, (fields, name, value) => {
        fc.pre(!(cardLists[name] as readonly unknown[]).includes(value));
        expect(() => cardPath({ ...fields, [name]: value } as CardFields)).toThrow(RangeError);
      }),
    );
  });

  it("lets nothing of further properties reach the address or the words", () => {
    fc.assert(
      fc.property(anyCard, fc.dictionary(fc.string(), personal), (fields, more) => {
        const withMore = { ...more, ...fields };
        expect(cardPath(withMore)).toBe(cardPath(fields));
        expect(cardAlt(withMore)).toBe(cardAlt(fields));
      }),
    );
  });
});

describe("bands", () => {
  it("shows a score of any deck as of five, rounded down, and no score below two", () => {
    expect([0, 1, 2, 3, 4, 5].map((score) => cardScoreOf(score, 5))).toEqual([0, 0, 2, 3, 4, 5]);
    expect(cardScoreOf(9, 10)).toBe(4);
    expect(cardScoreOf(0, 0)).toBe(0);
    expect(cardScoreOf(99, 5)).toBe(5);
  });

  it("shows the longest streak band that was reached", () => {
    expect([0, 2, 3, 13, 14, 400].map(cardStreakOf)).toEqual([0, 0, 3, 7, 14, 30]);
  });
});
