/** Takes telemetry from a browser: each event for itself, the good ones to the queue. */
import type { DomainEvent, TrackedName } from "#shared/events.ts";
import { AppError } from "../../platform/app-error.ts";
import { callerOf } from "../../platform/client-network.ts";
import { ownerOf, type RequestCtx, requirePerson } from "../../platform/context.ts";
import { hmac, toBase64Url } from "../../platform/hmac.ts";
import type { RateLimiterApi } from "../../platform/rate-limiter.room.ts";
import { queueTelemetry, type TrackedMessage } from "../../platform/telemetry.ts";
import type { BucketLimit } from "../../platform/token-bucket.ts";
import { addressLimit, visitorLimit } from "./event-limits.ts";
import {
  type Reading,
  type Refusal,
  readTrackedEvent,
  type TrackedEvent,
} from "./tracked-event.ts";

export interface RecordInput {
  sentAt?: number | undefined;
  /** At most 100, of any shape. */
  events: readonly unknown[];
}

export type EventOutcome = { status: "accepted" } | { status: "refused"; reason: Refusal };

/**
 * One outcome for each event, in order. Throws RATE_LIMITED for the whole batch, and UNAVAILABLE
 * where the queue does not take it: then the same ids may come again.
 */
export async function recordEvents(ctx: RequestCtx, input: RecordInput): Promise<EventOutcome[]> {
  if (ctx.request.bot) return input.events.map(() => ({ status: "refused", reason: "bot" }));
  await takeEventTurns(ctx, input.events.length);
  const times = { sentAt: input.sentAt ?? null, receivedAt: ctx.clock.now() };
  const readings = input.events.map((raw) => readTrackedEvent(raw, times));
  const good = readings.flatMap((reading) => (reading.status === "good" ? [reading.event] : []));
  await queueTelemetry(
    ctx,
    good.map((event) => messageOf(ctx, event, times.receivedAt)),
  );
  return readings.map(outcomeOf);
}

function outcomeOf(reading: Reading): EventOutcome {
  return reading.status === "good" ? { status: "accepted" } : reading;
}

/** Whose event it is, the cookies say; the event itself is not asked. */
function messageOf(ctx: RequestCtx, event: TrackedEvent, receivedAt: number): TrackedMessage {
  const person = requirePerson(ctx);
  const { eventId, name, occurredAt, skewMs, props } = event;
  const stored: DomainEvent<TrackedName> = {
    eventId,
    name,
    schemaVersion: 1,
    occurredAt,
    receivedAt,
    ...ownerOf(person),
    sessionId: person.kind === "member" ? person.sessionId : null,
    loop: "loop" in props ? props.loop : null,
    linkId: null,
    inviterVisitorId: null,
    props,
  };
  return { type: "tracked", event: stored, skewMs };
}

/** An event costs a turn of its visitor and one of its address; outside, an address is a hash. */
async function takeEventTurns(ctx: RequestCtx, count: number): Promise<void> {
  const { visitorId } = requirePerson(ctx);
  const address = callerOf(ctx.request.headers.get("cf-connecting-ip") ?? "");
  const mac = hmac(ctx.config.COOKIE_SECRET, `event-address.v1.${address}`);
  const waits = await Promise.all([
    takeTurns(ctx, `events.${visitorId}`, visitorLimit, count),
    takeTurns(ctx, `events.${toBase64Url(mac.subarray(0, 16))}`, addressLimit, count),
  ]);
  const retryMs = Math.max(...waits);
  if (retryMs > 0) throw new AppError("RATE_LIMITED", { retryAfterS: Math.ceil(retryMs / 1000) });
}

function takeTurns(ctx: RequestCtx, name: string, limit: BucketLimit, count: number) {
  if (ctx.request.lookups) ctx.request.lookups.limiter += 1;
  return ctx.rooms.get<RateLimiterApi>("RATE_LIMITER", name).take(limit, count);
}
