/** Cohorts (study groups), their members, and the activity feed. */
import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { subjects } from "#shared/vocabulary.ts";
import { moment, typeId } from "./columns.ts";
import { users } from "./people.ts";

export const cohorts = pgTable(
  "cohorts",
  {
    id: typeId("coh").primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    subject: text({ enum: subjects }).notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex("cohorts_slug_key").on(t.slug)],
);

export const cohortMembers = pgTable(
  "cohort_members",
  {
    cohortId: typeId("coh")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    userId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    joinedAt: moment().notNull(),
    /** Named by the operator, never by joining: a tutor sees the members' results. */
    tutor: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.cohortId, t.userId] }), index().on(t.userId)],
);

export const feedTypes = [
  "friend_joined",
  "quiz_completed",
  "achievement_unlocked",
  "streak_milestone",
  "high_score",
  "level_up",
  "challenge_won",
  "leaderboard_rank",
] as const;

/** One line of the activity feed, made once for each source event and cohort. */
export const feedItems = pgTable(
  "feed_items",
  {
    id: typeId("feed").primaryKey(),
    cohortId: typeId("coh")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    type: text({ enum: feedTypes }).notNull(),
    actorId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    props: jsonb().$type<Record<string, unknown>>().notNull(),
    sourceEventId: typeId("evt").notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex("feed_items_source_key").on(t.sourceEventId, t.cohortId),
    index().on(t.cohortId, t.createdAt.desc(), t.id.desc()),
  ],
);
