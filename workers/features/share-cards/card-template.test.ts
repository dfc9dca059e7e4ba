import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardAt, cardCount, cardTemplateVersion } from "#shared/share-card.ts";
import { cardWords } from "#shared/share-card-words.ts";
import { type CardNode, cardTemplate } from "./card-template.ts";

const all = Array.from({ length: cardCount }, (_, number) => cardAt(number));
/** Changes with every stroke and word: then `cardTemplateVersion` has to count up. */
const digests: Record<number, string> = {
  1: "d25bdb1e5d4776a04a072140d2b410875d3b2e9c63122e3301a366d9b5bb2b03",
  2: "79cabecf53a5b6a9e5ee64bc9ab0617b006143a914927143bd67be34930c8ed7",
};

function textsOf({ props: { children } }: CardNode): string[] {
  return typeof children === "string" ? [children] : children.flatMap(textsOf);
}

describe("cardTemplate", () => {
  it("says the fixed words of its fields, the brand and the score, and nothing else", () => {
    for (const fields of all) {
      const { headline, kicker, line, streak, subject } = cardWords(fields);
      const known = [headline, kicker, line, streak, subject, "Vel Tutor"];
      const score = [`${fields.score}`, "/5", "right"];
      for (const text of textsOf(cardTemplate(fields).words)) {
        expect([...known, ...score]).toContain(text);
      }
    }
  });

  it("lets nothing of further properties reach the drawing or the words", () => {
    const personal = fc.oneof(fc.emailAddress(), fc.string({ unit: "grapheme", minLength: 1 }));
    const further = fc.dictionary(fc.string(), personal);
    fc.assert(
      fc.property(fc.nat(cardCount - 1), further, (number, more) => {
        const fields = cardAt(number);
        expect(cardTemplate({ ...more, ...fields })).toEqual(cardTemplate(fields));
      }),
    );
  });

  it("has a new version with every change, because addresses are cached for ever", () => {
    const hash = createHash("sha256");
    for (const fields of all) hash.update(JSON.stringify([fields, cardTemplate(fields)]));
    expect(hash.digest("hex")).toBe(digests[cardTemplateVersion]);
  });
});
