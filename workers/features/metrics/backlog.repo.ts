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
  /** How old the oldest event is that is not in the second sink yet; null where there is no sink. */
  copyAgeSeconds: number | null;
}

/** One row of `Backlog`. All of it is in partial indexes or small tables. */
export function readBacklog(db: Db, now: Date) {
  const at = sql`${now.toISOString()}::timestamptz`;
  const open = sql`delivered_at is null and dead_at is null`;
  return db.execute(sql`select
    (select count(*) from event_deliveries where ${open})::int as deliveries,
    (select count(*) from event_deliveries where dead_at is not null)::int as "deadDeliveries",
    greatest(0, extract(epoch from ${at}
      - (select min(due_at) from event_deliveries where ${open})))::float8 as "overdueSeconds",
    (select count(*) from messages where state = 'queued')::int as "queuedMessages",
    (select count(*) from metric_marks)::int as marks,
    (select count(*) from metric_dirty)::int as "dirtyBuckets",
    (select greatest(0, extract(epoch from ${at} - least(
        (select stored_at from event_copies order by id limit 1),
        case when s.history_done_at is null then (select received_at from events
          where (day, id) > (coalesce(s.history_day, '-infinity'),
            coalesce(s.history_id, '00000000-0000-0000-0000-000000000000'))
          order by day, id limit 1) end)))
      from event_sinks s)::float8 as "copyAgeSeconds"`);
}
