/** What is dropped when it is old: partitions of events, done deliveries, telemetry given up. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

/** The months that have a partition, by their first days, the oldest first. */
export async function listEventMonths(db: Db): Promise<string[]> {
  const answer = await db.execute(sql`select
      replace(substr(c.relname, 8), '_', '-') || '-01' as month
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'events'::regclass and c.relname ~ '^events_[0-9]{4}_[0-9]{2}$' order by 1`);
  return answer.rows.map((row) => String(row["month"]));
}

/** Up to which day intakes are closed; null where none is. */
export async function readSeal(db: Db): Promise<string | null> {
  const answer = await db.execute(sql`select sealed_through::text as day from metric_seals`);
  const day = answer.rows[0]?.["day"];
  return typeof day === "string" ? day : null;
}

/**
 * Drops the partition, in one transaction. False, and all stays, where intakes are not sealed
 * through `sealThrough`, or a delivery of one of its events is still to be made.
 */
export async function dropEventMonth(db: Db, month: string, sealThrough: string): Promise<boolean> {
  const answer = await db.execute(
    sql`select drop_event_partition(${month}::date, ${sealThrough}::date) as dropped`,
  );
  return answer.rows[0]?.["dropped"] === true;
}

/** Deletes up to `limit` deliveries that are done or given up, of events before `day`. */
export async function deleteOldDeliveries(db: Db, day: string, limit: number): Promise<number> {
  const answer = await db.execute(sql`with gone as (
      delete from event_deliveries where (event_id, feature) in (
        select event_id, feature from event_deliveries where event_id < ${firstIdOf(day)}::uuid
          and (delivered_at is not null or dead_at is not null)
        order by event_id limit ${limit})
      returning 1)
    select count(*)::int as n from gone`);
  return Number(answer.rows[0]?.["n"] ?? 0);
}

/** Deletes up to `limit` messages of the queue that were given up before `day`. */
export async function deleteOldDeadTelemetry(db: Db, day: string, limit: number): Promise<number> {
  const answer = await db.execute(sql`with gone as (
      delete from dead_telemetry where message_id in (
        select message_id from dead_telemetry where died_at < ${`${day}T00:00:00Z`}::timestamptz
        order by died_at limit ${limit})
      returning 1)
    select count(*)::int as n from gone`);
  return Number(answer.rows[0]?.["n"] ?? 0);
}

/** Below all UUIDv7 of that day and later ones: their first 48 bits are the time. */
function firstIdOf(day: string): string {
  const hex = Date.parse(`${day}T00:00:00Z`).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
