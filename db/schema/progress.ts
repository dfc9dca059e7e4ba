/** Practice: the runs that count, what follows from them, time zones, and buddy challenges. */
import { index, integer, jsonb, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { subjects } from "#shared/vocabulary.ts";
import { moment, typeId } from "./columns.ts";

/** One entry for each completed deck that was not held. Append-only. */
export const practiceEntries = pgTable(
  "practice_entries",
  {
    sourceEventId: typeId("evt").primaryKey(),
    /** The person (the account's first visitor id); a guest's entries wait for the account. */
    visitorId: typeId("vis").notNull(),
    runId: typeId("run").notNull(),
    deckId: text().notNull(),
    subject: text({ enum: subjects }).notNull(),
    score: smallint().notNull(),
    total: smallint().notNull(),
    durationMs: integer().notNull(),
    practisedAt: moment().notNull(),
  },
  (t) => [index().on(t.visitorId, t.practisedAt)],
);

/** The time zones a person's browser was in, each from a moment on. Append-only. */
export const personZones = pgTable(
  "person_zones",
  {
    visitorId: typeId("vis").notNull(),
    since: moment().notNull(),
    zone: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitorId, t.since] })],
);

/** What follows from a person's entries and zones; rebuilt from them as a whole. */
export const personProgress = pgTable("person_progress", {
  visitorId: typeId("vis").primaryKey(),
  /** Entries and zones it was built from: more of them are newer. */
  version: integer().notNull(),
  state: jsonb().$type<Record<string, unknown>>().notNull(),
});

/** What was told once of a person: each mark is one fact. */
export const progressMarks = pgTable(
  "progress_marks",
  {
    visitorId: typeId("vis").notNull(),
    kind: text({ enum: ["achievement", "streak", "level", "best"] }).notNull(),
    /** The achievement, the days, the level, or the run's event. */
    key: text().notNull(),
    eventId: typeId("evt").notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitorId, t.kind, t.key] })],
);

/** A buddy challenge that was taken up: the invitee's first finished run by that link decides. */
export const challenges = pgTable(
  "challenges",
  {
    linkId: typeId("link").notNull(),
    inviteeVisitorId: typeId("vis").notNull(),
    inviterVisitorId: typeId("vis").notNull(),
    deckId: text().notNull(),
    winner: text({ enum: ["inviter", "invitee", "nobody"] }).notNull(),
    inviterScore: smallint().notNull(),
    inviterDurationMs: integer().notNull(),
    inviteeScore: smallint().notNull(),
    inviteeDurationMs: integer().notNull(),
    inviteeRunId: typeId("run").notNull(),
    total: smallint().notNull(),
    decidedAt: moment().notNull(),
    /** The one `challenge.decided` that tells of it. */
    eventId: typeId("evt").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.linkId, t.inviteeVisitorId] }),
    index().on(t.inviteeVisitorId, t.decidedAt.desc()),
    index().on(t.inviterVisitorId, t.decidedAt.desc()),
  ],
);
