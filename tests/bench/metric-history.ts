/** Two years of simulated people for the metrics' bench, the newest part first, and a little that changes in it. */
import { sql } from "drizzle-orm";
import type pg from "pg";
import type { Db } from "#db/client.ts";
import { dayMs } from "#workers/features/metrics/definitions.ts";
import { defaultOptions, type SimulationOptions } from "../../scripts/simulate/options.ts";
import { simulateWorld } from "../../scripts/simulate/simulated-world.ts";
import { copyWorld } from "./copy-world.ts";

const worldDays = 60;
/** The history is so many times as long as one world. */
export const slots = 12;
/** Larger worlds would have to be in memory at once. */
const eventsOfWorld = 100_000;
const probeArrivals = 20;

export interface HistoryPlan {
  /** The worlds of each slot, the newest slot first. */
  slots: { seed: number; endMs: number }[][];
  options: SimulationOptions;
}

/** So many worlds of such a size that they make about `events` events, up to `endMs`. */
export function planHistory(events: number, endMs: number): HistoryPlan {
  const perSlot = Math.max(1, Math.round(events / slots / eventsOfWorld));
  const base = { ...defaultOptions, k: 0.9, days: worldDays, arrivals: probeArrivals };
  const probe = simulateWorld(base, endMs).delivered.length;
  const arrivals = (probeArrivals * events) / (slots * perSlot) / probe;
  return {
    options: { ...base, arrivals },
    slots: Array.from({ length: slots }, (_, slot) =>
      Array.from({ length: perSlot }, (_, i) => ({
        seed: 1 + slot * perSlot + i,
        endMs: endMs - slot * worldDays * dayMs,
      })),
    ),
  };
}

/** Stores the worlds of one slot, one at a time; answers how many events were delivered. */
export async function landSlot(
  client: pg.Client,
  plan: HistoryPlan,
  slot: number,
): Promise<number> {
  let delivered = 0;
  for (const { seed, endMs } of plan.slots[slot] ?? []) {
    delivered += await copyWorld(client, simulateWorld({ ...plan.options, seed }, endMs));
  }
  return delivered;
}

/** Marks what was brought, to take it back again. */
const freshSession = "00000000-0000-7000-8000-000000000001";

/** Takes back what was brought; the sweep hears of it as of anything else. */
export async function takeBack(db: Db): Promise<void> {
  await db.execute(sql`delete from events where session_id = ${freshSession}::uuid`);
}

/** `count` new people of the last day, each brought by somebody of the intake ten days before. */
export async function bringPeople(db: Db, endMs: number, count: number): Promise<void> {
  const today = new Date(endMs - dayMs).toISOString();
  await db.execute(sql`with inviter as (
      select person_id, row_number() over (order by person_id) as i from metric_people
      where day = (${today}::timestamptz at time zone 'UTC')::date - 10),
    fresh as (
      select gen_random_uuid() as visitor, ${today}::timestamptz + g * interval '1 second' as at,
        1 + g % (select count(*) from inviter) as i
      from generate_series(1, ${count}::int) g),
    happened as (
      select visitor, at, 'deck.completed' as name, null::uuid as inviter,
        '{"subject":"algebra","flagged":false}'::jsonb as props from fresh
      union all select f.visitor, f.at, 'invite.fvm', v.person_id, '{}' from fresh f
        join inviter v on v.i = f.i)
    insert into events (day, id, name, schema_version, occurred_at, received_at, visitor_id,
      session_id, inviter_visitor_id, loop, props)
    select (at at time zone 'UTC')::date, gen_random_uuid(), name, 1, at, at, visitor,
      ${freshSession}::uuid, inviter,
      case when inviter is not null then 'buddy_challenge' end, props from happened`);
}

/** `count` late events of the people of the intake 40 days ago, who played again the day after. */
export async function bringLateEvents(db: Db, endMs: number, count: number): Promise<void> {
  const then = new Date(endMs - 40 * dayMs).toISOString();
  await db.execute(sql`with person as (
      select person_id, row_number() over (order by person_id) as i from metric_people
      where day = (${then}::timestamptz at time zone 'UTC')::date),
    fresh as (
      select ${then}::timestamptz + interval '1 day' + g * interval '1 second' as at,
        1 + g % (select count(*) from person) as i
      from generate_series(1, ${count}::int) g)
    insert into events (day, id, name, schema_version, occurred_at, received_at, visitor_id,
      session_id, props)
    select (f.at at time zone 'UTC')::date, gen_random_uuid(), 'deck.completed', 1, f.at, f.at,
      p.person_id, ${freshSession}::uuid, '{"subject":"algebra","flagged":false}'
    from fresh f join person p on p.i = f.i`);
}
