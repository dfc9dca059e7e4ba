/** The cron's last steps, loaded by it alone: what takes its time and must hold up nothing else. */
import { copyEvents } from "./features/event-sink/copy-events.ts";
import { endCopying } from "./features/event-sink/end-copying.ts";
import { dropOldEvents } from "./features/metrics/drop-old-events.ts";
import { isDropTime } from "./features/metrics/event-retention.ts";
import type { Ctx } from "./platform/context.ts";

/** Each minute the second sink, where there is one; once a day what is old. Never throws. */
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
