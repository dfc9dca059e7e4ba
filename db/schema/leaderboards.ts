/** Points entries (append-only) and the totals that boards are built from. */
import { boolean, date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { periods, subjects } from "#shared/vocabulary.ts";
import { moment, typeId } from "./columns.ts";

export const pointsEntries = pgTable(
  "points_entries",
  {
    /** One entry for each source event: a repeated delivery changes nothing. */
    sourceEventId: typeId("evt").primaryKey(),
    visitorId: typeId("vis").notNull(),
    subject: text({ enum: subjects }).notNull(),
    points: integer().notNull(),
    earnedAt: moment().notNull(),
    /** Hidden until someone has looked at it. */
    held: boolean().notNull().default(false),
  },
  (t) => [index().on(t.visitorId, t.subject, t.earnedAt)],
);

export const pointsTotals = pgTable(
  "points_totals",
  {
    visitorId: typeId("vis").notNull(),
    subject: text({ enum: subjects }).notNull(),
    period: text({ enum: periods }).notNull(),
    /** First UTC day of the period; 1970-01-01 for all time. */
    periodStart: date({ mode: "string" }).notNull(),
    score: integer().notNull(),
    /** When the score was reached: of two equal scores the earlier ranks first. */
    reachedAt: moment().notNull(),
    /** Grows by one with every change; a board takes a total only when its version is newer. */
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subject, t.period, t.periodStart, t.visitorId] }),
    index().on(t.visitorId),
    index().on(t.subject, t.period, t.periodStart, t.score.desc(), t.reachedAt, t.visitorId),
  ],
);
