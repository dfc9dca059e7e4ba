import { describe, expect, it } from "vitest";
import { drawBinomial } from "./binomial.ts";
import { randomStream } from "./random-stream.ts";

const draws = 40_000;

/** Pearson's statistic of the draws against the exact distribution, cells under 20 put together. */
function chiSquare(n: number, p: number): { statistic: number; freedom: number } {
  const random = randomStream(11);
  const seen = new Array<number>(n + 1).fill(0);
  for (let i = 0; i < draws; i++) {
    const drawn = drawBinomial(n, p, random);
    seen[drawn] = (seen[drawn] ?? Number.NaN) + 1;
  }
  let logChance = n * Math.log1p(-p);
  let [expected, observed, statistic, cells] = [0, 0, 0, 0];
  for (let k = 0; k <= n; k++) {
    expected += draws * Math.exp(logChance);
    observed += seen[k] ?? 0;
    if (expected >= 20) {
      statistic += (observed - expected) ** 2 / expected;
      cells += 1;
      [expected, observed] = [0, 0];
    }
    logChance += Math.log((n - k) / (k + 1)) + Math.log(p / (1 - p));
  }
  return { statistic, freedom: cells - 1 };
}

describe("drawBinomial", () => {
  it.each([
    [30, 0.1],
    [400, 0.03],
    [25, 0.5],
    [1_000, 0.02],
    [2_000, 0.31],
    [60, 0.8],
    [100_000, 0.004],
  ])("is distributed as Binomial(%i, %d)", (n, p) => {
    const { statistic, freedom } = chiSquare(n, p);
    // Mean and 4.5 standard deviations of the chi-square distribution.
    expect(statistic).toBeLessThan(freedom + 4.5 * Math.sqrt(2 * freedom));
    expect(freedom).toBeGreaterThan(5);
  });

  it("takes as long for many trials as for few", () => {
    let uniforms = 0;
    const random = randomStream(3);
    const counted = () => {
      uniforms += 1;
      return random();
    };
    for (let i = 0; i < 1_000; i++) drawBinomial(50_000_000, 0.4, counted);
    expect(uniforms).toBeLessThan(4_000);
  });

  it("is certain where nothing is left to chance", () => {
    const never = () => Number.NaN;
    expect(drawBinomial(9, 1, never)).toBe(9);
    expect(drawBinomial(9, 0, never)).toBe(0);
  });
});
