/** Queries of the metrics: counts from raw events, never ratios. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Loop } from "#shared/vocabulary.ts";

export interface IntakeFilter {
  windowDays: number;
  /** First and last UTC day of the intake, `YYYY-MM-DD`, both included. */
  from: string | null;
  to: string | null;
  now: Date;
}

/** Persons of one loop and maturity who brought so many invitees with so many invites. */
export interface IntakeCell {
  loop: Loop | null;
  mature: boolean;
  invitees: number;
  persons: number;
  invites: number;
}

/**
 * One row for each (loop, maturity, invitees per person). `loop` null counts all loops. A person
 * is the account's first visitor id where there is an account; `t0` is the first deck completed;
 * an invitee is counted once, for the inviter whose credit stands.
 */
export async function countIntake(
  db: Db,
  filter: IntakeFilter,
): Promise<{ cells: IntakeCell[]; selfInvites: number }> {
  const [cells, refused] = await db.batch([
    db.execute(intakeQuery(filter)),
    db.execute(sql`select count(*)::int as n from invite_credits
      where state = 'refused' and refusal = 'self_invite'`),
  ]);
  return {
    cells: cells.rows as unknown as IntakeCell[],
    selfInvites: Number(refused.rows[0]?.["n"] ?? 0),
  };
}

function intakeQuery(filter: IntakeFilter): SQL {
  const now = filter.now.toISOString();
  const window = sql`make_interval(days => ${filter.windowDays})`;
  return sql`with person as (
      select coalesce(u.visitor_id, e.visitor_id) as id, min(e.occurred_at) as t0
      from events e left join visitors v on v.id = e.visitor_id
        left join users u on u.id = v.user_id
      where e.name = 'deck.completed' and e.occurred_at <= ${now}::timestamptz group by 1),
    intake as (
      select id, t0, t0 <= ${now}::timestamptz - ${window} as mature from person
      where (${filter.from}::date is null or t0 >= (${filter.from}::date)::timestamp at time zone 'UTC')
        and (${filter.to}::date is null
          or t0 < (${filter.to}::date + 1)::timestamp at time zone 'UTC')),
    sent as (
      select i.id, e.loop, count(*)::int as invites from intake i
      join events e on e.visitor_id = i.id and e.name = 'invite.sent'
        and e.occurred_at >= i.t0 and e.occurred_at < i.t0 + ${window}
      group by 1, 2),
    brought as (
      select i.id, e.loop, count(distinct e.visitor_id)::int as invitees from intake i
      join events e on e.inviter_visitor_id = i.id and e.name = 'invite.fvm'
        and e.occurred_at >= i.t0 and e.occurred_at < i.t0 + ${window}
      group by 1, 2),
    wanted as (select null::text as loop union all select distinct loop from sent
      union select distinct loop from brought),
    each as (
      select w.loop, i.mature, i.id,
        coalesce(sum(s.invites), 0)::int as invites, coalesce(max(b.invitees), 0)::int as invitees
      from intake i cross join wanted w
      left join (select id, loop, invites from sent union all
        select id, null, sum(invites)::int from sent group by id) s
        on s.id = i.id and s.loop is not distinct from w.loop
      left join (select id, loop, invitees from brought union all
        select id, null, sum(invitees)::int from brought group by id) b
        on b.id = i.id and b.loop is not distinct from w.loop
      group by 1, 2, 3)
    select loop, mature, invitees, count(*)::int as persons, sum(invites)::int as invites
    from each group by 1, 2, 3`;
}
