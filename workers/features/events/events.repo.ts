/** Queries that store telemetry once, keep what was given up, and show the newest events. */
import { and, count, desc, eq, lt, max, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { deadTelemetry, events } from "#db/schema/events.ts";
import type { EventName } from "#shared/events.ts";
import { type EventId, toUuid } from "#shared/ids.ts";
import { eventDay } from "../../platform/event-log.ts";
import type { TrackedMessage } from "../../platform/telemetry.ts";

/** Rows of one statement: a delivery holds up to 10,000, and Neon takes 10 MB comfortably. */
const rowsAtOnce = 2_500;

/** Repeats are nothing: the key is the day and the id. One round trip. */
export async function storeTrackedOf(db: Db, messages: readonly TrackedMessage[]): Promise<void> {
  const parts: SQL[] = [];
  for (let at = 0; at < messages.length; at += rowsAtOnce)
    parts.push(insertTracked(messages.slice(at, at + rowsAtOnce)));
  const [first, ...rest] = parts.map((part) => db.execute(part));
  if (first) await db.batch([first, ...rest]);
}

function insertTracked(messages: readonly TrackedMessage[]): SQL {
  const rows = messages.map(({ event, skewMs }) => ({
    day: eventDay(event.eventId),
    id: toUuid(event.eventId),
    name: event.name,
    occurred_at: new Date(event.occurredAt).toISOString(),
    received_at: new Date(event.receivedAt).toISOString(),
    skew_ms: skewMs,
    visitor_id: toUuid(event.visitorId),
    user_id: event.userId && toUuid(event.userId),
    session_id: event.sessionId && toUuid(event.sessionId),
    loop: event.loop,
    props: event.props,
  }));
  return sql`insert into events (day, id, name, schema_version, occurred_at, received_at, skew_ms,
      visitor_id, user_id, session_id, loop, props)
    select day, id, name, 1, occurred_at, received_at, skew_ms, visitor_id, user_id, session_id,
      loop, props
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(day date, id uuid, name text,
      occurred_at timestamptz, received_at timestamptz, skew_ms bigint, visitor_id uuid,
      user_id uuid, session_id uuid, loop text, props jsonb)
    on conflict do nothing`;
}

export interface DeadMessage {
  messageId: string;
  parts: number;
  lastError: string;
  body: string;
}

/** Keeps a message that was given up; once. */
export async function insertDead(db: Db, message: DeadMessage, now: Date): Promise<void> {
  await db
    .insert(deadTelemetry)
    .values({ ...message, diedAt: now })
    .onConflictDoNothing();
}

export interface EventPosition {
  at: number;
  id: EventId;
}

/**
 * The newest events and how many messages were given up, in one round trip. By name they are in
 * order of `occurredAt`, else of the time in their id: each has an index.
 */
export async function readTail(
  db: Db,
  filter: { name: EventName | null; before: EventPosition | null },
  limit: number,
) {
  const { name, before } = filter;
  const [rows, dead] = await db.batch([
    db
      .select({
        eventId: events.id,
        name: events.name,
        occurredAt: events.occurredAt,
        receivedAt: events.receivedAt,
        skewMs: events.skewMs,
        visitorId: events.visitorId,
        userId: events.userId,
        loop: events.loop,
        props: events.props,
      })
      .from(events)
      .where(name ? and(eq(events.name, name), olderOfName(before)) : older(before))
      .orderBy(...(name ? [desc(events.occurredAt)] : [desc(events.day)]), desc(events.id))
      .limit(limit),
    db.select({ messages: count(), newest: max(deadTelemetry.diedAt) }).from(deadTelemetry),
  ]);
  return { rows, dead: dead[0] ?? { messages: 0, newest: null } };
}

function older(before: EventPosition | null): SQL | undefined {
  return before
    ? sql`(${events.day}, ${events.id}) < (${eventDay(before.id)}::date, ${toUuid(before.id)}::uuid)`
    : undefined;
}

function olderOfName(before: EventPosition | null): SQL | undefined {
  if (!before) return undefined;
  const at = new Date(before.at);
  return or(lt(events.occurredAt, at), and(eq(events.occurredAt, at), lt(events.id, before.id)));
}
