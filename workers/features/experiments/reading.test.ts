/** Verdicts from counts: safety first, then validity, then time, then who is better. */
import { describe, expect, it } from "vitest";
import type { MetricName } from "#shared/experiments.ts";
import { type ReadingInput, readExperiment } from "./reading.ts";

const dayMs = 24 * 3_600_000;

function countsOf(variant: string, persons: number, reached: number) {
  const none = { sum: 0, sumSquares: 0 };
  const sums: Record<MetricName, { sum: number; sumSquares: number }> = {
    fvm_reached: { sum: reached, sumSquares: reached },
    joined: none,
    invited: none,
    invites_sent: none,
    invitees_brought: none,
  };
  return { variant, persons, sums };
}

function inputOf(control: [number, number], warm: [number, number]): ReadingInput {
  return {
    variants: [
      { key: "control", weightBp: 5_000 },
      { key: "warm", weightBp: 5_000 },
    ],
    primaryMetric: "fvm_reached",
    metrics: ["joined"],
    minPersons: 500,
    minDays: 7,
    phaseStartedAt: 0,
    counts: [countsOf("control", ...control), countsOf("warm", ...warm)],
    exposed: control[0] + warm[0],
    multiplyExposed: 0,
    guardrails: [],
  };
}

describe("the verdict", () => {
  const even = inputOf([2_000, 400], [2_000, 410]);

  it("names who is better by the primary metric, or that nobody is so far", () => {
    const at = 8 * dayMs;
    expect(readExperiment(even, at).verdict).toBe("no_difference_yet");
    expect(readExperiment(inputOf([2_000, 400], [2_000, 560]), at).verdict).toBe("better");
    expect(readExperiment(inputOf([2_000, 560], [2_000, 400]), at).verdict).toBe("worse");
  });

  it("waits for persons and for days, and reads the fixed test only then", () => {
    const large = inputOf([2_000, 400], [2_000, 560]);
    const early = readExperiment(large, 6 * dayMs);
    expect(early).toMatchObject({ verdict: "too_early", enoughPersons: true, enoughDays: false });
    expect(early.comparisons[0]?.fixed).toBeNull();
    expect(early.comparisons[0]?.sequence?.pValue).toBeLessThan(0.05);
    const small = readExperiment(inputOf([400, 80], [400, 90]), 8 * dayMs);
    expect(small).toMatchObject({ verdict: "too_early", enoughPersons: false, enoughDays: true });
    expect(readExperiment(large, 8 * dayMs).comparisons[0]?.fixed?.pValue).toBeLessThan(0.001);
  });

  it("shows nothing over a broken split or people in two variants", () => {
    const lossy = readExperiment(inputOf([2_000, 400], [1_700, 560]), 8 * dayMs);
    expect(lossy).toMatchObject({ verdict: "blocked", blocks: ["sample_ratio_mismatch"] });
    expect(lossy.comparisons).toEqual([]);
    const doubled = readExperiment({ ...even, multiplyExposed: 41 }, 8 * dayMs);
    expect(doubled.blocks).toEqual(["multiple_exposure"]);
    expect(readExperiment({ ...even, multiplyExposed: 40 }, 8 * dayMs).blocks).toEqual([]);
  });

  it("is harm where a guardrail tripped, and to hold where a child's safety is not shown", () => {
    const rail = { metric: "complaint_rate", limit: 0.01, childSafety: true } as const;
    const better = inputOf([2_000, 400], [2_000, 560]);
    const of = (state: "tripped" | "safe" | "inconclusive", childSafety = true) =>
      readExperiment(
        { ...better, guardrails: [{ rail: { ...rail, childSafety }, state }] },
        8 * dayMs,
      ).verdict;
    expect(of("tripped")).toBe("harmful");
    expect(of("inconclusive")).toBe("hold");
    expect(of("inconclusive", false)).toBe("better");
    expect(of("safe")).toBe("better");
  });

  it("adjusts for all metrics it looks at", () => {
    const one = { ...inputOf([2_000, 400], [2_000, 492]), metrics: [] };
    const four = { ...one, metrics: ["joined", "invited", "invites_sent"] as const };
    const alone = readExperiment(one, 8 * dayMs).comparisons[0];
    const among = readExperiment(four, 8 * dayMs).comparisons[0];
    expect(alone?.adjustedPValue).toBe(alone?.sequence?.pValue);
    expect(among?.adjustedPValue).toBeCloseTo(4 * (alone?.adjustedPValue ?? 0), 10);
  });
});
