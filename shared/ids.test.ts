import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromUuid, idPrefixes, idTimeMs, isId, newId, toUuid } from "./ids.ts";

describe("ids", () => {
  it("carry their prefix and their time", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...idPrefixes),
        fc.integer({ min: 0, max: 4e12 }),
        (prefix, ms) => {
          const id = newId(prefix, ms);
          expect(isId(prefix, id)).toBe(true);
          expect(idTimeMs(id)).toBe(ms);
          expect(fromUuid(prefix, toUuid(id))).toBe(id);
        },
      ),
    );
  });

  it("sort by time as text", () => {
    expect(newId("run", 1_000) < newId("run", 2_000)).toBe(true);
  });

  it("of another kind, or malformed, are not ids", () => {
    const id = newId("link", 5);
    expect(isId("user", id)).toBe(false);
    for (const text of ["", "link_", "link_zzz", `${id}0`, id.toUpperCase(), null, 7]) {
      expect(isId("link", text), String(text)).toBe(false);
    }
    expect(() => toUuid("link_nonsense")).toThrow(TypeError);
  });
});
