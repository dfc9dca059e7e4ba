/** What smart links do with a batch of telemetry from the queue. */
import type { Ctx } from "../../platform/context.ts";
import {
  messagesIn,
  type TelemetryBatch,
  type TelemetryMessage,
} from "../../platform/telemetry.ts";
import { storeTouchesOf } from "./touches.repo.ts";

/** Stores hits, opens and engagements at once; a message delivered twice is stored once. */
export async function storeTelemetry(
  ctx: Ctx,
  bodies: readonly (TelemetryMessage | TelemetryBatch)[],
): Promise<void> {
  const messages = messagesIn(bodies);
  await storeTouchesOf(ctx.db, {
    hits: messages.filter((message) => message.type === "hit"),
    touches: messages.filter((message) => message.type === "event"),
    weakOpens: messages.filter((message) => message.type === "weak_open"),
  });
}
