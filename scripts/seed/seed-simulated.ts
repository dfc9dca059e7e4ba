/** Six weeks of simulated people who invite people, so that the operator's pages have something to say. */
import type { Db } from "#db/client.ts";
import { dayMs } from "#workers/features/metrics/definitions.ts";
import { sweepRollups } from "#workers/features/metrics/sweep-rollups.ts";
import { landEvents } from "../simulate/land-events.ts";
import { defaultOptions } from "../simulate/options.ts";
import { simulateWorld } from "../simulate/simulated-world.ts";

/** One loop carries the growth by itself, the three others do not. */
const options = {
  ...defaultOptions,
  ...{ k: 1.45, days: 42, arrivals: 3, seed: 4 },
  loops: [0.88, 0.05, 0.04, 0.03] as const,
};

/** Up to the last midnight (UTC) before `now`, in milliseconds; counted when it resolves. */
export async function seedSimulated(db: Db, now: number): Promise<void> {
  const world = simulateWorld(options, Math.floor(now / dayMs) * dayMs);
  await landEvents(db, world, async () => {});
  await sweepRollups({ db, clock: { now: () => now } }, Number.POSITIVE_INFINITY);
}
