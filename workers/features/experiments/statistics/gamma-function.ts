/** The gamma function and its regularised incomplete forms. */

/** Coefficients of Godfrey (2001) for Lanczos's approximation with g = 7 and nine terms. */
const lanczosG = 7;
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;
const maxTerms = 10_000;
const epsilon = 1e-16;
const tiny = 1e-300;

/**
 * ln Gamma(x) for x > 0 (Lanczos, A precision approximation of the gamma function, SIAM J. Numer.
 * Anal. B 1, 1964). Relative error below 1e-13. Throws RangeError for other x.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError("logGamma needs x > 0");
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const t = z + lanczosG + 0.5;
  let sum: number = lanczos[0];
  for (let i = 1; i < lanczos.length; i++) sum += (lanczos[i] ?? 0) / (z + i);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** P(a, x) = gamma(a, x) / Gamma(a), the lower regularised incomplete gamma function. */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? seriesP(a, x) : 1 - fractionQ(a, x);
}

/** Q(a, x) = 1 - P(a, x), without cancellation in the tail. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - seriesP(a, x) : fractionQ(a, x);
}

/** The power series (NIST Digital Library of Mathematical Functions 8.11.4). */
function seriesP(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < maxTerms && Math.abs(term) > Math.abs(sum) * epsilon; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
}

/** The continued fraction (DLMF 8.9.2) by Lentz's method (Thompson & Barnett 1986). */
function fractionQ(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < maxTerms; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / nonZero(an * d + b);
    c = nonZero(b + an / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < epsilon * 4) break;
  }
  return value * Math.exp(-x + a * Math.log(x) - logGamma(a));
}

function nonZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
