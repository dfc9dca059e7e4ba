import { describe, expect, it } from "vitest";
import { dayMs, timeBin, timeEdges, windowBin, windows } from "./definitions.ts";
import { randomStream } from "./random-stream.ts";
import { timeQuantile } from "./time-quantile.ts";

describe("timeBin", () => {
  it("puts a duration between the edges around it", () => {
    expect(timeBin(0)).toBe(0);
    expect(timeBin(999)).toBe(0);
    expect(timeBin(1_000)).toBe(1);
    for (const [i, edge] of timeEdges.entries()) {
      expect(timeBin(edge)).toBe(i + 1);
      expect(timeBin(edge - 1)).toBe(i);
    }
  });

  it("ends a bin exactly where a window ends", () => {
    for (const days of windows) expect(timeBin(days * dayMs - 1)).toBe(windowBin(days) - 1);
  });
});

describe("timeQuantile", () => {
  it("is within a tenth of the exact quantile", () => {
    const random = randomStream(3);
    const durations = Array.from({ length: 5_000 }, () => -Math.log(1 - random()) * 3 * dayMs);
    const bins = new Map<number, number>();
    for (const one of durations) bins.set(timeBin(one), (bins.get(timeBin(one)) ?? 0) + 1);
    durations.sort((a, b) => a - b);
    for (const q of [0.1, 0.5, 0.9]) {
      const exact = durations[Math.ceil(q * durations.length) - 1] ?? 0;
      expect(Math.abs((timeQuantile(bins, q) ?? 0) - exact)).toBeLessThan(exact * 0.1);
    }
  });

  it("says nothing of nothing", () => {
    expect(timeQuantile(new Map(), 0.5)).toBeNull();
  });
});
