/** The standard normal distribution. */
import { lowerGamma, upperGamma } from "./gamma-function.ts";

/** phi(x), the density. */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** Phi(x) = P(Z <= x), by the incomplete gamma function (Abramowitz & Stegun 26.2.29, 6.5.16). */
export function normalCdf(x: number): number {
  const half = (x * x) / 2;
  return x < 0 ? upperGamma(0.5, half) / 2 : 0.5 + lowerGamma(0.5, half) / 2;
}

/**
 * The z with Phi(z) = p: Abramowitz & Stegun 26.2.23 (error below 4.5e-4), then two of Halley's
 * steps, which leave an error near 1e-14. Infinite at 0 and 1; throws RangeError beyond them.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError("a probability is between 0 and 1");
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z =
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) -
    t;
  for (let step = 0; step < 2; step++) {
    const ratio = (normalCdf(z) - p) / normalDensity(z);
    z -= ratio / (1 + (z * ratio) / 2);
  }
  return z;
}
