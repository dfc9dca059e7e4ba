/** From marks to buckets: takes what changed, keeps who began when, and names the buckets to count again. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { horizonDays } from "#shared/event-days.ts";
import { activityEvents, longestStretchDays, noSubject } from "./definitions.ts";

/**
 * One sweep at a time: buckets are replaced whole. Held until the transaction ends. Its statements
 * are long and look up few rows: to compile them, or to read whole tables for them, costs more.
 */
export const oneSweep = sql`select pg_advisory_xact_lock(hashtext('metric sweep')),
  set_config('jit', 'off', true), set_config('random_page_cost', '1.1', true)`;

/** True for a day whose intake, and whose counts, are not closed. */
export const isOpen = (day: SQL): SQL =>
  sql`${day} > coalesce((select sealed_through from metric_seals), '-infinity')`;

/** True for a day all of whose stretch is open: who was active on it is not closed. */
export const looksBackOpen = (day: SQL): SQL => isOpen(sql`${day} - ${longestStretchDays}::int`);

/**
 * The events `e` that meet a condition, looked up row by row: `offset 0` keeps the planner from
 * reading the events of all time at once, which it does where it expects many rows.
 */
export const lookUp = (where: SQL): SQL => sql`cross join lateral (
  select * from events e where ${where} offset 0) e`;

/** A list for `in (…)`. */
export const names = (list: readonly string[]): SQL =>
  sql.join(
    list.map((name) => sql`${name}`),
    sql`, `,
  );

/**
 * Takes up to `limit` marks in one transaction; answers how many there were. The statement that
 * takes a mark sees the events it was written with, so nothing is lost between the two.
 */
export async function takeMarks(db: Db, limit: number): Promise<number> {
  const [, taken] = await db.batch([db.execute(oneSweep), db.execute(takeQuery(limit))]);
  return Number(taken.rows[0]?.["n"] ?? 0);
}

function takeQuery(limit: number): SQL {
  return sql`with taken as (
      delete from metric_marks where id in (select id from metric_marks order by id limit ${limit})
      returning visitor_id, link_id, day, coalesce(at, '-infinity') as at, at is null as tied),
    seal as (select coalesce((select sealed_through from metric_seals), '-infinity') as day),
    ${touched},
    ${firstDecks},
    ${keptPeople},
    ${usedDays},
    stale as (
      select 'intake' as kind, day from people_days
      union select k.kind, day from taken, (values ('daily'), ('engagement')) k(kind)
        where day is not null
      union select 'engagement', day from used
      union select 'daily', (e.occurred_at at time zone 'UTC')::date from seeds s
        ${lookUp(sql`e.visitor_id = s.id and e.name = 'invite.fvm'`)}),
    marked as (insert into metric_dirty (kind, day)
      select kind, stale.day from stale, seal where stale.day > seal.day
        + case kind when 'engagement' then ${longestStretchDays}::int else 0 end
      on conflict do nothing)
    select count(*)::int as n from taken`;
}

/**
 * The visitors of the marks, the persons they belong to, and all visitors of each person. `tied`:
 * perhaps they belong to another person than before, or count in another way.
 */
const touched = sql`seeds as materialized (
      select id, min(at) as at, bool_or(tied) as tied from (
        select visitor_id as id, at, tied from taken where visitor_id is not null
        union all select e.visitor_id, t.at, false
          from (select * from taken where link_id is not null) t
          ${lookUp(sql`e.link_id = t.link_id and e.name = 'invite.sent'`)}) s
      group by id),
    own as materialized (
      select id, min(at) as at, bool_or(tied) as tied from (
        select id, at, tied from seeds
        union all select u.visitor_id, s.at, s.tied from seeds s join visitors v on v.id = s.id
          join users u on u.id = v.user_id) p
      group by id),
    alias as materialized (
      select o.id as person_id, o.id as visitor_id, o.at, o.tied from own o
        left join visitors v on v.id = o.id left join users u on u.id = v.user_id
        where u.id is null or u.visitor_id = o.id
      union select o.id, v.id, o.at, o.tied from own o join users u on u.visitor_id = o.id
        join visitors v on v.user_id = u.id)`;

/** The first deck completed at a human pace; of a bot, the first one at all. */
const firstDecks = sql`first_deck as materialized (
      select distinct on (a.person_id) a.person_id, e.occurred_at as t0,
        (e.occurred_at at time zone 'UTC')::date as day,
        coalesce(e.props ->> 'subject', ${noSubject}) as subject,
        coalesce((e.props ->> 'flagged')::boolean, false) as bot
      from alias a ${lookUp(sql`e.visitor_id = a.visitor_id and e.name = 'deck.completed'`)}
      order by a.person_id, coalesce((e.props ->> 'flagged')::boolean, false), e.occurred_at, e.id)`;

/** Keeps `metric_people`, sealed intakes aside, and finds the intakes where anything may differ. */
const keptPeople = sql`differing as materialized (
      select o.id as person_id, o.at, p.day as old_day, f.day as new_day, f.t0, f.subject, f.bot,
        (p.t0, p.subject, p.bot) is distinct from (f.t0, f.subject, f.bot) as changed,
        (p.bot or f.bot) and (p.bot is distinct from f.bot or f.day <= seal.day) as revealed
      from own o left join metric_people p on p.person_id = o.id
        left join first_deck f on f.person_id = o.id, seal
      where coalesce(p.day, f.day) > seal.day),
    gone as (delete from metric_people p using differing d, seal
      where p.person_id = d.person_id and (d.new_day is null or d.new_day <= seal.day)),
    kept as (insert into metric_people (person_id, day, t0, subject, bot)
      select person_id, new_day, t0, subject, bot from differing, seal
      where changed and new_day > seal.day
      on conflict (person_id) do update set day = excluded.day, t0 = excluded.t0,
        subject = excluded.subject, bot = excluded.bot),
    people_days as (
      select unnest(array[old_day, new_day]) as day from differing
        where changed or at < coalesce(old_day, new_day) + ${horizonDays}::int
      union select p.day from alias a
        ${lookUp(sql`e.visitor_id = a.visitor_id and e.name in ('invite.fvm', 'invite.joined')`)}
        left join visitors v on v.id = e.inviter_visitor_id left join users u on u.id = v.user_id
        join metric_people p on p.person_id = coalesce(u.visitor_id, e.inviter_visitor_id)
        where a.at < p.day + ${horizonDays}::int
          or a.person_id in (select person_id from differing where changed))`;

/**
 * The next day on which a person was active after something of theirs changed: how long they had
 * been away by then may differ. All their days, where it is the person that changed.
 */
const usedDays = sql`told as materialized (select distinct day from taken where day is not null),
    watched as materialized (
      select a.person_id, a.visitor_id,
        case when d.revealed then '-infinity'::timestamptz else a.at end as since
      from alias a left join differing d on d.person_id = a.person_id
      where a.tied or d.revealed or a.at > '-infinity'),
    used as (
      select min(u.day) as day from watched w
      ${lookUp(sql`e.visitor_id = w.visitor_id and e.occurred_at > w.since
        and e.name in (${names(activityEvents)})`)}
      cross join lateral (select (e.occurred_at at time zone 'UTC')::date as day) u
      left join told t on w.since > '-infinity' and t.day >= (w.since at time zone 'UTC')::date
        and t.day between u.day - ${longestStretchDays - 1}::int and u.day - 1
      where w.since = '-infinity' or t.day is not null
      group by w.person_id, t.day, case when t.day is null then u.day end)`;

export interface DirtyBucket {
  kind: "intake" | "daily" | "month" | "engagement";
  day: string;
}

/** Buckets to count again, the newest first: those are looked at most. Months after their days. */
export async function listDirty(db: Db, limit: number): Promise<DirtyBucket[]> {
  const answer = await db.execute(sql`select kind, day::text as day from metric_dirty
    order by kind = 'month', metric_dirty.day desc, kind limit ${limit}`);
  return answer.rows as unknown as DirtyBucket[];
}

/** Marks all that is not sealed, as if it had just happened. Every day is named: nobody's are looked up. */
export async function markEverything(db: Db): Promise<void> {
  await db.batch([
    db.execute(sql`insert into metric_marks (visitor_id, at)
      select id, '-infinity'::timestamptz from (select visitor_id as id from events
          where name in ('deck.completed', 'invite.sent', 'invite.fvm')
        union select person_id from metric_people) p`),
    db.execute(sql`insert into metric_marks (day)
      select distinct (occurred_at at time zone 'UTC')::date from events`),
    db.execute(sql`insert into metric_dirty (kind, day)
      select 'intake', day from metric_buckets where ${isOpen(sql`day`)}
      union select 'daily', day from metric_daily where ${isOpen(sql`day`)}
      union select 'engagement', day from metric_engagement where ${looksBackOpen(sql`day`)}
      union select 'month', month from metric_months on conflict do nothing`),
  ]);
}

/** The newest mark there is, 0 where there is none. */
export async function lastMark(db: Db): Promise<number> {
  const answer = await db.execute(sql`select coalesce(max(id), 0)::float8 as id from metric_marks`);
  return Number(answer.rows[0]?.["id"] ?? 0);
}

/**
 * From now on intakes and days up to `day` are never counted again, nor who was active on the days
 * after it that look back at those. False, and nothing is closed,
 * where a mark up to `mark` is still there, or a bucket of those days is still to be counted.
 */
export async function sealThrough(db: Db, day: string, mark: number): Promise<boolean> {
  const [, sealed] = await db.batch([
    db.execute(oneSweep),
    db.execute(sql`insert into metric_seals (sealed_through) select ${day}::date
      where not exists (select from metric_marks where id <= ${mark}::bigint)
        and not exists (select from metric_dirty where kind <> 'month' and day <= ${day}::date
          + case kind when 'engagement' then ${longestStretchDays}::int else 0 end)
      on conflict (one) do update set
        sealed_through = greatest(metric_seals.sealed_through, excluded.sealed_through)
      returning sealed_through`),
  ]);
  return sealed.rows.length > 0;
}
