/** A thousand seeded experiments in which nothing differs, and a thousand in which something does. */
import { describe, expect, it } from "vitest";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { confidenceSequence } from "./confidence-sequence.ts";
import { proportionTest } from "./proportion-test.ts";
import { rateSample, type Sample } from "./sample.ts";
import { sampleRatio } from "./sample-ratio.ts";
import { fixedPower, fixedSampleSize, sequencePower, sequenceSampleSize } from "./sample-size.ts";
import { welchTest } from "./welch-test.ts";

const runs = 1_000;
const looks = 20;
const baseline = 0.2;

interface Play {
  seed: number;
  /** Persons in each variant, all looks together. */
  persons: number;
  testedRate: number;
}

/** The share of runs in which the reading found a difference at some look, and at the last. */
function playRates({ seed, persons, testedRate }: Play) {
  const random = seededRandom(seed);
  const found = { sequence: 0, peeking: 0, fixed: 0 };
  for (let run = 0; run < runs; run++) {
    let [a, b, n] = [0, 0, 0];
    let [sequence, peeking, fixed] = [false, false, false];
    for (let look = 1; look <= looks; look++) {
      const more = Math.round((persons * look) / looks) - n;
      n += more;
      a += random.successes(more, baseline);
      b += random.successes(more, testedRate);
      const [control, tested] = [rateSample(n, a), rateSample(n, b)];
      sequence ||= (confidenceSequence(control, tested)?.pValue ?? 1) < 0.05;
      fixed = (proportionTest(control, tested)?.pValue ?? 1) < 0.05;
      peeking ||= fixed;
    }
    if (sequence) found.sequence += 1;
    if (peeking) found.peeking += 1;
    if (fixed) found.fixed += 1;
  }
  return {
    sequence: found.sequence / runs,
    peeking: found.peeking / runs,
    fixed: found.fixed / runs,
  };
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

describe("A/A", () => {
  it.each([
    { persons: 2_500, seed: 1 },
    { persons: 10_000, seed: 2 },
  ])("the sequence is wrong in at most 6.5 % of runs with 20 looks ($persons each)", (play) => {
    const found = playRates({ ...play, testedRate: baseline });
    print(
      `A/A, ${runs} runs, ${looks} looks, ${play.persons} each: sequence ${percent(found.sequence)}, ` +
        `fixed test at every look ${percent(found.peeking)}, only at the end ${percent(found.fixed)}`,
    );
    expect(found.sequence).toBeLessThanOrEqual(0.065);
    // What it protects from: the fixed test, peeked at, is wrong about once in four.
    expect(found.peeking).toBeGreaterThan(0.18);
    expect(found.fixed).toBeLessThan(0.07);
  });

  it("holds for a skewed count as well, such as invites per person", () => {
    const random = seededRandom(5);
    const drawn = { sequence: 0, peeking: 0 };
    for (let run = 0; run < runs; run++) {
      const samples: [Sample, Sample] = [
        { n: 0, sum: 0, sumSquares: 0 },
        { n: 0, sum: 0, sumSquares: 0 },
      ];
      let [sequence, peeking] = [false, false];
      for (let look = 0; look < looks; look++) {
        for (const sample of samples) {
          for (let i = 0; i < 200; i++) {
            const invites = Math.floor(Math.log(random.next()) / Math.log(0.6));
            sample.n += 1;
            sample.sum += invites;
            sample.sumSquares += invites * invites;
          }
        }
        sequence ||= (confidenceSequence(...samples)?.pValue ?? 1) < 0.05;
        peeking ||= (welchTest(...samples)?.pValue ?? 1) < 0.05;
      }
      if (sequence) drawn.sequence += 1;
      if (peeking) drawn.peeking += 1;
    }
    print(
      `A/A of a skewed count: sequence ${percent(drawn.sequence / runs)}, ` +
        `Welch at every look ${percent(drawn.peeking / runs)}`,
    );
    expect(drawn.sequence / runs).toBeLessThanOrEqual(0.065);
  });
});

describe("a planted lift of 10 %", () => {
  const plan = { baseline, lift: 0.1, alpha: 0.05, power: 0.8 };

  it("is found by the sequence with the power that its calculator promised", () => {
    const persons = sequenceSampleSize(plan, looks);
    const found = playRates({ seed: 7, persons, testedRate: baseline * 1.1 });
    const promised = sequencePower(plan, persons, looks);
    print(
      `A/B +10 %, ${persons} each: sequence found ${percent(found.sequence)}, promised ${percent(promised)}`,
    );
    expect(Math.abs(found.sequence - promised)).toBeLessThanOrEqual(0.05);
  });

  it("is found by the fixed test with the power that its calculator promised", () => {
    const persons = Math.ceil(fixedSampleSize(plan));
    const found = playRates({ seed: 8, persons, testedRate: baseline * 1.1 });
    const promised = fixedPower(plan, persons);
    print(
      `A/B +10 %, ${persons} each: fixed test found ${percent(found.fixed)}, promised ${percent(promised)}`,
    );
    expect(Math.abs(found.fixed - promised)).toBeLessThanOrEqual(0.05);
  });
});

describe("the sample-ratio check", () => {
  it("is silent in even splits and finds six lost persons of a hundred, in 1,000 runs each", () => {
    const random = seededRandom(9);
    let [wrong, right] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const even = random.successes(20_000, 0.5);
      if (sampleRatio([even, 20_000 - even], [1, 1]).mismatch) wrong += 1;
      const kept = random.successes(10_000, 0.94);
      if (sampleRatio([10_000, kept], [1, 1]).mismatch) right += 1;
    }
    print(`SRM: ${wrong} false alarms in ${runs} even splits, ${right} found of ${runs} planted`);
    expect(wrong).toBeLessThanOrEqual(5);
    expect(right).toBeGreaterThanOrEqual(950);
  });
});
