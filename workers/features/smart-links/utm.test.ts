import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseUtmText, readUtm, utmText } from "./utm.ts";

const read = (query: string) => readUtm(new URLSearchParams(query));

describe("utm parameters", () => {
  it("are kept as they came, the first of each name, five in all", () => {
    expect(read("utm_source=mail&utm_source=other&utm_campaign=back+to+school&x=1")).toEqual({
      utm_source: "mail",
      utm_campaign: "back to school",
    });
    const many = Array.from({ length: 9 }, (_, i) => `utm_n${i}=v`).join("&");
    expect(Object.keys(read(many) ?? {})).toHaveLength(5);
  });

  it("are left out where they are too long, badly named, or look like a person's address", () => {
    expect(read(`utm_source=${"x".repeat(64)}`)).not.toBeNull();
    expect(read(`utm_source=${"x".repeat(65)}`)).toBeNull();
    expect(read("utm_source=a@b.example&utm_medium=<b>&utm_=x&UTM_TERM=x&utm_term=")).toBeNull();
  });

  it("come back from their cookie, and nothing else does", () => {
    const value = fc.stringMatching(/^[A-Za-z0-9 _.~+:|/-]{1,64}$/);
    fc.assert(
      fc.property(value, value, (source, term) => {
        const utm = { utm_source: source, utm_term: term };
        expect(parseUtmText(utmText(utm))).toEqual(utm);
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 6_000 }), (text) => {
        const utm = parseUtmText(text) ?? {};
        for (const [name, word] of Object.entries(utm)) {
          expect(name).toMatch(/^utm_/);
          expect(word.length).toBeLessThanOrEqual(64);
        }
      }),
    );
  });
});
