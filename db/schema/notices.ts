/** A person's inbox: one row for each event that is news to them alone. */
import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { type NoticeProps, noticeTypes } from "#shared/notices.ts";
import { moment, typeId } from "./columns.ts";
import { users } from "./people.ts";

export const notices = pgTable(
  "notices",
  {
    userId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Delivered again, it is the same row. */
    eventId: typeId("evt").notNull(),
    type: text({ enum: noticeTypes }).notNull(),
    props: jsonb().$type<NoticeProps>().notNull(),
    createdAt: moment().notNull(),
    readAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.eventId] }),
    index().on(t.userId, t.createdAt.desc(), t.eventId.desc()),
    index("notices_unread_idx").on(t.userId).where(sql`read_at is null`),
  ],
);
