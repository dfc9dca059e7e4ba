/** The check that the variants got the shares of people they were to get. */
import { chiSquareTail } from "./chi-square.ts";

/** Below this p value the split is broken and nothing else may be read from it. */
export const mismatchBelow = 0.001;

export interface SampleRatio {
  chiSquare: number;
  pValue: number;
  mismatch: boolean;
}

/**
 * Pearson's chi-square goodness of fit (NIST/SEMATECH handbook 1.3.5.15; as a check of experiments:
 * Fabijan et al., Diagnosing Sample Ratio Mismatch in Online Controlled Experiments, KDD 2019,
 * section 3). `weights` need not sum to 1; variants of weight 0 must have nobody.
 */
export function sampleRatio(counts: readonly number[], weights: readonly number[]): SampleRatio {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const weight = weights.reduce((sum, each) => sum + each, 0);
  if (total === 0 || weight <= 0) return { chiSquare: 0, pValue: 1, mismatch: false };
  let chiSquare = 0;
  let cells = 0;
  counts.forEach((count, index) => {
    const expected = (total * (weights[index] ?? 0)) / weight;
    if (expected > 0) {
      chiSquare += (count - expected) ** 2 / expected;
      cells += 1;
    } else if (count > 0) chiSquare = Number.POSITIVE_INFINITY;
  });
  const pValue = tail(chiSquare, cells);
  return { chiSquare, pValue, mismatch: pValue < mismatchBelow };
}

function tail(chiSquare: number, cells: number): number {
  if (!Number.isFinite(chiSquare)) return 0;
  return cells > 1 ? chiSquareTail(chiSquare, cells - 1) : 1;
}
