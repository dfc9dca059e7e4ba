/** The tests of two variants against published examples. */
import { describe, expect, it } from "vitest";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { adjustPValues } from "./benjamini-hochberg.ts";
import { meanChanceToWin, rateChanceToWin } from "./chance-to-win.ts";
import { proportionTest } from "./proportion-test.ts";
import { relativeLift } from "./relative-lift.ts";
import { rateSample, type Sample } from "./sample.ts";
import { sampleRatio } from "./sample-ratio.ts";
import { welchTest } from "./welch-test.ts";

/** The sums of a sample of which only size, mean and standard deviation were printed. */
function printed(n: number, mean: number, deviation: number): Sample {
  const sum = n * mean;
  return { n, sum, sumSquares: (n - 1) * deviation ** 2 + sum * mean };
}

describe("the two-proportion z test", () => {
  it("gives R's prop.test of the smokers in four hospitals (?prop.test), two of them", () => {
    // prop.test(c(83, 90), c(86, 93), correct = FALSE): X-squared = 0.0094655, p = 0.9225.
    const result = proportionTest(rateSample(86, 83), rateSample(93, 90));
    expect((result?.statistic ?? 0) ** 2).toBeCloseTo(0.0094655, 4);
    expect(result?.pValue).toBeCloseTo(0.9225, 3);
  });

  it("is the square root of the chi-square of the two-by-two table", () => {
    const [a, b, c, d] = [120, 880, 150, 850];
    const chiSquare = (2_000 * (a * d - b * c) ** 2) / ((a + b) * (c + d) * (a + c) * (b + d));
    const result = proportionTest(rateSample(1_000, a), rateSample(1_000, c));
    expect((result?.statistic ?? 0) ** 2).toBeCloseTo(chiSquare, 10);
  });

  it("has nothing to say of nobody, or where everybody did the same", () => {
    expect(proportionTest(rateSample(0, 0), rateSample(10, 5))).toBeNull();
    expect(proportionTest(rateSample(10, 10), rateSample(10, 10))).toBeNull();
  });
});

describe("Welch's t test", () => {
  it("gives the figures that GrowthBook publishes for its two-sided t test", () => {
    const result = welchTest(printed(3_407, 0.41, 3.9), printed(3_461, 0.7, 6.2));
    expect(result?.difference).toBeCloseTo(0.29, 10);
    expect(result?.pValue).toBeCloseTo(0.02016, 5);
    expect(result?.interval.low).toBeCloseTo(0.04538, 5);
    expect(result?.interval.high).toBeCloseTo(0.53462, 5);
  });

  it("gives R's t.test(extra ~ group, data = sleep) of ?t.test", () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const result = welchTest(sampleOf(first), sampleOf(second));
    expect(result?.statistic).toBeCloseTo(1.8608, 4);
    expect(result?.degreesOfFreedom).toBeCloseTo(17.776, 3);
    expect(result?.pValue).toBeCloseTo(0.07939, 5);
    expect(result?.interval.low).toBeCloseTo(-0.2054832, 6);
    expect(result?.interval.high).toBeCloseTo(3.3654832, 6);
  });

  it("gives the t of the cars of NIST's handbook 1.3.5.3 (AUTO83B), unequal variances", () => {
    // It prints T = -12.94627 for unequal variances, -12.62059 for equal ones.
    const result = welchTest(printed(79, 30.48101, 6.10771), printed(249, 20.14458, 6.4147));
    expect(result?.statistic).toBeCloseTo(-12.946, 2);
  });

  it("has nothing to say of one person, or where nothing varies", () => {
    expect(welchTest(rateSample(1, 1), rateSample(5, 2))).toBeNull();
    expect(welchTest(rateSample(5, 5), rateSample(5, 5))).toBeNull();
  });
});

function sampleOf(values: readonly number[]): Sample {
  return {
    n: values.length,
    sum: values.reduce((sum, x) => sum + x, 0),
    sumSquares: values.reduce((sum, x) => sum + x * x, 0),
  };
}

describe("the relative lift", () => {
  it("has the standard error of the delta method, by hand", () => {
    const control = rateSample(1_000, 200);
    const tested = rateSample(1_000, 230);
    const lift = relativeLift(control, tested);
    expect(lift?.lift).toBeCloseTo(0.15, 12);
    const [va, vb] = [(0.2 * 0.8) / 999, (0.23 * 0.77) / 999];
    const expected = Math.sqrt(vb / 0.04 + (1.15 ** 2 * va) / 0.04);
    expect(lift?.standardError).toBeCloseTo(expected, 10);
  });

  it("covers the true lift in 95 % of 4,000 seeded experiments", () => {
    const random = seededRandom(11);
    let covered = 0;
    for (let run = 0; run < 4_000; run++) {
      const control = rateSample(800, random.successes(800, 0.25));
      const tested = rateSample(800, random.successes(800, 0.3));
      const interval = relativeLift(control, tested)?.interval;
      if (interval && interval.low <= 0.2 && 0.2 <= interval.high) covered += 1;
    }
    expect(covered / 4_000).toBeGreaterThan(0.94);
    expect(covered / 4_000).toBeLessThan(0.965);
  });

  it("is unknown over a control of nothing", () => {
    expect(relativeLift(rateSample(100, 0), rateSample(100, 3))).toBeNull();
  });
});

describe("the chance to win", () => {
  it("agrees with GrowthBook's published figures to their normal approximation", () => {
    expect(rateChanceToWin(rateSample(100, 49), rateSample(100, 51))).toBeCloseTo(0.61052, 2);
    const control = { n: 10, sum: 100, sumSquares: 1002.25 };
    const tested = { n: 10, sum: 105, sumSquares: 1111.5 };
    // Theirs is the chance of the log ratio, 0.92427.
    expect(meanChanceToWin(control, tested)).toBeCloseTo(0.92427, 2);
  });

  it("is the closed sum for whole numbers (Miller, Formulas for Bayesian A/B Testing, eq. 6)", () => {
    // P(pB > pA) for Beta(2, 3) against Beta(3, 2) is 1 - 17/70, counted by hand.
    expect(rateChanceToWin(rateSample(3, 1), rateSample(3, 2))).toBeCloseTo(53 / 70, 6);
    expect(rateChanceToWin(rateSample(0, 0), rateSample(0, 0))).toBeCloseTo(0.5, 6);
  });

  it("of a variant and its mirror image sum to 1, from few to many persons", () => {
    for (const [n, a, b] of [
      [12, 1, 4],
      [5_000, 1_000, 1_060],
      [400_000, 1_200, 1_250],
    ] as const) {
      const [x, y] = [rateSample(n, a), rateSample(n, b)];
      expect(rateChanceToWin(x, y) + rateChanceToWin(y, x)).toBeCloseTo(1, 6);
    }
  });
});

describe("Benjamini and Hochberg", () => {
  it("finds the four of the fifteen p values of their 1995 paper, section 3.2", () => {
    const pValues = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const found = adjustPValues(pValues).filter((p) => p <= 0.05);
    expect(found).toHaveLength(4);
  });

  it("gives R's p.adjust(method = 'BH') in the order asked", () => {
    const adjusted = adjustPValues([0.04, 0.01, 0.03, 0.02]);
    expect(adjusted.map((p) => p.toFixed(4))).toEqual(["0.0400", "0.0400", "0.0400", "0.0400"]);
    expect(adjustPValues([0.9, 0.01, 0.02])[1]).toBeCloseTo(0.03, 10);
    expect(adjustPValues([])).toEqual([]);
  });
});

describe("the sample ratio", () => {
  it("finds the mismatch of 821,588 against 815,482 (Kohavi, Tang & Xu 2020, chapter 3)", () => {
    // The book prints a p value of 1.8e-6 for a ratio of 0.993 against 1.0.
    const reading = sampleRatio([821_588, 815_482], [0.5, 0.5]);
    expect(reading.pValue / 1.8e-6).toBeCloseTo(1, 1);
    expect(reading.mismatch).toBe(true);
  });

  it("lets an ordinary split pass, and judges uneven and empty ones by their weights", () => {
    expect(sampleRatio([5_050, 4_950], [1, 1]).mismatch).toBe(false);
    expect(sampleRatio([9_010, 990], [0.9, 0.1]).mismatch).toBe(false);
    expect(sampleRatio([9_000, 1_000], [0.5, 0.5]).mismatch).toBe(true);
    expect(sampleRatio([100, 0, 1], [0.5, 0.5, 0]).mismatch).toBe(true);
    expect(sampleRatio([0, 0], [0.5, 0.5])).toEqual({ chiSquare: 0, pValue: 1, mismatch: false });
  });
});
