/** What becomes of tracked events that the queue delivers, and of those that it gives up. */
import type { Ctx } from "../../platform/context.ts";
import {
  messagesIn,
  type TelemetryBatch,
  type TelemetryMessage,
} from "../../platform/telemetry.ts";
import { insertDead, storeTrackedOf } from "./events.repo.ts";

/** Stores what browsers sent; a message delivered twice is stored once. */
export async function storeTracked(
  ctx: Ctx,
  bodies: readonly (TelemetryMessage | TelemetryBatch)[],
): Promise<void> {
  const messages = messagesIn(bodies);
  await storeTrackedOf(
    ctx.db,
    messages.filter((message) => message.type === "tracked"),
  );
}

/** Keeps a message that could not be stored, and logs it. */
export async function keepDeadTelemetry(
  ctx: Ctx,
  dead: { id: string; body: TelemetryMessage | TelemetryBatch; error: unknown },
): Promise<void> {
  const { id: messageId, body, error } = dead;
  const parts = messagesIn([body]).length;
  ctx.log.error("telemetry given up", error, { messageId, parts });
  const lastError = error instanceof Error ? error.name.slice(0, 200) : "unknown";
  const message = { messageId, parts, lastError, body: JSON.stringify(body) };
  await insertDead(ctx.db, message, new Date(ctx.clock.now()));
}
