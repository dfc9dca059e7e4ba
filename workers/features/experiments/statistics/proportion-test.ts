/** The two-proportion z test. */
import { normalCdf, normalQuantile } from "./normal-distribution.ts";
import { type Interval, meanOf, type Sample } from "./sample.ts";

export interface TestResult {
  /** The tested variant minus the control. */
  difference: number;
  statistic: number;
  /** Two-sided. */
  pValue: number;
  interval: Interval;
}

/**
 * H0: both rates are equal, with the pooled rate in the standard error (Fleiss, Levin & Paik,
 * Statistical Methods for Rates and Proportions, 3rd ed. 2003, section 3.2; NIST/SEMATECH handbook
 * 7.3.3):  z = (pB - pA) / sqrt(p (1 - p) (1/nA + 1/nB)). The interval is Wald's, unpooled.
 * Null where a variant has nobody, or where nobody or everybody did it.
 */
export function proportionTest(control: Sample, tested: Sample, alpha = 0.05): TestResult | null {
  if (control.n === 0 || tested.n === 0) return null;
  const [pA, pB] = [meanOf(control), meanOf(tested)];
  const pooled = (control.sum + tested.sum) / (control.n + tested.n);
  const pooledError = Math.sqrt(pooled * (1 - pooled) * (1 / control.n + 1 / tested.n));
  if (!(pooledError > 0)) return null;
  const difference = pB - pA;
  const statistic = difference / pooledError;
  const error = Math.sqrt((pA * (1 - pA)) / control.n + (pB * (1 - pB)) / tested.n);
  const reach = normalQuantile(1 - alpha / 2) * error;
  return {
    difference,
    statistic,
    pValue: 2 * normalCdf(-Math.abs(statistic)),
    interval: { low: difference - reach, high: difference + reach },
  };
}
