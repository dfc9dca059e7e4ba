/** Brings the rollups up to what the events say: takes marks, then counts dirty buckets again. */
import type { Ctx } from "../../platform/context.ts";
import { recountIntake } from "./buckets.repo.ts";
import { recountDay } from "./daily.repo.ts";
import { recountEngagement } from "./engagement.repo.ts";
import { listDirty, markEverything, takeMarks } from "./marks.repo.ts";
import { recountMonth } from "./months.repo.ts";

const marksAtOnce = 5_000;
const bucketsAtOnce = 50;
const recount = {
  intake: recountIntake,
  daily: recountDay,
  month: recountMonth,
  engagement: recountEngagement,
};

export interface Swept {
  marks: number;
  buckets: number;
}

/**
 * Each step is a transaction of its own that leaves behind what is still to be done, so a sweep
 * may end anywhere and the next one goes on. Stops at `budgetMs`, by default 40 s.
 */
export async function sweepRollups(
  ctx: Pick<Ctx, "db" | "clock">,
  budgetMs = 40_000,
): Promise<Swept> {
  const until = ctx.clock.now() + budgetMs;
  const swept: Swept = { marks: 0, buckets: 0 };
  for (let taken = marksAtOnce; taken === marksAtOnce && ctx.clock.now() < until; ) {
    taken = await takeMarks(ctx.db, marksAtOnce);
    swept.marks += taken;
  }
  for (;;) {
    const dirty = await listDirty(ctx.db, bucketsAtOnce);
    for (const { kind, day } of dirty) {
      if (ctx.clock.now() >= until) return swept;
      await recount[kind](ctx.db, day);
      swept.buckets += 1;
    }
    if (dirty.length === 0) return swept;
  }
}

/** Counts all buckets from scratch. Sealed intakes stay as they are. */
export async function rebuildRollups(ctx: Pick<Ctx, "db" | "clock">): Promise<Swept> {
  await markEverything(ctx.db);
  return sweepRollups(ctx, Number.POSITIVE_INFINITY);
}
