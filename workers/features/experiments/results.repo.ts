/** Counts of what exposed persons did: sums only, from exposures and raw events. */
import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { experiments, guardrailReadings } from "#db/schema/experiments.ts";
import type { MetricName } from "#shared/experiments.ts";
import type { ExperimentRow } from "./experiments.repo.ts";
import type { GuardrailState } from "./statistics/guardrail-test.ts";

/** How long after the exposure something counts, in days. */
export const metricWindowDays = 14;

export interface VariantCounts {
  variant: string;
  persons: number;
  sums: Record<MetricName, { sum: number; sumSquares: number }>;
}

export interface ResultRows {
  experiment: ExperimentRow;
  counts: VariantCounts[];
  /** Persons of any phase, and those of them who were shown more than one variant. */
  exposed: number;
  multiplyExposed: number;
  guardrails: { position: number; state: GuardrailState; events: number; persons: number }[];
}

/**
 * One round trip. A person is the account's first visitor id where there is an account; who saw two
 * variants, in two browsers before joining, counts for the first. Only the current phase is counted.
 */
export async function readResults(db: Db, key: string): Promise<ResultRows | null> {
  const [found, counts, multiple, guardrails] = await db.batch([
    db.select().from(experiments).where(eq(experiments.key, key)),
    db.execute(countsQuery(key)),
    db.execute(sql`with ${seen(key)}, each as (
        select person, count(distinct variant) as variants from seen group by 1)
      select count(*)::int as exposed, (count(*) filter (where variants > 1))::int as multiple
      from each`),
    db.select().from(guardrailReadings).where(eq(guardrailReadings.experimentKey, key)),
  ]);
  const experiment = found[0];
  if (!experiment) return null;
  return {
    experiment,
    counts: counts.rows as unknown as VariantCounts[],
    exposed: Number(multiple.rows[0]?.["exposed"] ?? 0),
    multiplyExposed: Number(multiple.rows[0]?.["multiple"] ?? 0),
    guardrails,
  };
}

function seen(key: string) {
  return sql`seen as (
    select coalesce(u.visitor_id, x.visitor_id) as person, x.variant, x.phase, x.at
    from exposures x left join visitors v on v.id = x.visitor_id
      left join users u on u.id = v.user_id
    where x.experiment_key = ${key})`;
}

const names = sql`('fvm.reached', 'person.joined', 'invite.sent')`;
const window = sql`make_interval(days => ${metricWindowDays})`;

/** Who was exposed before that is no longer counted: what those people did was dropped. */
const eventsKeptFrom = sql`coalesce(
  (select dropped_through + 1 from metric_seals)::timestamp at time zone 'UTC', '-infinity')`;

function countsQuery(key: string) {
  return sql`with ${seen(key)},
    first as (select distinct on (person) person, variant, phase, at from seen
      order by person, at, variant),
    counted as (select f.person, f.variant, f.at from first f
      join experiments e on e.key = ${key} and e.phase = f.phase
      where f.at >= ${eventsKeptFrom}),
    browser as (select person, person as visitor_id from counted
      union select c.person, v.id from counted c join users u on u.visitor_id = c.person
        join visitors v on v.user_id = u.id),
    done as (select c.person,
        (count(*) filter (where e.name = 'fvm.reached') > 0)::int as fvm_reached,
        (count(*) filter (where e.name = 'person.joined') > 0)::int as joined,
        (count(*) filter (where e.name = 'invite.sent') > 0)::int as invited,
        (count(*) filter (where e.name = 'invite.sent'))::float8 as invites_sent
      from counted c join browser b on b.person = c.person
        join events e on e.visitor_id = b.visitor_id and e.name in ${names}
          and e.occurred_at >= c.at and e.occurred_at < c.at + ${window}
      group by 1),
    brought as (select c.person, count(distinct e.visitor_id)::float8 as invitees_brought
      from counted c join events e on e.inviter_visitor_id = c.person and e.name = 'invite.fvm'
        and e.occurred_at >= c.at and e.occurred_at < c.at + ${window}
      group by 1)
    select c.variant, count(*)::int as persons, jsonb_build_object(
      'fvm_reached', ${sums(sql`d.fvm_reached`)}, 'joined', ${sums(sql`d.joined`)},
      'invited', ${sums(sql`d.invited`)}, 'invites_sent', ${sums(sql`d.invites_sent`)},
      'invitees_brought', ${sums(sql`b.invitees_brought`)}) as sums
    from counted c left join done d on d.person = c.person
      left join brought b on b.person = c.person
    group by 1`;
}

function sums(column: ReturnType<typeof sql>) {
  return sql`jsonb_build_object('sum', coalesce(sum(${column}), 0),
    'sumSquares', coalesce(sum(${column} * ${column}), 0))`;
}
