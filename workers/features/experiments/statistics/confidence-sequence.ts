/** The asymptotic confidence sequence: an interval that one may look at as often as one likes. */
import { differenceVariance, type Interval, meanOf, type Sample } from "./sample.ts";

/** The number of persons, of both variants together, at which the interval is tightest. */
export const tunedAt = 5_000;

export interface SequenceReading {
  difference: number;
  interval: Interval;
  /** Valid at every look: the smallest alpha at which the interval leaves out 0. */
  pValue: number;
}

/**
 * rho^2 of the normal mixture that is tightest at `n` (Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas,
 * Time-uniform central limit theory and asymptotic confidence sequences, Ann. Statist. 52, 2024,
 * appendix on optimising Robbins' normal mixture, in its approximate form):
 * (-2 ln(alpha) + ln(-2 ln(alpha) + 1)) / n.
 */
export function mixtureRate(n: number, alpha: number): number {
  const logs = -2 * Math.log(alpha);
  return (logs + Math.log(logs + 1)) / n;
}

/**
 * Half the width of the two-sided sequence for observations of unit variance after `n` of them
 * (the same paper, theorem 2.2): sqrt(2 (n r + 1) / (n^2 r) * ln(sqrt(n r + 1) / alpha)), r = rho^2.
 */
export function unitRadius(n: number, alpha: number, rate = mixtureRate(tunedAt, alpha)): number {
  const grown = n * rate + 1;
  return Math.sqrt(((2 * grown) / (n * n * rate)) * Math.log(Math.sqrt(grown) / alpha));
}

/**
 * The difference of two means at every look. n is all persons; the variance of one observation of
 * the difference is n times its squared standard error, as for the inverse-probability-weighted
 * outcomes of the same paper's section 3. Null where a variant has fewer than two persons.
 */
export function confidenceSequence(
  control: Sample,
  tested: Sample,
  alpha = 0.05,
): SequenceReading | null {
  if (control.n < 2 || tested.n < 2) return null;
  const n = control.n + tested.n;
  const difference = meanOf(tested) - meanOf(control);
  const variance = n * differenceVariance(control, tested);
  const radius = Math.sqrt(variance) * unitRadius(n, alpha);
  return {
    difference,
    interval: { low: difference - radius, high: difference + radius },
    pValue: sequencePValue(difference, variance, n, alpha),
  };
}

/** Theorem 2.2 solved for alpha, with rho fixed by the alpha of the report. */
function sequencePValue(difference: number, variance: number, n: number, alpha: number): number {
  if (!(variance > 0)) return 1;
  const rate = mixtureRate(tunedAt, alpha);
  const grown = n * rate + 1;
  const exponent = ((difference * difference) / variance) * ((n * n * rate) / (2 * grown));
  return Math.min(1, Math.sqrt(grown) * Math.exp(-exponent));
}
