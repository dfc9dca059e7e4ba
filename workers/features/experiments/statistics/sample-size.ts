/** How many persons each variant needs, for the fixed test and for the confidence sequence. */
import { unitRadius } from "./confidence-sequence.ts";
import { normalCdf, normalQuantile } from "./normal-distribution.ts";
import { crossingProbability, type Look } from "./repeated-looks.ts";

/** What one wants to find out about a rate. */
export interface Plan {
  /** The control's rate. */
  baseline: number;
  /** The smallest relative lift worth finding: 0.1 is ten percent more. */
  lift: number;
  alpha: number;
  power: number;
}

/** Persons each; no plan needs more. */
const most = 100_000_000;

/**
 * Persons in each variant for one reading at the end, two-sided (Fleiss, Levin & Paik 2003, section
 * 4.2, eq. 4.14, without continuity correction; R's power.prop.test):
 * ((z_(1-a/2) sqrt(2 p q) + z_power sqrt(p1 q1 + p2 q2)) / (p2 - p1))^2. Not rounded.
 */
export function fixedSampleSize({ baseline, lift, alpha, power }: Plan): number {
  const tested = rateWithLift(baseline, lift);
  const pooled = (baseline + tested) / 2;
  const spread = baseline * (1 - baseline) + tested * (1 - tested);
  const reach =
    normalQuantile(1 - alpha / 2) * Math.sqrt(2 * pooled * (1 - pooled)) +
    normalQuantile(power) * Math.sqrt(spread);
  return (reach / (tested - baseline)) ** 2;
}

/** The power of one reading with `n` persons in each variant (the same source, solved for it). */
export function fixedPower({ baseline, lift, alpha }: Omit<Plan, "power">, n: number): number {
  const tested = rateWithLift(baseline, lift);
  const pooled = (baseline + tested) / 2;
  const spread = baseline * (1 - baseline) + tested * (1 - tested);
  const needed = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * pooled * (1 - pooled));
  return normalCdf((Math.abs(tested - baseline) * Math.sqrt(n) - needed) / Math.sqrt(spread));
}

/** The power of the sequence looked at `looks` times, evenly, up to `n` persons in each variant. */
export function sequencePower(
  { baseline, lift, alpha }: Omit<Plan, "power">,
  n: number,
  looks: number,
): number {
  const tested = rateWithLift(baseline, lift);
  const spread = baseline * (1 - baseline) + tested * (1 - tested);
  const drift = (tested - baseline) * Math.sqrt(n / spread);
  return crossingProbability(sequenceLooks(n, looks, alpha), drift);
}

/** The boundary of the sequence as z values, whatever the variance: radius / standard error. */
export function sequenceLooks(n: number, looks: number, alpha: number): Look[] {
  return Array.from({ length: looks }, (_, index) => {
    const information = (index + 1) / looks;
    const persons = 2 * n * information;
    return { information, boundary: unitRadius(persons, alpha) * Math.sqrt(persons) };
  });
}

/** Persons in each variant until the sequence, looked at so often, has that power. Rounded up. */
export function sequenceSampleSize(plan: Plan, looks = 20): number {
  let high = Math.max(2, Math.ceil(fixedSampleSize(plan)));
  while (sequencePower(plan, high, looks) < plan.power) {
    if (high >= most) return most;
    high *= 2;
  }
  let low = Math.floor(high / 2);
  while (high - low > Math.max(1, high / 1_000)) {
    const middle = Math.floor((low + high) / 2);
    if (sequencePower(plan, middle, looks) < plan.power) low = middle;
    else high = middle;
  }
  return high;
}

function rateWithLift(baseline: number, lift: number): number {
  const tested = baseline * (1 + lift);
  if (!(baseline > 0 && baseline < 1 && tested > 0 && tested < 1 && lift !== 0)) {
    throw new RangeError("both rates have to be between 0 and 1, and different");
  }
  return tested;
}
