/** Closes old intakes for good, before their events are dropped. */
import type { Ctx } from "../../platform/context.ts";
import { lastMark, sealThrough } from "./marks.repo.ts";
import { sweepRollups } from "./sweep-rollups.ts";

/**
 * Counts what still waits, then closes all intakes up to `day` (`YYYY-MM-DD`). Never opens one.
 * False where `budgetMs` was not enough to count everything: then nothing is closed.
 */
export async function sealIntakes(
  ctx: Pick<Ctx, "db" | "clock">,
  day: string,
  budgetMs = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const mark = await lastMark(ctx.db);
  await sweepRollups(ctx, budgetMs);
  return sealThrough(ctx.db, day, mark);
}
