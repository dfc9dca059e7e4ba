/** Counts one calendar day for the guardrails from raw events, and replaces its bucket as a whole. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { latencyDays, timeEdges } from "./definitions.ts";
import { isOpen, oneSweep } from "./marks.repo.ts";

/** One transaction: the day is no longer dirty, and holds what the events say now, unless sealed. */
export async function recountDay(db: Db, day: string): Promise<void> {
  await db.batch([
    db.execute(oneSweep),
    db.execute(sql`delete from metric_dirty where kind = 'daily' and day = ${day}`),
    db.execute(sql`delete from metric_daily where day = ${day} and ${isOpen(sql`day`)}`),
    db.execute(dailyQuery(day)),
  ]);
}

function dailyQuery(day: string): SQL {
  const edges = sql.raw(`array[${timeEdges.join(",")}]::bigint[]`);
  return sql`insert into metric_daily (day, loop, measure, bin, n)
    with happened as materialized (
      select id, name, loop, visitor_id, link_id, occurred_at as at,
        coalesce((props ->> 'flagged')::boolean, false) as flagged
      from events where occurred_at >= ${day}::date::timestamp at time zone 'UTC'
        and occurred_at < (${day}::date + 1)::timestamp at time zone 'UTC'
        and ${isOpen(sql`${day}::date`)}
        and name in ('deck.completed', 'invite.fvm', 'message.sent', 'message.complained',
          'message.optedOut')),
    facts as (
      select loop, name as measure, 0 as bin from happened
      union all select loop, 'deck.flagged', 0 from happened
        where name = 'deck.completed' and flagged
      union all select h.loop, 'latency', width_bucket(
          (extract(epoch from h.at - o.at) * 1000)::bigint, ${edges})
        from happened h cross join lateral (
          select min(e.occurred_at) as at from events e where e.visitor_id = h.visitor_id
            and e.name = 'invite.opened' and e.link_id = h.link_id and e.occurred_at <= h.at
            and e.occurred_at > h.at - make_interval(days => ${latencyDays})) o
        where h.name = 'invite.fvm' and o.at is not null)
    select ${day}::date, l.loop, f.measure, f.bin, count(*)
    from facts f cross join lateral (
      select f.loop as loop where f.loop is not null union all select '') l
    group by 2, 3, 4`;
}
