/** One-sided sequential tests that a rate, or a quantile of a latency, stays within its limit. */
import { incompleteBeta, logBeta, upperIncompleteBeta } from "./beta-function.ts";

export type GuardrailState = "tripped" | "safe" | "inconclusive";

export interface GuardrailReading {
  state: GuardrailState;
  /** Evidence that the limit is broken, and that it is kept: 1 / alpha is enough. */
  against: number;
  inFavour: number;
}

/**
 * H0 "the rate is at most the limit" against "above", and the other way round, at every look. The
 * evidence is the likelihood ratio against the limit itself, mixed over the part beyond it of a
 * Beta(1, (1 - limit) / limit), whose mean is the limit (Robbins, Statistical methods related to the law of the iterated logarithm, Ann. Math.
 * Statist. 41, 1970; Howard, Ramdas, McAuliffe & Sekhon, Time-uniform, nonparametric, nonasymptotic
 * confidence sequences, Ann. Statist. 49, 2021, section 3.2, beta-binomial mixture): for every rate
 * under H0 it is a nonnegative supermartingale with mean 1 at most, so by Ville's inequality it
 * reaches 1 / alpha with probability alpha at most, however often one looks. No normal limit.
 */
export function rateGuardrail(
  counts: { events: number; persons: number },
  limit: number,
  alpha: number,
): GuardrailReading {
  if (!(limit > 0 && limit < 1)) throw new RangeError("a limit is between 0 and 1");
  const { events, persons } = counts;
  const prior = (1 - limit) / limit;
  const a = events + 1;
  const b = persons - events + prior;
  const likelihood = events * Math.log(limit) + (persons - events) * Math.log1p(-limit);
  const mixed = logBeta(a, b) - logBeta(1, prior) - likelihood;
  const priorAbove = Math.exp(prior * Math.log1p(-limit));
  const against = Math.exp(mixed) * (upperIncompleteBeta(limit, a, b) / priorAbove);
  const inFavour = Math.exp(mixed) * (incompleteBeta(limit, a, b) / (1 - priorAbove));
  const enough = 1 / alpha;
  const state = against >= enough ? "tripped" : inFavour >= enough ? "safe" : "inconclusive";
  return { state, against, inFavour };
}

/**
 * H0 "the `quantile` of the latency is at most the limit": then at most 1 - quantile of all take
 * longer, so it is the test of that rate (Howard & Ramdas, Sequential estimation of quantiles with
 * applications to A/B testing and best-arm identification, Bernoulli 28, 2022, section 2).
 */
export function latencyGuardrail(
  counts: { slower: number; persons: number },
  quantile: number,
  alpha: number,
): GuardrailReading {
  return rateGuardrail({ events: counts.slower, persons: counts.persons }, 1 - quantile, alpha);
}
