import { expect, test } from "vitest";
import { faultsOf, median, type Sample, summarize } from "./rounds.ts";

const sample = (perSecond: number, more: Partial<Sample> = {}): Sample => ({
  requests: perSecond,
  perSecond,
  p50Ms: 1,
  p99Ms: 2,
  failures: 0,
  clientBusy: 0.5,
  cpuUs: 10,
  ...more,
});

test("the median of an even number of values lies between the two in the middle", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test("a ratio compares within a round, so that a slow round distorts none", () => {
  const rounds = [
    [sample(1000), sample(500)],
    [sample(100), sample(50)],
    [sample(2000), sample(1000)],
  ];
  const [baseline, route] = summarize(["baseline", "route"], rounds);
  expect(baseline).toMatchObject({ name: "baseline", perSecond: 1000, ratio: 1 });
  expect(route).toMatchObject({ name: "route", perSecond: 500, ratio: 0.5 });
});

test("one failed request of any round makes a fault", () => {
  const rounds = [[sample(10)], [sample(10, { failures: 1 })], [sample(10)]];
  expect(faultsOf(summarize(["route"], rounds))).toEqual(["route: 1 requests failed"]);
});

test("a server that hides its CPU time has no figure for it", () => {
  expect(summarize(["route"], [[sample(10, { cpuUs: null })]])[0]?.cpuUs).toBeNull();
});
