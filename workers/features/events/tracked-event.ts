/** Reads one event as a browser sent it: refuses with a reason, or says what it is and when. Pure. */
import * as v from "valibot";
import * as z from "zod";
import {
  type EventProps,
  facts,
  isTrackedName,
  type TrackedName,
  touches,
  tracked,
} from "#shared/events.ts";
import { type EventId, idTimeMs, isId, toUuid } from "#shared/ids.ts";
import { correctTime } from "./clock-skew.ts";

/** Events outside of these, by the time in their id, have no partition, or nobody's trust. */
export const oldestMs = 35 * 86_400_000;
export const newestMs = 86_400_000;
/** One event as JSON, in characters. */
export const longestEvent = 1_000;

export const refusals = {
  malformed: "An event has eventId, name, props and perhaps occurredAt, and nothing else.",
  too_large: `An event has at most ${longestEvent} characters.`,
  unknown_name: "The catalogue has no such event.",
  server_fact: "Only the server writes this event.",
  bad_id: "eventId is evt_ and a UUIDv7.",
  out_of_range: "Its time is more than 35 days ago, or more than a day ahead.",
  bad_props: "The props are not those of this event.",
  bot: "Events of crawlers are not counted.",
} as const;
export type Refusal = keyof typeof refusals;

const envelope = z.strictObject({
  eventId: z.string(),
  name: z.string(),
  /** Milliseconds since 1970, by the sender's clock; the time in the id where it is missing. */
  occurredAt: z.number().int().min(0).max(8.64e15).optional(),
  props: z.record(z.string(), z.unknown()),
});

export interface TrackedEvent<N extends TrackedName = TrackedName> {
  eventId: EventId;
  name: N;
  occurredAt: number;
  skewMs: number | null;
  props: EventProps<N>;
}

export type Reading =
  | { status: "good"; event: TrackedEvent }
  | { status: "refused"; reason: Refusal };

const refused = (reason: Refusal): Reading => ({ status: "refused", reason });

/** `sentAt` is when the sender says it sent the batch, `receivedAt` when it came, by our clock. */
export function readTrackedEvent(
  raw: unknown,
  times: { sentAt: number | null; receivedAt: number },
): Reading {
  if (JSON.stringify(raw ?? null).length > longestEvent) return refused("too_large");
  const parsed = envelope.safeParse(raw);
  if (!parsed.success) return refused("malformed");
  const { eventId, name, props } = parsed.data;
  if (Object.hasOwn(facts, name) || Object.hasOwn(touches, name)) return refused("server_fact");
  if (!isTrackedName(name)) return refused("unknown_name");
  if (!isId("evt", eventId) || toUuid(eventId)[14] !== "7") return refused("bad_id");
  const at = parsed.data.occurredAt ?? idTimeMs(eventId);
  const range = [times.receivedAt - oldestMs, times.receivedAt + newestMs] as const;
  const within = (time: number) => time >= range[0] && time <= range[1];
  if (!within(idTimeMs(eventId)) || !within(at)) return refused("out_of_range");
  const fitting = v.safeParse(tracked[name], props);
  if (!fitting.success) return refused("bad_props");
  const time = correctTime({ ...times, at });
  return { status: "good", event: { eventId, name, ...time, props: fitting.output } };
}
