/** Points entries (append-only), their reviews, the totals that boards are built from, and what remains of them. */
import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { holdReasons, verdicts } from "#shared/held-points.ts";
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
    heldFor: text({ enum: holdReasons }),
  },
  (t) => [
    index().on(t.visitorId, t.subject, t.earnedAt),
    index("points_entries_held_idx").on(t.earnedAt, t.sourceEventId).where(sql`held`),
  ],
);

/** What an admin decided about a held entry: once, and for good. */
export const pointsReviews = pgTable("points_reviews", {
  sourceEventId: typeId("evt").primaryKey(),
  verdict: text({ enum: verdicts }).notNull(),
  reviewerId: typeId("user").notNull(),
  reviewedAt: moment().notNull(),
  /** The fact that tells of it. */
  eventId: typeId("evt").notNull(),
});

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

const boardColumns = {
  subject: text({ enum: subjects }).notNull(),
  period: text({ enum: periods }).notNull(),
  periodStart: date({ mode: "string" }).notNull(),
};

/** Boards whose period has ended and whose standings are final: nothing counts on them any more. */
export const finalBoards = pgTable(
  "final_boards",
  { ...boardColumns, players: integer().notNull(), closedAt: moment().notNull() },
  (t) => [primaryKey({ columns: [t.subject, t.period, t.periodStart] })],
);

/** Where everybody stood at the end of a period. */
export const leaderboardFinals = pgTable(
  "leaderboard_finals",
  {
    ...boardColumns,
    visitorId: typeId("vis").notNull(),
    /** One's own rank; `place` is shared by equal scores. */
    rank: integer().notNull(),
    place: integer().notNull(),
    score: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subject, t.period, t.periodStart, t.visitorId] }),
    uniqueIndex().on(t.subject, t.period, t.periodStart, t.rank),
    index().on(t.visitorId),
  ],
);

/** Who has come into a board's top, once for each person, board and period. */
export const rankMarks = pgTable(
  "rank_marks",
  {
    ...boardColumns,
    visitorId: typeId("vis").notNull(),
    /** The fact that tells of it. */
    eventId: typeId("evt").notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.period, t.periodStart, t.visitorId] })],
);
