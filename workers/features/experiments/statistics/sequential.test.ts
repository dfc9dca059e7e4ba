/** The readings that may be looked at again and again, against published constants. */
import { describe, expect, it } from "vitest";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { confidenceSequence, mixtureRate, unitRadius } from "./confidence-sequence.ts";
import { latencyGuardrail, rateGuardrail } from "./guardrail-test.ts";
import { crossingProbability } from "./repeated-looks.ts";
import { rateSample } from "./sample.ts";
import { fixedPower, fixedSampleSize, sequencePower, sequenceSampleSize } from "./sample-size.ts";

const evenLooks = (count: number, boundary: (k: number) => number) =>
  Array.from({ length: count }, (_, i) => ({
    information: (i + 1) / count,
    boundary: boundary(i + 1),
  }));

describe("repeated looks", () => {
  // Armitage, McPherson & Rowe 1969, table 2: the 5 % test, looked at so often.
  it.each([
    [1, 0.05],
    [2, 0.083],
    [3, 0.107],
    [5, 0.142],
    [10, 0.193],
    [20, 0.248],
  ])(
    "%i looks at the five per cent level find something in nothing with probability %f",
    (count, p) => {
      expect(
        crossingProbability(
          evenLooks(count, () => 1.96),
          0,
        ),
      ).toBeCloseTo(p, 3);
    },
  );

  it("Pocock's and O'Brien and Fleming's constants keep 5 % (Jennison & Turnbull, tables 2.1, 2.3)", () => {
    expect(
      crossingProbability(
        evenLooks(5, () => 2.413),
        0,
      ),
    ).toBeCloseTo(0.05, 3);
    const falling = evenLooks(5, (k) => 2.04 * Math.sqrt(5 / k));
    expect(crossingProbability(falling, 0)).toBeCloseTo(0.05, 3);
  });
});

describe("the sample size", () => {
  it("is that of R's power.prop.test (its manual page: 76.7, and power 0.740 for 50)", () => {
    const plan = { baseline: 0.5, lift: 0.5, alpha: 0.05, power: 0.9 };
    expect(fixedSampleSize(plan)).toBeCloseTo(76.7, 1);
    expect(fixedPower(plan, 50)).toBeCloseTo(0.74, 3);
  });

  it("for the sequence is larger, and has the power it was asked for", () => {
    const plan = { baseline: 0.2, lift: 0.1, alpha: 0.05, power: 0.8 };
    const n = sequenceSampleSize(plan);
    expect(n).toBeGreaterThan(fixedSampleSize(plan));
    expect(sequencePower(plan, n, 20)).toBeGreaterThanOrEqual(0.8);
    expect(sequencePower(plan, n, 20)).toBeLessThan(0.805);
  });

  it("refuses rates beyond 0 and 1", () => {
    expect(() => fixedSampleSize({ baseline: 0.8, lift: 0.5, alpha: 0.05, power: 0.8 })).toThrow(
      RangeError,
    );
  });
});

describe("the confidence sequence", () => {
  it("is tightest, against its neighbours in tuning, at the N it was tuned for", () => {
    const at = (tuned: number) => unitRadius(5_000, 0.05, mixtureRate(tuned, 0.05));
    expect(at(5_000)).toBeLessThan(at(1_000));
    expect(at(5_000)).toBeLessThan(at(25_000));
  });

  it("has the radius of the theorem, worked out by hand", () => {
    // -2 ln 0.05 = 5.99146; rho^2 = (5.99146 + ln 6.99146) / 5000 = 0.00158723.
    expect(mixtureRate(5_000, 0.05)).toBeCloseTo(0.00158723, 8);
    // n rho^2 + 1 = 8.93615; sqrt(2 * 8.93615 / (5000 * 7.93615) * ln(2.98934 / 0.05)).
    expect(unitRadius(5_000, 0.05)).toBeCloseTo(0.042924, 5);
  });

  it("leaves out 0 exactly where its p value is below alpha", () => {
    for (let sum = 400; sum <= 560; sum += 5) {
      const reading = confidenceSequence(rateSample(2_000, 400), rateSample(2_000, sum));
      expect(reading).not.toBeNull();
      if (!reading) continue;
      const leavesOut = reading.interval.low > 0 || reading.interval.high < 0;
      expect(leavesOut).toBe(reading.pValue < 0.05);
    }
  });
});

describe("the guardrails", () => {
  it("trip wrongly at most once in twenty runs of 200 looks, at the very limit", () => {
    const random = seededRandom(3);
    let tripped = 0;
    for (let run = 0; run < 1_000; run++) {
      let events = 0;
      for (let look = 1; look <= 200; look++) {
        events += random.successes(10, 0.05);
        if (rateGuardrail({ events, persons: look * 10 }, 0.05, 0.05).state === "tripped") {
          tripped += 1;
          break;
        }
      }
    }
    process.stdout.write(
      `guardrail at its limit: tripped in ${tripped} of 1,000 runs with 200 looks\n`,
    );
    expect(tripped).toBeLessThanOrEqual(50);
  });

  it("trip soon over a doubled rate, and call half of it safe", () => {
    expect(rateGuardrail({ events: 30, persons: 300 }, 0.05, 0.05).state).toBe("tripped");
    expect(rateGuardrail({ events: 20, persons: 1_000 }, 0.05, 0.05).state).toBe("safe");
    expect(rateGuardrail({ events: 0, persons: 0 }, 0.05, 0.05).state).toBe("inconclusive");
    expect(rateGuardrail({ events: 2, persons: 30 }, 0.05, 0.05).state).toBe("inconclusive");
  });

  it("weigh no evidence as exactly one", () => {
    const reading = rateGuardrail({ events: 0, persons: 0 }, 0.003, 0.05);
    expect(reading.against).toBeCloseTo(1, 8);
    expect(reading.inFavour).toBeCloseTo(1, 8);
  });

  it("hold a latency's quantile by the share that is slower", () => {
    expect(latencyGuardrail({ slower: 120, persons: 600 }, 0.9, 0.05).state).toBe("tripped");
    expect(latencyGuardrail({ slower: 20, persons: 600 }, 0.9, 0.05).state).toBe("safe");
  });
});
