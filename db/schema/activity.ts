/** The activity feed: what happened, the cohorts it stands in, and people's reactions. */
import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { activityTypes, reactionKinds, visibilities } from "#shared/activity.ts";
import { subjects } from "#shared/vocabulary.ts";
import { cohorts } from "./cohorts.ts";
import { moment, typeId } from "./columns.ts";
import { users } from "./people.ts";

const isPublic = sql`visibility = 'public'`;

/** One row for each source event, whose UUID is the id: delivered again it is the same row. */
export const activityEvents = pgTable(
  "activity_events",
  {
    id: typeId("feed").primaryKey(),
    type: text({ enum: activityTypes }).notNull(),
    actorId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Null for what belongs to no subject, such as a level. */
    subject: text({ enum: subjects }),
    visibility: text({ enum: visibilities }).notNull(),
    props: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Grows with each changed reaction: of two counts that were told, it says which is newer. */
    reactionVersion: integer().notNull().default(0),
    createdAt: moment().notNull(),
  },
  (t) => [
    index("activity_events_public_idx").on(t.createdAt.desc(), t.id.desc()).where(isPublic),
    index("activity_events_subject_idx")
      .on(t.subject, t.createdAt.desc(), t.id.desc())
      .where(isPublic),
    index("activity_events_type_idx").on(t.type, t.createdAt.desc(), t.id.desc()).where(isPublic),
    index().on(t.actorId, t.createdAt.desc(), t.id.desc()),
  ],
);

/** In which cohorts' feeds it stands: those that its person was in when it happened. */
export const activityPlaces = pgTable(
  "activity_places",
  {
    cohortId: typeId("coh")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    activityId: typeId("feed")
      .notNull()
      .references(() => activityEvents.id, { onDelete: "cascade" }),
    createdAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.activityId, t.cohortId] }),
    index().on(t.cohortId, t.createdAt.desc(), t.activityId.desc()),
  ],
);

/** A person's one reaction; null after they took it back. Counts are counted, never kept. */
export const activityReactions = pgTable(
  "activity_reactions",
  {
    activityId: typeId("feed")
      .notNull()
      .references(() => activityEvents.id, { onDelete: "cascade" }),
    personId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text({ enum: reactionKinds }),
    changedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.activityId, t.personId] }), index().on(t.personId)],
);
