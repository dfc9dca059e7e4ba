/** Telemetry by the queue: sent after the answer, delivered at least once, stored once. */
import type { DomainEvent, TelemetryName } from "#shared/events.ts";
import type { Id, LinkId, VisitorId } from "#shared/ids.ts";
import type { Ctx } from "./context.ts";

/** A request at a smart link. `at` is milliseconds since 1970. */
export interface HitMessage {
  type: "hit";
  hitId: Id<"hit">;
  linkId: LinkId;
  kind: "human" | "bot" | "prefetch" | "head";
  at: number;
  /** Who asked, where the browser brought no visitor id: see `WeakOpenMessage`. */
  weakKey?: string;
  /** The caller's own words about the campaign. */
  utm?: Utm;
}

/** `utm_*` parameters as they came: at most 5, of at most 64 characters each. */
export type Utm = Readonly<Record<string, string>>;

export interface TelemetryEventMessage {
  type: "event";
  event: DomainEvent<TelemetryName>;
  utm?: Utm;
}

/**
 * A landing page was asked for without cookies. It is an open of the link that the same keyed
 * daily hash of network and browser hit just before, and is marked weak.
 */
export interface WeakOpenMessage {
  type: "weak_open";
  eventId: Id<"evt">;
  visitorId: VisitorId;
  weakKey: string;
  at: number;
}

/** Asks whether the queue takes messages; carries nothing. */
export interface ProbeMessage {
  type: "probe";
}

export type TelemetryMessage = HitMessage | TelemetryEventMessage | WeakOpenMessage | ProbeMessage;

/** Hands a message to the queue after the response. A full or broken queue fails no request. */
export function sendTelemetry(ctx: Ctx, message: TelemetryMessage): void {
  ctx.waitUntil(
    ctx.config.TELEMETRY.send(message).catch((error: unknown) =>
      ctx.log.error("telemetry not sent", error, { type: message.type }),
    ),
  );
}
