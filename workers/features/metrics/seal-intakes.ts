/** Closes old intakes for good, before their events are dropped. */
import type { Ctx } from "../../platform/context.ts";
import { sealThrough } from "./marks.repo.ts";
import { sweepRollups } from "./sweep-rollups.ts";

/** Counts what still waits, then closes all intakes up to `day` (`YYYY-MM-DD`). Never opens one. */
export async function sealIntakes(ctx: Pick<Ctx, "db" | "clock">, day: string): Promise<void> {
  await sweepRollups(ctx, Number.POSITIVE_INFINITY);
  await sealThrough(ctx.db, day);
}
