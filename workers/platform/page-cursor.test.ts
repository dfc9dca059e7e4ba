import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { cursorOf, encodeCursor } from "./page-cursor.ts";

describe("page cursors", () => {
  it("come back as they were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
        const id = newId("run", at);
        expect(cursorOf("run").parse(encodeCursor({ at, id }))).toEqual({ at, id });
      }),
    );
  });

  it("of another list, or made up, are refused", () => {
    const id = newId("link", 1);
    for (const text of [encodeCursor({ at: 1, id }), "", "zz", "-1.x", `!.${newId("run", 1)}`]) {
      expect(cursorOf("run").safeParse(text).success, text).toBe(false);
    }
  });
});
