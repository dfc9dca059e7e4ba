/** Checks the levels. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelOf, maxLevel, pointsOfLevel } from "./level.ts";

const levels = fc.integer({ min: 2, max: maxLevel });

describe("levelOf", () => {
  it("begins at level 1, and asks 25 points more for each further level", () => {
    expect(levelOf(0)).toEqual({ level: 1, from: 0, next: 50 });
    expect([2, 3, 4, 5].map(pointsOfLevel)).toEqual([50, 125, 225, 350]);
  });

  it("begins each level at its own points and not one before", () => {
    fc.assert(
      fc.property(levels, (level) => {
        expect(levelOf(pointsOfLevel(level)).level).toBe(level);
        expect(levelOf(pointsOfLevel(level) - 1).level).toBe(level - 1);
      }),
    );
  });

  it("never takes a level away for more points, and always stands between its two bounds", () => {
    const points = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(points, points, (a, b) => {
        const view = levelOf(a);
        expect(view.from).toBeLessThanOrEqual(a);
        if (view.next !== null) expect(view.next).toBeGreaterThan(a);
        if (b >= a) expect(levelOf(b).level).toBeGreaterThanOrEqual(view.level);
      }),
    );
  });

  it("has a top", () => {
    expect(levelOf(1_000_000)).toMatchObject({ level: maxLevel, next: null });
  });
});
