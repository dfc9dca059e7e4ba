/** What may be read from an experiment's counts, and what it says. */
import { type Guardrail, type MetricName, metricKinds, type Variant } from "#shared/experiments.ts";
import { adjustPValues } from "./statistics/benjamini-hochberg.ts";
import { meanChanceToWin, rateChanceToWin } from "./statistics/chance-to-win.ts";
import { confidenceSequence } from "./statistics/confidence-sequence.ts";
import type { GuardrailState } from "./statistics/guardrail-test.ts";
import { proportionTest } from "./statistics/proportion-test.ts";
import { relativeLift } from "./statistics/relative-lift.ts";
import { type Interval, meanOf, type Sample } from "./statistics/sample.ts";
import { type SampleRatio, sampleRatio } from "./statistics/sample-ratio.ts";
import { welchTest } from "./statistics/welch-test.ts";

/** More persons than this share who saw two variants block the reading. */
export const multipleExposureAbove = 0.01;
const alpha = 0.05;
const dayMs = 24 * 3_600_000;

export interface ReadingInput {
  variants: readonly Variant[];
  primaryMetric: MetricName;
  metrics: readonly MetricName[];
  minPersons: number;
  minDays: number;
  /** Milliseconds since 1970; null while it is a draft. */
  phaseStartedAt: number | null;
  counts: readonly {
    variant: string;
    persons: number;
    sums: Readonly<Record<MetricName, { sum: number; sumSquares: number }>>;
  }[];
  exposed: number;
  multiplyExposed: number;
  guardrails: readonly { rail: Guardrail; state: GuardrailState }[];
}

export type Block = "sample_ratio_mismatch" | "multiple_exposure";
export type Verdict =
  | "blocked"
  | "harmful"
  | "hold"
  | "too_early"
  | "better"
  | "worse"
  | "no_difference_yet";

export interface Comparison {
  metric: MetricName;
  variant: string;
  controlMean: number;
  mean: number;
  /** Relative; null over a control of 0. */
  lift: number | null;
  liftInterval: Interval | null;
  /** One reading at the end: null until there are persons and days enough. */
  fixed: { pValue: number; interval: Interval } | null;
  /** Good at every look. */
  sequence: { pValue: number; interval: Interval } | null;
  /** The sequence's p value among all comparisons of this experiment. */
  adjustedPValue: number;
  chanceToWin: number;
}

export interface Reading {
  blocks: Block[];
  sampleRatio: SampleRatio;
  multipleExposureShare: number;
  enoughPersons: boolean;
  enoughDays: boolean;
  verdict: Verdict;
  /** Empty while the reading is blocked. */
  comparisons: Comparison[];
}

/** The whole reading. A broken split, or people in two variants, let nothing else be read. */
export function readExperiment(input: ReadingInput, now: number): Reading {
  const persons = input.variants.map(({ key }) => countsOf(input, key)?.persons ?? 0);
  const ratio = sampleRatio(
    persons,
    input.variants.map(({ weightBp }) => weightBp),
  );
  const multipleExposureShare = input.exposed > 0 ? input.multiplyExposed / input.exposed : 0;
  const blocks: Block[] = [];
  if (ratio.mismatch) blocks.push("sample_ratio_mismatch");
  if (multipleExposureShare > multipleExposureAbove) blocks.push("multiple_exposure");
  const enoughPersons = persons.every(
    (count, i) => count >= input.minPersons || input.variants[i]?.weightBp === 0,
  );
  const started = input.phaseStartedAt;
  const enoughDays = started !== null && now - started >= input.minDays * dayMs;
  const comparisons = blocks.length > 0 ? [] : compareAll(input, enoughPersons && enoughDays);
  const verdict = verdictOf(input, { blocks, comparisons, ready: enoughPersons && enoughDays });
  return {
    blocks,
    sampleRatio: ratio,
    multipleExposureShare,
    enoughPersons,
    enoughDays,
    verdict,
    comparisons,
  };
}

function countsOf(input: ReadingInput, variant: string) {
  return input.counts.find((each) => each.variant === variant);
}

function compareAll(input: ReadingInput, ready: boolean): Comparison[] {
  const metrics = [...new Set([input.primaryMetric, ...input.metrics])];
  const [control, ...tested] = input.variants;
  if (!control) return [];
  const comparisons = metrics.flatMap((metric) =>
    tested.map(({ key }) =>
      compare(
        metric,
        key,
        sampleOf(input, control.key, metric),
        sampleOf(input, key, metric),
        ready,
      ),
    ),
  );
  const adjusted = adjustPValues(comparisons.map(({ sequence }) => sequence?.pValue ?? 1));
  return comparisons.map((each, i) => ({ ...each, adjustedPValue: adjusted[i] ?? 1 }));
}

function sampleOf(input: ReadingInput, variant: string, metric: MetricName): Sample {
  const counts = countsOf(input, variant);
  return { n: counts?.persons ?? 0, ...(counts?.sums[metric] ?? { sum: 0, sumSquares: 0 }) };
}

function compare(
  metric: MetricName,
  variant: string,
  control: Sample,
  tested: Sample,
  ready: boolean,
): Comparison {
  const rate = metricKinds[metric] === "rate";
  const lift = relativeLift(control, tested, alpha);
  const fixed = ready ? (rate ? proportionTest : welchTest)(control, tested, alpha) : null;
  const sequence = confidenceSequence(control, tested, alpha);
  return {
    metric,
    variant,
    controlMean: meanOf(control),
    mean: meanOf(tested),
    lift: lift?.lift ?? null,
    liftInterval: lift?.interval ?? null,
    fixed: fixed && { pValue: fixed.pValue, interval: fixed.interval },
    sequence: sequence && { pValue: sequence.pValue, interval: sequence.interval },
    adjustedPValue: 1,
    chanceToWin: (rate ? rateChanceToWin : meanChanceToWin)(control, tested),
  };
}

/** Safety first, then validity, then time; only then who is better, by the primary metric. */
function verdictOf(
  input: ReadingInput,
  found: { blocks: readonly Block[]; comparisons: readonly Comparison[]; ready: boolean },
): Verdict {
  if (input.guardrails.some(({ state }) => state === "tripped")) return "harmful";
  if (found.blocks.length > 0) return "blocked";
  if (input.guardrails.some(({ rail, state }) => rail.childSafety && state !== "safe"))
    return "hold";
  if (!found.ready) return "too_early";
  const primary = found.comparisons.filter(({ metric }) => metric === input.primaryMetric);
  const sure = primary.filter(({ adjustedPValue }) => adjustedPValue <= alpha);
  if (sure.some(({ mean, controlMean }) => mean > controlMean)) return "better";
  return sure.length > 0 ? "worse" : "no_difference_yet";
}
