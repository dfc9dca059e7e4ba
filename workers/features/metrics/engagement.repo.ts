/** Counts who was active on one calendar day from raw events, and replaces its bucket as a whole. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { idSkewDays } from "#shared/event-days.ts";
import {
  activityEvents,
  longestStretchDays,
  noPersona,
  nudgeEvents,
  sessionGapMs,
  timeEdges,
} from "./definitions.ts";
import { looksBackOpen, names, oneSweep } from "./marks.repo.ts";

/** One transaction: the day is no longer dirty, and holds what the events say now; if closed, as before. */
export async function recountEngagement(db: Db, day: string): Promise<void> {
  await db.batch([
    db.execute(oneSweep),
    db.execute(sql`delete from metric_dirty where kind = 'engagement' and day = ${day}`),
    db.execute(
      sql`delete from metric_engagement where day = ${day} and ${looksBackOpen(sql`day`)}`,
    ),
    db.execute(engagementQuery(day)),
  ]);
}

function engagementQuery(day: string): SQL {
  const edges = sql.raw(`array[${timeEdges.join(",")}]::bigint[]`);
  return sql`insert into metric_engagement (persona, measure, day, bin, n)
    with ${happened(day)}, ${people}, ${person}, ${returned(day)}, ${sessions},
    facts as (
      select persona, 'active' as measure, away as bin from returned
      union all select p.persona, m.measure, 0 from person p cross join lateral (values
          ('member', p.active and p.member), ('seen', p.seen), ('feed', p.feed and p.member),
          ('reacted', p.reacted and p.member), ('board', p.board and p.member),
          ('nudged', p.nudged), ('answered', p.nudged and p.answered)) m(measure, so)
        where m.so
      union all select persona, 'session', width_bucket(ms, ${edges}) from session)
    select coalesce(persona, ''), measure, ${day}::date, bin, count(*) from facts
    where ${looksBackOpen(sql`${day}::date`)}
    group by grouping sets ((persona, measure, bin), (measure, bin))`;
}

const startOf = (day: SQL) => sql`${day}::timestamp at time zone 'UTC'`;

/** The day's events of everybody. */
const happened = (day: string) => sql`happened as materialized (
      select e.visitor_id, e.id, e.name, e.occurred_at as at, e.props ->> 'surface' as surface,
        case e.name when 'presence.session'
          then coalesce((e.props ->> 'durationMs')::bigint, 0) end as ms
      from events e where e.name in (${names([...activityEvents, ...nudgeEvents])})
        and e.occurred_at >= ${startOf(sql`${day}::date`)}
        and e.occurred_at < ${startOf(sql`(${day}::date + 1)`)} and ${near(day)})`;

/**
 * Whose events they are, looked up one by one: to join all there are costs by the history. Bots and
 * blocked accounts are nobody, as in the intakes.
 */
const people = sql`visitor as materialized (
      select h.visitor_id, coalesce(a.person_id, h.visitor_id) as person_id
      from (select distinct visitor_id from happened) h left join lateral (
        select u.visitor_id as person_id from visitors v join users u on u.id = v.user_id
        where v.id = h.visitor_id offset 0) a on true),
    somebody as materialized (
      select p.person_id, u.id as user_id, coalesce(u.persona, ${noPersona}) as persona
      from (select distinct person_id from visitor) p
      left join lateral (select id, persona, blocked_at from users
        where visitor_id = p.person_id offset 0) u on true
      left join lateral (select bot from metric_people
        where person_id = p.person_id offset 0) m on true
      where u.blocked_at is null and not coalesce(m.bot, false))`;

const person = sql`person as materialized (
      select s.person_id, s.user_id, s.persona, s.user_id is not null as member,
        bool_or(h.name in (${names(activityEvents)})) as active,
        bool_or(h.name = 'presence.session') as seen,
        bool_or(h.name = 'reaction.changed') as reacted,
        bool_or(h.name = 'reaction.changed'
          or h.name = 'surface.viewed' and h.surface = 'activity') as feed,
        bool_or(h.name = 'surface.viewed' and h.surface = 'leaderboard') as board,
        bool_or(h.name in (${names(nudgeEvents)})) as nudged,
        bool_or(h.name in ('nudge.taken', 'push.tapped')) as answered
      from happened h join visitor v on v.visitor_id = h.visitor_id
        join somebody s on s.person_id = v.person_id
      group by 1, 2, 3)`;

/** How many days ago each active person was active before; the longest stretch, if not within it. */
const returned = (day: string) => sql`returned as materialized (
      select p.person_id, p.persona, coalesce(
        ${day}::date - max((b.at at time zone 'UTC')::date), ${longestStretchDays}) as away
      from person p cross join lateral (
        select p.person_id as id
        union all select id from visitors where user_id = p.user_id and id <> p.person_id) a
      left join lateral (
        select e.occurred_at as at from events e
        where e.visitor_id = a.id and e.name in (${names(activityEvents)}) and ${near(day)}
          and e.occurred_at < ${startOf(sql`${day}::date`)}
          and e.occurred_at >= ${startOf(sql`(${day}::date - ${longestStretchDays - 1}::int)`)}
        order by e.occurred_at desc limit 1) b on true
      where p.active group by 1, 2)`;

/** Times in view of one person, one after the other with little between them, are one session. */
const sessions = sql`viewed as (
      select s.person_id, s.persona, h.at, h.id, h.ms,
        extract(epoch from h.at) * 1000 - h.ms - lag(extract(epoch from h.at) * 1000) over (
          partition by s.person_id order by h.at, h.id) as gap
      from happened h join visitor v on v.visitor_id = h.visitor_id
        join somebody s on s.person_id = v.person_id
      where h.name = 'presence.session'),
    counted as (
      select person_id, persona, ms, count(*) filter (where coalesce(gap >= ${sessionGapMs}, true))
        over (partition by person_id order by at, id) as nth
      from viewed),
    session as (
      select persona, sum(ms)::bigint as ms from counted group by person_id, persona, nth)`;

/** Only the months in which the ids of such events can lie. */
const near = (day: string) => sql`e.day between
  ${day}::date - ${idSkewDays + longestStretchDays}::int and ${day}::date + ${idSkewDays}::int`;
