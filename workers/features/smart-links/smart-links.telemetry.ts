/** What smart links do with a batch of telemetry from the queue. */
import type { Ctx } from "../../platform/context.ts";
import type { TelemetryMessage } from "../../platform/telemetry.ts";
import { storeHits, storeTouches } from "./touches.repo.ts";

/** Stores hits, opens and engagements; a message delivered twice is stored once. */
export async function storeTelemetry(
  ctx: Ctx,
  messages: readonly TelemetryMessage[],
): Promise<void> {
  const hits = messages.filter((message) => message.type === "hit");
  const events = messages.flatMap((message) => (message.type === "event" ? [message.event] : []));
  if (hits.length > 0) await ctx.db.execute(storeHits(hits));
  if (events.length > 0) await ctx.db.execute(storeTouches(events));
}
