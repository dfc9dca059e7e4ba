/** The door for the cron, loaded by it alone: what is done each minute, and each night. */
import { reactions } from "./event-handlers.ts";
import { copyEvents } from "./features/event-sink/copy-events.ts";
import { endCopying } from "./features/event-sink/end-copying.ts";
import { checkGuardrails } from "./features/experiments/check-guardrails.ts";
import { closePeriods } from "./features/leaderboards/close-periods.ts";
import { isSweepTime, sweepBoards } from "./features/leaderboards/sweep-boards.ts";
import { dropOldEvents } from "./features/metrics/drop-old-events.ts";
import { isDropTime } from "./features/metrics/event-retention.ts";
import { sweepRollups } from "./features/metrics/sweep-rollups.ts";
import { makePartitions } from "./features/operations/operations.repo.ts";
import type { Ctx } from "./platform/context.ts";
import { sweepDeliveries } from "./platform/event-delivery.ts";

/** Each minute: guardrails, failed deliveries, partitions, ended boards, rollups; nightly all boards. */
export async function runMinute(ctx: Ctx, scheduledMs: number): Promise<void> {
  await makePartitions(ctx.db, new Date(ctx.clock.now()));
  // What stops harm goes first, and what fails here must not keep deliveries waiting.
  const guardrails = await checkGuardrails(ctx).catch((error: unknown) => {
    ctx.log.error("guardrails not checked", error);
    return { tripped: 0 };
  });
  const tried = await sweepDeliveries(ctx, reactions);
  const closed = await closePeriods(ctx);
  const rollups = await sweepRollups(ctx);
  ctx.log.info("sweep", { tried, closed, loopsTurnedOff: guardrails.tripped, ...rollups });
  if (isSweepTime(scheduledMs)) {
    ctx.log.info("boards compared", { ...(await sweepBoards(ctx)) });
  }
  await takeLastSteps(ctx, scheduledMs);
}

/**
 * What may take its time, and must hold up nothing else: once a day what is old, each minute the
 * second sink, where there is one. Never throws.
 */
export async function takeLastSteps(ctx: Ctx, scheduledMs: number): Promise<void> {
  const hasSink = ctx.config.TINYBIRD_TOKEN !== undefined;
  if (isDropTime(scheduledMs)) {
    await attempt(ctx, "old events not dropped", async () => {
      ctx.log.info("old events dropped", { ...(await dropOldEvents(ctx)) });
    });
    if (!hasSink) await attempt(ctx, "copying not ended", () => endCopying(ctx));
  }
  if (hasSink) await attempt(ctx, "events not copied", () => copyEvents(ctx));
}

async function attempt(ctx: Ctx, fault: string, step: () => Promise<unknown>): Promise<void> {
  await step().catch((error: unknown) => ctx.log.error(fault, error));
}
