/** The chi-square distribution. */
import { upperGamma } from "./gamma-function.ts";

/** P(X >= x) with `df` degrees of freedom (Abramowitz & Stegun 26.4.19). */
export function chiSquareTail(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}
