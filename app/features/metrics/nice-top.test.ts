import { describe, expect, it } from "vitest";
import { niceTop } from "./nice-top.ts";

describe("niceTop", () => {
  it("reaches every count, wastes little, and has a whole half", () => {
    expect([1, 2, 3, 9, 10, 11, 128, 401, 7_999].map(niceTop)).toEqual([
      ...[2, 2, 4, 10, 10, 12, 140, 420, 8_000],
    ]);
    for (let most = 10; most < 3_000; most++) {
      const top = niceTop(most);
      expect(top >= most && top <= 1.2 * most && Number.isInteger(top / 2)).toBe(true);
    }
  });
});
