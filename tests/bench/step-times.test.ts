import { expect, test } from "vitest";
import { createStepTimes } from "./step-times.ts";

test("percentiles are those of the step, to three digits", () => {
  const times = createStepTimes();
  for (let ms = 1; ms <= 100; ms++) times.note("answer", { tookMs: ms, roundTrips: 2 });
  const [answer] = times.figures();
  expect(answer?.count).toBe(100);
  expect(answer?.p50Ms).toBeCloseTo(50, 0);
  expect(answer?.p99Ms).toBeCloseTo(99, 0);
});

test("a step costs what its dearest request cost", () => {
  const times = createStepTimes();
  for (const roundTrips of [1, 3, 2]) times.note("start", { tookMs: 1, roundTrips });
  times.note("asset", { tookMs: 1, roundTrips: null });
  expect(times.figures().map(({ roundTrips }) => roundTrips)).toEqual([3, null]);
});
