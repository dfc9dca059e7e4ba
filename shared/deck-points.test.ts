/** Checks what a deck is worth. */
import { describe, expect, it } from "vitest";
import { pointsFor } from "./deck-points.ts";

describe("pointsFor", () => {
  it("gives ten for each right answer, and five more for all of them", () => {
    expect([0, 1, 4, 5].map((score) => pointsFor({ score, total: 5 }))).toEqual([0, 10, 40, 55]);
  });

  it("gives nothing for a deck without questions", () => {
    expect(pointsFor({ score: 0, total: 0 })).toBe(0);
  });
});
