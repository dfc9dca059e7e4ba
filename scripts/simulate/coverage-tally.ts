/** How often intervals hold the true K over many seeds: whole sums, so that parts can be added up. */
import { covers, estimateFromEvents, estimateNaively, simulatedEndMs } from "./estimate.ts";
import type { SimulationOptions } from "./options.ts";
import { simulateWorld } from "./simulated-world.ts";

export interface CoverageTally {
  covered: number;
  naiveCovered: number;
  n: number;
  sum: number;
  naiveSum: number;
}

/** Consecutive seeds from the options' one on: every `step`th, beginning at `first`. */
export function tallyCoverage(
  options: SimulationOptions,
  { runs, first, step }: { runs: number; first: number; step: number },
): CoverageTally {
  const tally = emptyTally();
  for (let run = first; run < runs; run += step) {
    const world = simulateWorld({ ...options, seed: options.seed + run }, simulatedEndMs);
    const estimate = estimateFromEvents(world);
    const naive = estimateNaively(world);
    addTally(tally, {
      covered: covers(estimate, options.k) ? 1 : 0,
      naiveCovered: covers(naive, options.k) ? 1 : 0,
      ...{ n: estimate.n, sum: estimate.k, naiveSum: naive.k },
    });
  }
  return tally;
}

export const emptyTally = (): CoverageTally => ({
  ...{ covered: 0, naiveCovered: 0 },
  ...{ n: 0, sum: 0, naiveSum: 0 },
});

export function addTally(to: CoverageTally, part: CoverageTally): void {
  to.covered += part.covered;
  to.naiveCovered += part.naiveCovered;
  to.n += part.n;
  to.sum += part.sum;
  to.naiveSum += part.naiveSum;
}
