/** Telemetry by the queue: gathered for a moment, delivered at least once, stored once. */
import type { DomainEvent, TouchName, TrackedName } from "#shared/events.ts";
import type { Id, LinkId, VisitorId } from "#shared/ids.ts";
import { AppError } from "./app-error.ts";
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
  event: DomainEvent<TouchName>;
  utm?: Utm;
}

/** What a browser sent. `skewMs`: by how much its time was corrected; null where it was not. */
export interface TrackedMessage {
  type: "tracked";
  event: DomainEvent<TrackedName>;
  skewMs: number | null;
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

export type TelemetryMessage =
  | HitMessage
  | TelemetryEventMessage
  | TrackedMessage
  | WeakOpenMessage
  | ProbeMessage;

/** What one message of the queue holds: all that an isolate gathered within `gatherMs`. */
export interface TelemetryBatch {
  type: "batch";
  messages: readonly TelemetryMessage[];
}

/** How long an isolate gathers, in milliseconds, and how many messages: what its death can lose. */
export const gatherMs = 20;
export const gatherCount = 100;
/** A batch that is older was left behind by a request that was cut off. */
const abandonedMs = 1_000;

interface Gathering {
  messages: TelemetryMessage[];
  since: number;
}

type TelemetryCtx = Pick<Ctx, "clock" | "config" | "log" | "waitUntil">;

const gatherings = new WeakMap<Queue, Gathering>();

/** Hands a message to the queue after the response. A full or broken queue fails no request. */
export function sendTelemetry(ctx: TelemetryCtx, message: TelemetryMessage): void {
  const queue = ctx.config.TELEMETRY;
  const now = ctx.clock.now();
  const open = gatherings.get(queue);
  const gathering = open ?? { messages: [], since: now };
  gathering.messages.push(message);
  if (gathering.messages.length >= gatherCount) {
    gatherings.delete(queue);
    ctx.waitUntil(send(ctx, gathering.messages));
  } else if (!open || now - gathering.since > abandonedMs) {
    gatherings.set(queue, gathering);
    gathering.since = now;
    ctx.waitUntil(sendLater(ctx, gathering));
  }
}

/** Whoever began the gathering sends it, unless it was full before. */
async function sendLater(ctx: TelemetryCtx, gathering: Gathering): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, gatherMs));
  if (gatherings.get(ctx.config.TELEMETRY) !== gathering) return;
  gatherings.delete(ctx.config.TELEMETRY);
  await send(ctx, gathering.messages);
}

async function send(ctx: TelemetryCtx, messages: readonly TelemetryMessage[]): Promise<void> {
  const batch: TelemetryBatch = { type: "batch", messages };
  try {
    await ctx.config.TELEMETRY.send(batch);
  } catch (error) {
    ctx.log.error("telemetry not sent", error, { messages: messages.length });
  }
}

/**
 * Hands over at once what one request gathered, at most 100 messages, for a sender who tries again:
 * throws UNAVAILABLE when the queue does not take them.
 */
export async function queueTelemetry(
  ctx: Pick<Ctx, "config">,
  messages: readonly TelemetryMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  if (messages.length > gatherCount) throw new RangeError("more than one batch");
  const batch: TelemetryBatch = { type: "batch", messages };
  try {
    await ctx.config.TELEMETRY.send(batch);
  } catch (cause) {
    throw new AppError("UNAVAILABLE", { cause, retryAfterS: 5 });
  }
}

/** The messages in what the queue delivers. */
export function messagesIn(
  bodies: readonly (TelemetryMessage | TelemetryBatch)[],
): TelemetryMessage[] {
  return bodies.flatMap((body) => (body.type === "batch" ? body.messages : body));
}
