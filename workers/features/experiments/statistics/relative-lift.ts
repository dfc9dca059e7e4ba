/** The relative lift of a variant over the control. */
import { normalQuantile } from "./normal-distribution.ts";
import { type Interval, meanOf, type Sample, varianceOf } from "./sample.ts";

export interface RelativeLift {
  /** mB / mA - 1: 0.1 is ten percent more. */
  lift: number;
  standardError: number;
  interval: Interval;
}

/**
 * The delta method for a ratio of independent means (Casella & Berger, Statistical Inference, 2nd
 * ed. 2002, example 5.5.27; Deng, Knoblich & Lu, Applying the Delta Method in Metric Analytics, KDD
 * 2018, eq. 3):  Var(mB / mA) = vB / (nB mA^2) + mB^2 vA / (nA mA^4).
 * Null where the control's mean is not above 0 or a variant has fewer than two persons.
 */
export function relativeLift(control: Sample, tested: Sample, alpha = 0.05): RelativeLift | null {
  const [a, b] = [meanOf(control), meanOf(tested)];
  if (!(a > 0) || control.n < 2 || tested.n < 2) return null;
  const variance =
    varianceOf(tested) / tested.n / a ** 2 +
    ((b / a) ** 2 * varianceOf(control)) / control.n / a ** 2;
  const standardError = Math.sqrt(variance);
  const reach = normalQuantile(1 - alpha / 2) * standardError;
  const lift = b / a - 1;
  return { lift, standardError, interval: { low: lift - reach, high: lift + reach } };
}
