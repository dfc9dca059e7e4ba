/** Welch's t test for means whose variances may differ. */
import type { TestResult } from "./proportion-test.ts";
import { meanOf, type Sample, varianceOf } from "./sample.ts";
import { studentQuantile, studentTwoSided } from "./student-t.ts";

export interface WelchResult extends TestResult {
  degreesOfFreedom: number;
}

/**
 * t = (mB - mA) / sqrt(vA/nA + vB/nB) with the degrees of freedom of Welch and Satterthwaite (Welch,
 * The generalization of "Student's" problem when several different population variances are
 * involved, Biometrika 34, 1947, eq. 28; NIST/SEMATECH handbook 1.3.5.3).
 * Null where a variant has fewer than two persons or nothing varies.
 */
export function welchTest(control: Sample, tested: Sample, alpha = 0.05): WelchResult | null {
  if (control.n < 2 || tested.n < 2) return null;
  const a = varianceOf(control) / control.n;
  const b = varianceOf(tested) / tested.n;
  const error = Math.sqrt(a + b);
  if (!(error > 0)) return null;
  const degreesOfFreedom = (a + b) ** 2 / (a ** 2 / (control.n - 1) + b ** 2 / (tested.n - 1));
  const difference = meanOf(tested) - meanOf(control);
  const statistic = difference / error;
  const reach = studentQuantile(1 - alpha / 2, degreesOfFreedom) * error;
  return {
    difference,
    statistic,
    degreesOfFreedom,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
    interval: { low: difference - reach, high: difference + reach },
  };
}
