/** Counts one intake from raw events and replaces its bucket as a whole. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { horizonDays, idSkewDays, lookBackDays } from "#shared/event-days.ts";
import {
  activityEvents,
  countedRefusals,
  longestWindowDays,
  noPersona,
  retention,
  stepDays,
  timeEdges,
  windows,
} from "./definitions.ts";
import { isOpen, lookUp, names, oneSweep } from "./marks.repo.ts";
import { monthIsDirty } from "./months.repo.ts";

/** One transaction: it is no longer dirty, and holds what the events say now; if sealed, as before. */
export async function recountIntake(db: Db, day: string): Promise<void> {
  await db.batch([
    db.execute(oneSweep),
    db.execute(sql`delete from metric_dirty where kind = 'intake' and day = ${day}`),
    db.execute(sql`delete from metric_buckets where day = ${day} and ${isOpen(sql`day`)}`),
    db.execute(bucketQuery(day)),
    db.execute(monthIsDirty(day)),
  ]);
}

const days = (count: number) => sql`make_interval(days => ${count}::int)`;
const windowRows = sql`(values ${sql.join(
  windows.map((w) => sql`(${w}::int, ${days(w)})`),
  sql`, `,
)}) as w(window_days, length)`;
const bin = (from: SQL, to: SQL) => sql`width_bucket(
  (extract(epoch from ${to} - ${from}) * 1000)::bigint, ${sql.raw(
    `array[${timeEdges.join(",")}]::bigint[]`,
  )})`;

function bucketQuery(day: string): SQL {
  const first = sql`(${day}::date - ${idSkewDays}::int)`;
  const last = sql`(${day}::date + ${horizonDays + idSkewDays}::int)`;
  const near = (event: SQL) => sql`${event}.day between ${first} and ${last}`;
  return sql`insert into metric_buckets (loop, persona, subject, variant, measure, day, bin, n)
    with ${persons(day)}, ${exposures}, ${credits(near)}, ${funnel(near)}, ${doings(near)},
    facts as (${facts})
    select coalesce(f.loop, ''), coalesce(p.persona, ''), coalesce(p.subject, ''), x.variant,
      f.measure, ${day}::date, f.bin, sum(f.n)
    from facts f join person p on p.person_id = f.person_id
      join (select person_id, '' as variant from person
        union all select person_id, variant from exposed) x on x.person_id = p.person_id
    group by cube (p.persona, p.subject), 1, x.variant, f.measure, f.bin
    having sum(f.n) <> 0`;
}

const persons = (day: string) => sql`person as materialized (
      select p.person_id, p.t0, p.subject, u.id as user_id,
        coalesce(u.persona, ${noPersona}) as persona, coalesce(u.guardian_id, u.id) as household,
        case when u.blocked_at is not null then 'blocked_person'
          when p.bot then 'bot_person' end as excluded
      from metric_people p left join users u on u.visitor_id = p.person_id
      where p.day = ${day} and ${isOpen(sql`p.day`)}),
    alias as materialized (
      select person_id, person_id as visitor_id, t0 from person where excluded is null
      union select p.person_id, v.id, p.t0 from person p join visitors v on v.user_id = p.user_id
        where p.excluded is null)`;

type Near = (event: SQL) => SQL;

/** An exposure may be older than the first deck, by `lookBackDays`. */
const exposures = sql`exposed as materialized (
      select distinct on (a.person_id, e.props ->> 'experimentKey') a.person_id,
        (e.props ->> 'experimentKey') || ':' || (e.props ->> 'variant') as variant
      from alias a ${lookUp(sql`e.visitor_id = a.visitor_id and e.name = 'exp.exposed'
        and e.occurred_at >= a.t0 - ${days(lookBackDays)}
        and e.occurred_at < a.t0 + ${days(longestWindowDays)}`)}
      order by a.person_id, e.props ->> 'experimentKey', e.occurred_at, e.id)`;

/** Who was brought by whom, once for each inviter and invitee, with the reason not to count it. */
const credits = (near: Near) => sql`brought as materialized (
      select distinct on (a.person_id, e.name, i.invitee_id) a.person_id, a.t0, e.name, e.loop, e.id,
        e.occurred_at as at, i.invitee_id, i.household, i.blocked, coalesce(m.bot, false) as bot
      from alias a join events e on e.inviter_visitor_id = a.visitor_id
        and e.name in ('invite.fvm', 'invite.joined') and ${near(sql`e`)}
        and e.occurred_at >= a.t0 and e.occurred_at < a.t0 + ${days(longestWindowDays)}
      cross join lateral (select coalesce(u.visitor_id, e.visitor_id) as invitee_id,
          coalesce(u.guardian_id, u.id) as household, u.blocked_at is not null as blocked
        from (select e.visitor_id as id) x left join visitors v on v.id = x.id
          left join users u on u.id = v.user_id) i
      left join metric_people m on m.person_id = i.invitee_id
      order by a.person_id, e.name, i.invitee_id, e.occurred_at, e.id),
    judged as materialized (
      select b.*, case when b.invitee_id = b.person_id then 'self_invite'
          when b.blocked then 'blocked' when b.bot then 'bot'
          when exists (${creditElsewhere}) then 'credited_elsewhere'
          when b.household = p.household then 'household' end as reason
      from brought b join person p on p.person_id = b.person_id),
    credit as materialized (
      select j.person_id, j.t0, j.name, j.loop, j.at, case when j.reason is null
          and j.household is not null and row_number() over (
            partition by j.person_id, j.name, j.household, j.reason is null order by j.at, j.id) > 1
        then 'household' else j.reason end as reason
      from judged j)`;

/** The same invitee was credited to another inviter in the days before: the first one stands. */
const creditElsewhere = sql`select from (
      select b.invitee_id as id union select v.id from users u join visitors v on v.user_id = u.id
        where u.visitor_id = b.invitee_id) i
    join events o on o.visitor_id = i.id and o.name = b.name and (o.occurred_at, o.id) < (b.at, b.id)
      and o.occurred_at >= b.at - ${days(lookBackDays)}
    left join visitors ov on ov.id = o.inviter_visitor_id left join users ou on ou.id = ov.user_id
    where coalesce(ou.visitor_id, o.inviter_visitor_id) <> b.person_id`;

/** Each invitee's way, step after step, from the first open that lies within its step. */
const funnel = (near: Near) => sql`sent as materialized (
      select a.person_id, a.t0, e.loop, e.link_id, e.occurred_at as at from alias a
      join events e on e.visitor_id = a.visitor_id and e.name = 'invite.sent' and ${near(sql`e`)}
        and e.occurred_at >= a.t0 and e.occurred_at < a.t0 + ${days(longestWindowDays)}),
    link as materialized (
      select distinct on (person_id, link_id) person_id, link_id, loop, at from sent
      where link_id is not null order by person_id, link_id, at, loop),
    touch as materialized (
      select l.person_id, l.loop, l.at as sent_at, e.name, e.id, e.occurred_at as at,
        coalesce(u.visitor_id, e.visitor_id) as invitee_id
      from link l join events e on e.link_id = l.link_id
        and e.name in ('invite.opened', 'invite.engaged') and ${near(sql`e`)}
      left join visitors v on v.id = e.visitor_id left join users u on u.id = v.user_id
      left join metric_people m on m.person_id = coalesce(u.visitor_id, e.visitor_id)
      where coalesce(u.visitor_id, e.visitor_id) <> l.person_id
        and u.blocked_at is null and not coalesce(m.bot, false)),
    opened as materialized (
      select distinct on (person_id, invitee_id) person_id, invitee_id, loop, sent_at, at
      from touch where name = 'invite.opened'
        and at >= sent_at and at < sent_at + ${days(stepDays.opened)}
      order by person_id, invitee_id, at, id),
    engaged as materialized (
      select o.person_id, o.invitee_id, o.loop, o.at as before, min(t.at) as at
      from opened o join touch t on t.person_id = o.person_id and t.invitee_id = o.invitee_id
        and t.name = 'invite.engaged' and t.at >= o.at and t.at < o.at + ${days(stepDays.engaged)}
      group by 1, 2, 3, 4),
    ${creditStep("valued", "engaged", "invite.fvm", stepDays.fvm, near)},
    ${creditStep("joined", "valued", "invite.joined", stepDays.joined, near)}`;

function creditStep(step: string, before: string, name: string, within: number, near: Near): SQL {
  return sql`${sql.raw(step)} as materialized (
      select s.person_id, s.invitee_id, s.loop, s.at as before, min(e.occurred_at) as at
      from ${sql.raw(before)} s join alias a on a.person_id = s.person_id
      join events e on e.inviter_visitor_id = a.visitor_id and e.name = ${name} and ${near(sql`e`)}
        and e.occurred_at >= s.at and e.occurred_at < s.at + ${days(within)}
      left join visitors v on v.id = e.visitor_id left join users u on u.id = v.user_id
      where coalesce(u.visitor_id, e.visitor_id) = s.invitee_id
      group by 1, 2, 3, 4)`;
}

const back = (hours: { from: number; to: number }) => sql`bool_or(
  e.occurred_at >= a.t0 + make_interval(hours => ${hours.from}::int)
  and e.occurred_at < a.t0 + make_interval(hours => ${hours.to}::int))`;

const doings = (near: Near) => sql`returned as materialized (
      select a.person_id, ${back(retention[1])} as day_1, ${back(retention[7])} as day_7
      from alias a join events e on e.visitor_id = a.visitor_id and ${near(sql`e`)}
        and e.name in (${names(activityEvents)}) and e.occurred_at >= a.t0
        and e.occurred_at < a.t0 + make_interval(hours => ${retention[7].to})
      group by 1),
    reward as materialized (
      select a.person_id, a.t0, e.loop, e.occurred_at as at,
        case e.name when 'reward.granted' then 1 else -1 end as sign,
        coalesce((e.props ->> 'unitCostCents')::bigint, 0) as cents
      from alias a join events e on e.visitor_id = a.visitor_id and ${near(sql`e`)}
        and e.name in ('reward.granted', 'reward.reversed')
        and e.occurred_at >= a.t0 and e.occurred_at < a.t0 + ${days(longestWindowDays)}),
    refused as materialized (
      select p.person_id, p.t0, c.loop, c.refusal, c.created_at as at
      from person p join invite_credits c on c.inviter_id = p.user_id and c.state = 'refused'
        and c.refusal in (${names(countedRefusals)}) and c.created_at >= p.t0
      where p.excluded is null)`;

/** A row of a loop counts for that loop and for all of them. */
const both = (loop: SQL) =>
  sql`cross join lateral (select ${loop} as loop where ${loop} is not null union all select '') l`;

const facts = sql`
    select person_id, '' as loop, coalesce('excluded.' || excluded, 'persons') as measure,
      0 as bin, 1::bigint as n from person
    union all
    select h.person_id, h.loop, m.measure, m.bin, m.n from (
      select c.person_id, l.loop, w.window_days, count(*)::int as brought, c.name
      from credit c join ${windowRows} on c.at < c.t0 + w.length ${both(sql`c.loop`)}
      where c.reason is null group by 1, 2, 3, 5) h
      cross join lateral (values
        (case h.name when 'invite.fvm' then 'invitees.' else 'joiners.' end || h.window_days,
          h.brought, 1::bigint),
        (case h.name when 'invite.fvm' then 'credited' end, h.window_days, h.brought::bigint)
      ) m(measure, bin, n) where m.measure is not null
    union all
    select c.person_id, l.loop, 'excluded.' || c.reason, w.window_days, 1
      from credit c join ${windowRows} on c.at < c.t0 + w.length ${both(sql`c.loop`)}
      where c.reason is not null and c.name = 'invite.fvm'
    union all
    select r.person_id, l.loop, 'excluded.' || r.refusal, w.window_days, 1
      from refused r join ${windowRows} on r.at < r.t0 + w.length ${both(sql`r.loop`)}
    union all
    select c.person_id, l.loop, 'cycle', ${bin(sql`c.t0`, sql`c.at`)}, 1
      from credit c ${both(sql`c.loop`)} where c.reason is null and c.name = 'invite.fvm'
    union all
    select s.person_id, l.loop, 'invites', w.window_days, 1
      from sent s join ${windowRows} on s.at < s.t0 + w.length ${both(sql`s.loop`)}
    union all
    select o.person_id, l.loop, 'funnel.opened', ${bin(sql`o.sent_at`, sql`o.at`)}, 1
      from opened o ${both(sql`o.loop`)}
    union all
    select s.person_id, l.loop, 'funnel.' || s.step, ${bin(sql`s.before`, sql`s.at`)}, 1
      from (select *, 'engaged' as step from engaged union all select *, 'fvm' from valued
        union all select *, 'joined' from joined) s ${both(sql`s.loop`)}
    union all
    select person_id, '', 'retained', 1, 1 from returned where day_1
    union all select person_id, '', 'retained', 7, 1 from returned where day_7
    union all
    select r.person_id, l.loop, m.measure, w.window_days, m.n
      from reward r join ${windowRows} on r.at < r.t0 + w.length ${both(sql`r.loop`)}
      cross join lateral (values ('rewards', r.sign::bigint), ('reward_cents', r.sign * r.cents))
        m(measure, n)`;
