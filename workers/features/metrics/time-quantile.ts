/** Quantiles of durations from counts by bins of time. */
import { timeEdges } from "./definitions.ts";

/**
 * The duration, in milliseconds, under which a share `q` of the counted ones lies: linear within
 * its bin, so off by less than the bin's tenth. Null where nothing was counted.
 */
export function timeQuantile(bins: ReadonlyMap<number, number>, q: number): number | null {
  const sorted = [...bins].filter(([, n]) => n > 0).sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, n]) => sum + n, 0);
  let below = 0;
  for (const [bin, n] of sorted) {
    if (below + n >= q * total) {
      const from = bin === 0 ? 0 : (timeEdges[bin - 1] ?? 0);
      const to = timeEdges[bin] ?? from;
      return from + ((q * total - below) / n) * (to - from);
    }
    below += n;
  }
  return null;
}
