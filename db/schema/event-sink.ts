/** The second sink of events: whether there is one, and what is still to be copied to it. */
import { bigint, date, integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment, typeId } from "./columns.ts";

/** One row while copying is switched on; none means that nobody queues anything. */
export const eventSinks = pgTable("event_sinks", {
  name: text({ enum: ["tinybird"] }).primaryKey(),
  since: moment().notNull(),
  /** The last event copied of those that were there before, by their key; null before the first. */
  historyDay: date({ mode: "string" }),
  historyId: typeId("evt"),
  /** All that was there before has been copied. */
  historyDoneAt: moment(),
  /** Somebody copies, until then. */
  leasedUntil: moment().notNull(),
  /** Not before this, because the sink refused. */
  retryAt: moment().notNull(),
  /** Refusals since the last batch that was taken. */
  failures: integer().notNull(),
});

/** Events still to be copied, written by a trigger in the transaction that stores them. */
export const eventCopies = pgTable("event_copies", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  eventDay: date({ mode: "string" }).notNull(),
  eventId: typeId("evt").notNull(),
  storedAt: moment().notNull().defaultNow(),
});
