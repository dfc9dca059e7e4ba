/** Telemetry by the queue: sent after the answer, delivered at least once, stored once. */
import type { DomainEvent, TelemetryName } from "#shared/events.ts";
import type { Id, LinkId } from "#shared/ids.ts";
import type { Ctx } from "./context.ts";

/** A request at a smart link. `at` is milliseconds since 1970. */
export interface HitMessage {
  type: "hit";
  hitId: Id<"hit">;
  linkId: LinkId;
  kind: "human" | "bot" | "prefetch" | "head";
  at: number;
}

export interface TelemetryEventMessage {
  type: "event";
  event: DomainEvent<TelemetryName>;
}

/** Asks whether the queue takes messages; carries nothing. */
export interface ProbeMessage {
  type: "probe";
}

export type TelemetryMessage = HitMessage | TelemetryEventMessage | ProbeMessage;

/** Hands a message to the queue after the response. A full or broken queue fails no request. */
export function sendTelemetry(ctx: Ctx, message: TelemetryMessage): void {
  ctx.waitUntil(
    ctx.config.TELEMETRY.send(message).catch((error: unknown) =>
      ctx.log.error("telemetry not sent", error, { type: message.type }),
    ),
  );
}
