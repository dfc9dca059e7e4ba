import { expect, it } from "vitest";
import { countedAtMost, finishedBand, finishedBands } from "./finished-decks.ts";

it("finishedBand is the highest band that was reached", () => {
  const decks = [0, 9, 10, 49, 50, 999, 1_000, 70_000];
  expect(decks.map(finishedBand)).toEqual([0, 0, 10, 10, 50, 500, 1_000, 1_000]);
});

it("counting stops no earlier than at the last band", () => {
  expect(countedAtMost).toBe(finishedBands.at(-1));
});
