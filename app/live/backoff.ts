/** Full-jitter backoff: a random wait below a window that doubles, so that crowds spread. */
import { wireTimes } from "#shared/protocol/limits.ts";

/**
 * Milliseconds before a try; 0 before the first. `random` is in [0, 1).
 * See https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ ("full jitter").
 */
export function backoffMs(retries: number, random: number): number {
  if (retries <= 0) return 0;
  const window = wireTimes.backoffMinMs * 2 ** Math.min(retries - 1, 30);
  return Math.floor(random * Math.min(wireTimes.backoffMaxMs, window));
}
