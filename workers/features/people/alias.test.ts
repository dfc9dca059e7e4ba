import { describe, expect, it } from "vitest";
import { aliasBytes, aliasCount, aliasFrom, newAlias } from "./alias.ts";

const every16Bits = (at: number) =>
  Array.from({ length: 65_536 }, (_, value) => {
    const bytes = new Uint8Array(aliasBytes);
    bytes[at] = value >> 8;
    bytes[at + 1] = value & 255;
    return aliasFrom(bytes);
  });

describe("aliases", () => {
  it("are an adjective, an animal and a number of two digits", () => {
    for (let i = 0; i < 200; i++) expect(newAlias()).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+ [1-9]\d$/);
  });

  it("are the same for the same bytes", () => {
    expect(aliasFrom(Uint8Array.of(1, 2, 3, 4, 5, 6))).toBe(
      aliasFrom(Uint8Array.of(1, 2, 3, 4, 5, 6)),
    );
  });

  it("reach every word and every number, and no word twice", () => {
    const kinds = [0, 2, 4].map((at) => new Set(every16Bits(at)).size);
    expect(kinds[2]).toBe(90);
    expect((kinds[0] ?? 0) * (kinds[1] ?? 0) * 90).toBe(aliasCount);
    expect(aliasCount).toBeGreaterThan(800_000);
  });

  it("refuse too few bytes", () => {
    expect(() => aliasFrom(new Uint8Array(aliasBytes - 1))).toThrow(RangeError);
  });
});
