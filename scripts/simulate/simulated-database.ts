/** A simulated world in a database: what the dashboard says of it there. */
import { createDb } from "#db/client.ts";
import { startLocalDatabase } from "#db/local/local-database.ts";
import { migrate } from "#db/local/migrate.ts";
import { compareRollups } from "#workers/features/metrics/compare-rollups.ts";
import { sweepRollups } from "#workers/features/metrics/sweep-rollups.ts";
import { viewKFactor } from "#workers/features/metrics/view-k-factor.ts";
import { asEstimate, type Estimate, windowDays } from "./estimate.ts";
import { landEvents } from "./land-events.ts";
import type { SimulatedWorld } from "./simulated-world.ts";

export interface Landed {
  estimate: Estimate;
  /** Counts that differ between the rollups and the raw events; none, one hopes. */
  differences: number;
}

/** Uses a database in memory that is gone afterwards. */
export async function countInDatabase(world: SimulatedWorld): Promise<Landed> {
  const database = await startLocalDatabase();
  const address = {
    databaseUrl: database.connectionString,
    proxyUrl: `http://127.0.0.1:${database.httpPort}`,
  };
  try {
    await migrate(address);
    const db = createDb(address);
    // The clock of the world stands at its end.
    const ctx = { db, clock: { now: () => world.endMs } };
    await landEvents(db, world, async () => {
      await sweepRollups(ctx);
    });
    const { differences } = await compareRollups(ctx);
    const { mature } = await viewKFactor(ctx, { windowDays });
    return { estimate: asEstimate(mature), differences: differences.length };
  } finally {
    await database.stop();
  }
}
