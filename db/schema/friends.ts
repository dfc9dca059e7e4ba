/** Friendships: mutual and by consent, one row for each two people. */
import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { moment, typeId } from "./columns.ts";
import { users } from "./people.ts";

/** Where two people met: one accepted the other's invite, or they study in one cohort. */
export const friendOrigins = ["invite", "cohort"] as const;

/** `low` is the one of the two with the smaller id. */
export const friendships = pgTable(
  "friendships",
  {
    /** Names the pair on its own pages: never one person, and of no use elsewhere. */
    id: typeId("friend").primaryKey(),
    lowId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    highId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    origin: text({ enum: friendOrigins }).notNull(),
    lowAgreedAt: moment(),
    highAgreedAt: moment(),
    /** The yes of a minor's guardian, where the two share no cohort. */
    lowGuardianAt: moment(),
    highGuardianAt: moment(),
    /** When that guardian was told by mail that a yes is waited for. */
    lowToldAt: moment(),
    highToldAt: moment(),
    /** Friends since; the one `friends.made` that tells of it. */
    madeAt: moment(),
    madeEventId: typeId("evt"),
    /** Declined or removed, and by whom: the other one cannot ask again for a while. */
    endedAt: moment(),
    endedBy: typeId("user"),
    /** The other one asked nevertheless, or had asked: they see their request, nobody else does. */
    quietAskAt: moment(),
    createdAt: moment().notNull(),
    changedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex("friendships_pair_key").on(t.lowId, t.highId),
    index().on(t.highId),
    check("friendships_order", sql`low_id < high_id`),
  ],
);
