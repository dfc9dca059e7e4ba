/** The event log and its deliveries (the outbox). */
import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import type { EventName } from "#shared/events.ts";
import { loops } from "#shared/vocabulary.ts";
import { moment, typeId } from "./columns.ts";

/** Append-only, partitioned by month on `day` (see the migration); drizzle-kit knows no partitions. */
export const events = pgTable(
  "events",
  {
    /** The UTC day inside the UUIDv7 of `id`. */
    day: date({ mode: "string" }).notNull(),
    id: typeId("evt").notNull(),
    name: text().$type<EventName>().notNull(),
    schemaVersion: smallint().notNull(),
    occurredAt: moment().notNull(),
    receivedAt: moment().notNull(),
    /** By how many milliseconds `occurredAt` was moved, because the sender's clock was wrong. */
    skewMs: bigint({ mode: "number" }),
    visitorId: typeId("vis").notNull(),
    userId: typeId("user"),
    sessionId: typeId("sess"),
    loop: text({ enum: loops }),
    linkId: typeId("link"),
    /** The person credited, on `invite.*` events about an invitee. */
    inviterVisitorId: typeId("vis"),
    props: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.day, t.id] }),
    index().on(t.name, t.occurredAt),
    index().on(t.visitorId, t.occurredAt),
    index().on(t.inviterVisitorId, t.occurredAt).where(sql`inviter_visitor_id is not null`),
    index("events_sent_link_idx").on(t.linkId).where(sql`name = 'invite.sent'`),
  ],
);

/** One row for each event and feature that reacts to it. */
export const eventDeliveries = pgTable(
  "event_deliveries",
  {
    eventId: typeId("evt").notNull(),
    eventDay: date({ mode: "string" }).notNull(),
    feature: text().notNull(),
    attempts: smallint().notNull().default(0),
    /** Not before this; while someone works on it, the end of the lease. */
    dueAt: moment().notNull(),
    deliveredAt: moment(),
    /** Given up: an admin has to look. */
    deadAt: moment(),
    lastError: text(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.feature] }),
    index("event_deliveries_due_idx")
      .on(t.dueAt)
      .where(sql`delivered_at is null and dead_at is null`),
    index("event_deliveries_dead_idx").on(t.deadAt, t.eventId).where(sql`dead_at is not null`),
  ],
);

/** Messages of the queue that were given up: kept as they came, for an admin to look at. */
export const deadTelemetry = pgTable(
  "dead_telemetry",
  {
    /** The queue's own id of the message. */
    messageId: text().primaryKey(),
    diedAt: moment().notNull(),
    /** How many events, hits and opens it held. */
    parts: integer().notNull(),
    lastError: text().notNull(),
    /** JSON, as text: what Postgres refuses as JSON may be why it is here. */
    body: text().notNull(),
  },
  (t) => [index().on(t.diedAt)],
);
