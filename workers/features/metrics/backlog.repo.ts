/** What waits to be done, read at once: deliveries, messages, marks and buckets. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

export interface Backlog {
  deliveries: number;
  deadDeliveries: number;
  /** How long the oldest delivery is overdue; 0 where none is. */
  overdueSeconds: number;
  queuedMessages: number;
  marks: number;
  dirtyBuckets: number;
}

/** One row of `Backlog`. All of it is in partial indexes or small tables. */
export function readBacklog(db: Db, now: Date) {
  const open = sql`delivered_at is null and dead_at is null`;
  return db.execute(sql`select
    (select count(*) from event_deliveries where ${open})::int as deliveries,
    (select count(*) from event_deliveries where dead_at is not null)::int as "deadDeliveries",
    greatest(0, extract(epoch from ${now.toISOString()}::timestamptz
      - coalesce((select min(due_at) from event_deliveries where ${open}), 'infinity')))::float8
      as "overdueSeconds",
    (select count(*) from messages where state = 'queued')::int as "queuedMessages",
    (select count(*) from metric_marks)::int as marks,
    (select count(*) from metric_dirty)::int as "dirtyBuckets"`);
}
