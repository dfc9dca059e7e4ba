/** Tutors' public pages: a name and subjects from closed lists, shown while the tutor wants it. */
import { boolean, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Subject } from "#shared/vocabulary.ts";
import { moment, typeId } from "./columns.ts";
import { users } from "./people.ts";

export const tutorPages = pgTable(
  "tutor_pages",
  {
    userId: typeId("user")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Words of closed lists and a number; not the alias, which belongs to other places. */
    slug: text().notNull(),
    subjects: jsonb().$type<readonly Subject[]>().notNull(),
    published: boolean().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [uniqueIndex("tutor_pages_slug_key").on(t.slug)],
);
