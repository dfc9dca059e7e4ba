/** The Bayesian chance that a variant is better than the control. */
import { incompleteBeta, logBeta } from "./beta-function.ts";
import { normalCdf } from "./normal-distribution.ts";
import { differenceVariance, meanOf, type Sample } from "./sample.ts";

/** Points of Simpson's rule, and how many standard deviations they reach to both sides. */
const steps = 400;
const reach = 9;

/**
 * P(pB > pA) for rates with a flat Beta(1, 1) prior each (Gelman et al., Bayesian Data Analysis,
 * 3rd ed. 2013, section 2.4): the integral of f_B(x) F_A(x), by Simpson's rule around B's mean.
 */
export function rateChanceToWin(control: Sample, tested: Sample): number {
  const a = { alpha: control.sum + 1, beta: control.n - control.sum + 1 };
  const b = { alpha: tested.sum + 1, beta: tested.n - tested.sum + 1 };
  const total = b.alpha + b.beta;
  const mean = b.alpha / total;
  const deviation = Math.sqrt((mean * (1 - mean)) / (total + 1));
  const from = Math.max(0, mean - reach * deviation);
  const to = Math.min(1, mean + reach * deviation);
  const width = (to - from) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = from + i * width;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * betaDensity(x, b.alpha, b.beta) * incompleteBeta(x, a.alpha, a.beta);
  }
  return Math.min(1, Math.max(0, (sum * width) / 3));
}

function betaDensity(x: number, alpha: number, beta: number): number {
  if (x <= 0 || x >= 1) return (x <= 0 && alpha === 1) || (x >= 1 && beta === 1) ? alpha * beta : 0;
  return Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x) - logBeta(alpha, beta));
}

/**
 * P(muB > muA) for means, by the normal limit of their posteriors under a flat prior (Gelman et
 * al. 2013, sections 2.5 and 4.1). One half where nothing is known.
 */
export function meanChanceToWin(control: Sample, tested: Sample): number {
  const variance = differenceVariance(control, tested);
  if (!(variance > 0)) return 0.5;
  return normalCdf((meanOf(tested) - meanOf(control)) / Math.sqrt(variance));
}
