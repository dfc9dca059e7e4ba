/** The rollups of the metrics: what changed, who began when, and the buckets counted from it. */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { moment, typeId } from "./columns.ts";

/** What changed, written by triggers in the transaction that changed it; the sweep takes it. */
export const metricMarks = pgTable("metric_marks", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  visitorId: uuid(),
  linkId: uuid(),
  /** The calendar day of the events. */
  day: date({ mode: "string" }),
  /** When the first of the events happened; null where anything may have changed. */
  at: moment(),
});

/** In which intake a person is: the day of the first deck completed, in UTC. */
export const metricPeople = pgTable(
  "metric_people",
  {
    personId: typeId("vis").primaryKey(),
    day: date({ mode: "string" }).notNull(),
    t0: moment().notNull(),
    subject: text().notNull(),
    /** Every deck was completed faster than is humanly possible. */
    bot: boolean().notNull(),
  },
  (t) => [index().on(t.day)],
);

/** Buckets that no longer hold what the events say. */
export const metricDirty = pgTable(
  "metric_dirty",
  {
    kind: text({ enum: ["intake", "daily", "month", "engagement"] }).notNull(),
    /** Of a month, its first day. */
    day: date({ mode: "string" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.day] })],
);

/** Counts of one intake. An empty text stands for all; persons are in one row of each sort only. */
export const metricBuckets = pgTable(
  "metric_buckets",
  {
    loop: text().notNull(),
    persona: text().notNull(),
    subject: text().notNull(),
    /** `experiment:variant`. */
    variant: text().notNull(),
    measure: text().notNull(),
    day: date({ mode: "string" }).notNull(),
    /** What it counts by: invitees of an inviter, days of the window, or a bin of time. */
    bin: integer().notNull(),
    n: bigint({ mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({
      columns: [t.loop, t.persona, t.subject, t.variant, t.measure, t.day, t.bin],
    }),
    index().on(t.day),
  ],
);

/** Sums of `metric_buckets` over the intakes of one month, so that a long history is few rows. */
export const metricMonths = pgTable(
  "metric_months",
  {
    loop: text().notNull(),
    persona: text().notNull(),
    subject: text().notNull(),
    variant: text().notNull(),
    measure: text().notNull(),
    /** Its first day. */
    month: date({ mode: "string" }).notNull(),
    bin: integer().notNull(),
    n: bigint({ mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({
      columns: [t.loop, t.persona, t.subject, t.variant, t.measure, t.month, t.bin],
    }),
    index().on(t.month),
  ],
);

/** Counts of one calendar day, for the guardrails. */
export const metricDaily = pgTable(
  "metric_daily",
  {
    day: date({ mode: "string" }).notNull(),
    loop: text().notNull(),
    measure: text().notNull(),
    bin: integer().notNull(),
    n: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.loop, t.measure, t.bin] })],
);

/** Who was active on one calendar day, and what of ours was used. Each person is in one persona. */
export const metricEngagement = pgTable(
  "metric_engagement",
  {
    /** An empty text stands for all. */
    persona: text().notNull(),
    measure: text().notNull(),
    day: date({ mode: "string" }).notNull(),
    /** Days since the person's last active day, at most 28; of a session, a bin of time. */
    bin: integer().notNull(),
    n: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.persona, t.measure, t.day, t.bin] }), index().on(t.day)],
);

/** Up to this day intakes are closed for good, because their events may be gone. One row at most. */
export const metricSeals = pgTable("metric_seals", {
  one: boolean().primaryKey().default(sql`true`),
  sealedThrough: date({ mode: "string" }).notNull(),
  /** The last day whose events were dropped; null where none were. */
  droppedThrough: date({ mode: "string" }),
});
