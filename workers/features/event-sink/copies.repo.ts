/** Queries of the second sink: whose turn it is, what is still to be copied, and how far one has come. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { StoredEvent } from "./event-lines.ts";

const sink = "tinybird";
const at = (ms: number): SQL => sql`${new Date(ms).toISOString()}::timestamptz`;

/** The key of an event; null before the first. */
export type Bookmark = { day: string; id: string } | null;

export interface Turn {
  history: Bookmark;
  historyDone: boolean;
  failures: number;
}

/** Takes the lease. Null where somebody else has it, the sink is left alone, or none is on. */
export async function takeTurn(db: Db, now: number, leaseMs: number): Promise<Turn | null> {
  const answer = await db.execute(sql`update event_sinks set leased_until = ${at(now + leaseMs)}
    where name = ${sink} and leased_until <= ${at(now)} and retry_at <= ${at(now)}
    returning history_day::text as day, history_id as id, history_done_at is not null as done,
      failures`);
  const row = answer.rows[0];
  if (!row) return null;
  const { day, id } = row;
  return {
    history: day && id ? { day: String(day), id: String(id) } : null,
    historyDone: row["done"] === true,
    failures: Number(row["failures"]),
  };
}

/**
 * Switches copying on; true where it was not. Writers are kept out for that moment: who has
 * written before has committed, and is history; who writes after it sees the sink, and is queued.
 */
export async function switchOn(db: Db, now: number): Promise<boolean> {
  const answer = await db.execute(sql`select from event_sinks where name = ${sink}`);
  if (answer.rows.length > 0) return false;
  const [, , on] = await db.batch([
    db.execute(sql`select set_config('lock_timeout', '3s', true)`),
    db.execute(sql`lock table events in share mode`),
    db.execute(sql`insert into event_sinks (name, since, leased_until, retry_at, failures)
      values (${sink}, ${at(now)}, ${at(now)}, ${at(now)}, 0) on conflict do nothing returning name`),
  ]);
  return on.rows.length > 0;
}

/** Switches copying off and forgets what waited; true where it was on. */
export async function switchOff(db: Db): Promise<boolean> {
  const [gone] = await db.batch([
    db.execute(sql`delete from event_sinks where name = ${sink} returning name`),
    db.execute(sql`delete from event_copies where not exists (select from event_sinks)`),
  ]);
  return gone.rows.length > 0;
}

const columns = sql`e.id, e.day::text as day, e.name, e.schema_version as "schemaVersion",
  (extract(epoch from e.occurred_at) * 1000)::float8 as "occurredAt",
  (extract(epoch from e.received_at) * 1000)::float8 as "receivedAt",
  e.skew_ms::float8 as "skewMs", e.visitor_id as "visitorId", e.user_id as "userId",
  e.session_id as "sessionId", e.loop, e.link_id as "linkId",
  e.inviter_visitor_id as "inviterVisitorId", e.props`;

export interface Waiting {
  /** The entries of the queue; one whose event was deleted meanwhile has none in `events`. */
  entries: number[];
  events: StoredEvent[];
}

/** The next of the queue, in the order in which they were stored. */
export async function readWaiting(db: Db, limit: number): Promise<Waiting> {
  const answer = await db.execute(sql`select c.id::float8 as entry, ${columns}
    from (select * from event_copies order by id limit ${limit}) c
      left join events e on e.day = c.event_day and e.id = c.event_id order by c.id`);
  const rows = answer.rows as unknown as (StoredEvent & { entry: number })[];
  return {
    entries: rows.map(({ entry }) => Number(entry)),
    events: rows.filter(({ id }) => id !== null),
  };
}

/** The next events after the bookmark, in the order of their key. */
export async function readHistory(db: Db, after: Bookmark, limit: number): Promise<StoredEvent[]> {
  const from = after ? sql`where (e.day, e.id) > (${after.day}::date, ${after.id}::uuid)` : sql``;
  const answer = await db.execute(
    sql`select ${columns} from events e ${from} order by e.day, e.id limit ${limit}`,
  );
  return answer.rows as unknown as StoredEvent[];
}

/** These entries are copied: each by its id, because a lower one may still be about to commit. */
export async function settleWaiting(db: Db, entries: readonly number[]): Promise<void> {
  await db.batch([
    db.execute(sql`delete from event_copies where id in (
      select value::bigint from jsonb_array_elements_text(${JSON.stringify(entries)}::jsonb))`),
    db.execute(taken(sql``)),
  ]);
}

/** History is copied up to the bookmark; `done`: that was all of it. */
export async function settleHistory(
  db: Db,
  bookmark: Bookmark,
  now: number,
  done: boolean,
): Promise<void> {
  await db.execute(
    taken(sql`, history_day = ${bookmark?.day ?? null}::date,
      history_id = ${bookmark?.id ?? null}::uuid,
      history_done_at = ${done ? at(now) : sql`null`}`),
  );
}

const taken = (more: SQL): SQL =>
  sql`update event_sinks set failures = 0 ${more} where name = ${sink}`;

/** Gives the lease back; with `refused`, the sink is left alone until then. */
export async function endTurn(db: Db, now: number, refused: number | null): Promise<void> {
  const more = refused === null ? sql`` : sql`, failures = failures + 1, retry_at = ${at(refused)}`;
  await db.execute(
    sql`update event_sinks set leased_until = ${at(now)} ${more} where name = ${sink}`,
  );
}
