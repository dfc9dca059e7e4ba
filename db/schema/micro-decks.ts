/** Micro-deck runs and first values. The decks themselves are content of the code. */
import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { loops, subjects } from "#shared/vocabulary.ts";
import { moment, typeId } from "./columns.ts";

/** What a person answered to one question. `choice` counts from 0. */
export interface StoredAnswer {
  choice: number;
  correct: boolean;
  atMs: number;
}

/** One person working through one deck; a finished run is a result. */
export const deckRuns = pgTable(
  "deck_runs",
  {
    id: typeId("run").primaryKey(),
    deckId: text().notNull(),
    subject: text({ enum: subjects }).notNull(),
    /** The person (the account's first visitor id). */
    visitorId: typeId("vis").notNull(),
    userId: typeId("user"),
    linkId: typeId("link"),
    loop: text({ enum: loops }),
    startedAt: moment().notNull(),
    answers: jsonb().$type<Record<string, StoredAnswer>>().notNull().default({}),
    completedAt: moment(),
    /** The `deck.completed` event of the one call that completed this run. */
    completedEventId: typeId("evt"),
    score: smallint(),
    total: smallint().notNull(),
    durationMs: integer(),
    /** Done in less than humanly possible time: kept, and looked at. */
    flagged: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex("deck_runs_open_guest_key")
      .on(t.visitorId, t.deckId)
      .where(sql`completed_at is null and user_id is null`),
    uniqueIndex("deck_runs_open_account_key")
      .on(t.userId, t.deckId)
      .where(sql`completed_at is null and user_id is not null`),
    index().on(t.userId, t.completedAt.desc(), t.id.desc()),
    index().on(t.visitorId, t.completedAt.desc(), t.id.desc()),
    index("deck_runs_peers_idx")
      .on(t.deckId, t.completedAt.desc())
      .where(sql`completed_at is not null and not flagged`),
  ],
);

/** The first value moment of a person with a deck: once, whatever is retried or raced. */
export const firstValues = pgTable(
  "first_values",
  {
    visitorId: typeId("vis").notNull(),
    deckId: text().notNull(),
    runId: typeId("run").notNull(),
    eventId: typeId("evt").notNull(),
    reachedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitorId, t.deckId] })],
);
