/** Retention: seals the intakes that old months of events still serve, then drops those months. */
import type { Ctx } from "../../platform/context.ts";
import { firstKeptMonth, oldMonths } from "./event-retention.ts";
import {
  deleteOldDeadTelemetry,
  deleteOldDeliveries,
  dropEventMonth,
  listEventMonths,
  readSeal,
} from "./retention.repo.ts";
import { sealIntakes } from "./seal-intakes.ts";

/** How long counting before a seal may take, and deleting after it, in milliseconds. */
const sealBudgetMs = 60_000;
const deleteBudgetMs = 20_000;
const rowsAtOnce = 5_000;

export interface Dropped {
  /** Up to which day intakes are sealed now; null where none is. */
  sealedThrough: string | null;
  months: number;
  /** Months that are old enough and had to stay: not sealed in time, or with open deliveries. */
  waiting: number;
  deliveries: number;
  deadTelemetry: number;
}

/**
 * Drops months whose last day is more than EVENT_RETENTION_DAYS old, at most three a run, once all
 * intakes that may need them are sealed. Each step is a transaction of its own, and asks the
 * database what is still to be done: a run may end anywhere, and the next one goes on.
 */
export async function dropOldEvents(ctx: Pick<Ctx, "db" | "clock" | "config">): Promise<Dropped> {
  const { db, clock, config } = ctx;
  const now = clock.now();
  const old = oldMonths(await listEventMonths(db), now, config.EVENT_RETENTION_DAYS);
  const dropped = { months: 0, waiting: 0, deliveries: 0, deadTelemetry: 0 };
  const needed = old.at(-1)?.sealThrough;
  if (needed && ((await readSeal(db)) ?? "") < needed) await sealIntakes(ctx, needed, sealBudgetMs);
  for (const { month, sealThrough } of old) {
    if (await dropEventMonth(db, month, sealThrough)) dropped.months += 1;
    else dropped.waiting += 1;
  }
  const kept = firstKeptMonth(now, config.EVENT_RETENTION_DAYS);
  const until = clock.now() + deleteBudgetMs;
  dropped.deliveries = await repeat(ctx, until, () => deleteOldDeliveries(db, kept, rowsAtOnce));
  dropped.deadTelemetry = await repeat(ctx, until, () =>
    deleteOldDeadTelemetry(db, kept, rowsAtOnce),
  );
  return { sealedThrough: await readSeal(db), ...dropped };
}

/** Until a step finds less than a full portion, or time is up. Answers the sum. */
async function repeat(
  ctx: Pick<Ctx, "clock">,
  until: number,
  step: () => Promise<number>,
): Promise<number> {
  let sum = 0;
  for (;;) {
    const done = await step();
    sum += done;
    if (done < rowsAtOnce || ctx.clock.now() >= until) return sum;
  }
}
