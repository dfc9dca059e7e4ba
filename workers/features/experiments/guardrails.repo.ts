/** Queries of the guardrails: what happened in the loops of running experiments. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { GuardrailMetric } from "#shared/experiments.ts";
import { fromUuid, type VisitorId } from "#shared/ids.ts";
import type { Loop } from "#shared/vocabulary.ts";
import type { Statement } from "./changes.repo.ts";
import type { GuardrailReading } from "./statistics/guardrail-test.ts";

export interface GuardrailCounts {
  experimentKey: string;
  loop: Loop;
  /** Who made the experiment. */
  ownerVisitorId: VisitorId;
  position: number;
  /** How many guardrails the experiment has. */
  guardrails: number;
  metric: GuardrailMetric;
  limit: number;
  quantile: number | null;
  events: number;
  persons: number;
}

/**
 * One round trip; counts since the experiment was started. Where it is about child safety, only
 * people under 18 count, or of unknown age: this year's birthday is taken as still to come.
 */
export async function countGuardrails(db: Db, now: Date): Promise<GuardrailCounts[]> {
  const adultBorn = now.getUTCFullYear() - 19;
  const child = (user: string) =>
    sql`(not g."childSafety" or coalesce(${sql.raw(user)}.birth_year > ${adultBorn}, true))`;
  const { rows } = await db.execute(sql`select x.key, x.loop, o.visitor_id, g.at - 1 as position,
      jsonb_array_length(x.guardrails) as guardrails, g.metric, g."limit", g.quantile,
      c.events::int, c.persons::int
    from experiments x join users o on o.id = x.created_by
    cross join lateral (
      select at, r.* from jsonb_array_elements(x.guardrails) with ordinality as each(rail, at),
        jsonb_to_record(rail) as r(metric text, "limit" float8, quantile float8,
          "childSafety" boolean)) as g
    cross join lateral (
      select sum(events) as events, sum(persons) as persons from (
        select count(*) filter (where e.name = case g.metric when 'complaint_rate'
            then 'message.complained' else 'message.optedOut' end) as events,
          count(*) filter (where e.name = 'message.sent') as persons
        from events e left join users u on u.id = e.user_id
        where g.metric in ('complaint_rate', 'opt_out_rate') and e.loop = x.loop
          and e.name in ('message.sent', 'message.complained', 'message.optedOut')
          and e.occurred_at >= x.started_at and ${child("u")}
        union all
        select count(*) filter (where i.refusal in ('self_invite', 'blocked')), count(*)
        from invite_credits i left join users u on u.visitor_id = i.invitee_visitor_id
        where g.metric = 'fraud_share' and i.loop = x.loop and i.created_at >= x.started_at
          and ${child("u")}
        union all
        select count(*) filter (where f.occurred_at - opened.at >
            make_interval(secs => g."limit" / 1000)), count(*)
        from events f left join users u on u.visitor_id = f.visitor_id
        cross join lateral (select min(e.occurred_at) as at from events e
          where e.name = 'invite.opened' and e.visitor_id = f.visitor_id
            and e.link_id = f.link_id and e.occurred_at <= f.occurred_at) as opened
        where g.metric = 'fvm_latency' and f.name = 'fvm.reached' and f.loop = x.loop
          and f.occurred_at >= x.started_at and opened.at is not null and ${child("u")}
      ) as each) as c
    where x.state in ('running', 'paused') and x.loop is not null
    order by x.key, position`);
  return rows.map((row) => ({
    experimentKey: String(row["key"]),
    loop: row["loop"] as Loop,
    ownerVisitorId: fromUuid("vis", String(row["visitor_id"])),
    position: Number(row["position"]),
    guardrails: Number(row["guardrails"]),
    metric: row["metric"] as GuardrailMetric,
    limit: Number(row["limit"]),
    quantile: row["quantile"] === null ? null : Number(row["quantile"]),
    events: Number(row["events"] ?? 0),
    persons: Number(row["persons"] ?? 0),
  }));
}

/** What the sweep came to. What has tripped stays tripped: evidence once found is not unfound. */
export function writeReadings(
  readings: readonly (GuardrailCounts & { reading: GuardrailReading })[],
  now: Date,
): Statement {
  const rows = readings.map(({ experimentKey, position, events, persons, reading }) => ({
    experiment_key: experimentKey,
    position,
    events,
    persons,
    state: reading.state,
    against: Math.min(reading.against, 1e30),
    in_favour: Math.min(reading.inFavour, 1e30),
  }));
  return sql`insert into guardrail_readings (experiment_key, position, state, events, persons,
      against, in_favour, read_at)
    select experiment_key, position, state, events, persons, against, in_favour,
      ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(experiment_key text,
      position int, state text, events int, persons int, against real, in_favour real)
    on conflict (experiment_key, position) do update set
      state = case when guardrail_readings.state = 'tripped' then 'tripped' else excluded.state end,
      events = excluded.events, persons = excluded.persons, against = excluded.against,
      in_favour = excluded.in_favour, read_at = excluded.read_at`;
}

/** The addresses of all admins, to tell them. */
export async function listAdmins(db: Db): Promise<{ userId: string; email: string }[]> {
  const { rows } = await db.execute(
    sql`select id, email from users where role = 'admin' and blocked_at is null order by id limit 50`,
  );
  return rows.map((row) => ({ userId: String(row["id"]), email: String(row["email"]) }));
}
