/** Cohorts (study groups) and their members. */
import { boolean, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
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
