/** Binomial draws whose time does not grow with the number of trials. */

/** From this mean on by rejection; below it the gaps between successes are few. */
const rejectionMean = 10;

/** Exact, from a stream of uniform numbers in [0, 1). */
export function drawBinomial(n: number, p: number, random: () => number): number {
  if (p >= 1) return n;
  if (p <= 0) return 0;
  if (p > 0.5) return n - drawBinomial(n, 1 - p, random);
  return n * p < rejectionMean ? countGaps(n, p, random) : drawByRejection(n, p, random);
}

/** Successes in n trials by geometric gaps between them: time grows with n * p, not n. */
function countGaps(n: number, p: number, random: () => number): number {
  const logFailure = Math.log1p(-p);
  const gap = () => Math.floor(Math.log(1 - random()) / logFailure) + 1;
  let successes = 0;
  for (let position = gap(); position <= n; position += gap()) successes += 1;
  return successes;
}

/**
 * W. Hörmann, "The generation of binomial random variates", Journal of Statistical Computation and
 * Simulation 46 (1993), algorithm BTRS: transformed rejection, for p <= 1/2 and n * p >= 10.
 */
function drawByRejection(n: number, p: number, random: () => number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const quick = 0.92 - 4.2 / b;
  const mode = Math.floor((n + 1) * p);
  const atMode = logFactorial(mode) + logFactorial(n - mode);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= quick) return k;
    if (k < 0 || k > n) continue;
    const bound =
      atMode - logFactorial(k) - logFactorial(n - k) + (k - mode) * Math.log(p / (1 - p));
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k;
  }
}

const small = [1, 1, 2, 6, 24, 120, 720, 5_040, 40_320, 362_880].map(Math.log);

/** ln(k!), by Stirling's series from 10 on: Abramowitz & Stegun 6.1.41; off by less than 1e-9. */
function logFactorial(k: number): number {
  const known = small[k];
  if (known !== undefined) return known;
  const x = k + 1;
  const series = (1 / 12 - (1 / 360 - 1 / 1260 / (x * x)) / (x * x)) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}
