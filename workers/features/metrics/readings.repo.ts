/** Reads the rollups for the dashboard: sums over disjoint sets of persons, never over distinct counts. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

/** What a dashboard is about. Null is all; days are `YYYY-MM-DD`, both included. */
export interface Scope {
  loop: string | null;
  persona: string | null;
  subject: string | null;
  /** `experiment:variant`. */
  variant: string | null;
  from: string | null;
  to: string | null;
}

/** Counts of the mature intakes (`day <= matureThrough`), or of the others. */
export interface Reading {
  loop: string;
  mature: boolean;
  measure: string;
  bin: number;
  n: number;
}

/** Counts of one intake; of a calendar day, for the guardrails. */
export interface DayReading {
  loop: string;
  day: string;
  measure: string;
  bin: number;
  n: number;
}

/** Sums by maturity. `persons` and `retained` belong to no loop and come with an empty one. */
export function readIntakes(
  db: Db,
  scope: Scope,
  asked: { measures: readonly string[]; matureThrough: string; loops?: readonly string[] },
) {
  const loops = asked.loops ?? [scope.loop ?? ""];
  return db.execute(sql`select loop, day <= ${asked.matureThrough}::date as mature, measure, bin,
      sum(n)::float8 as n from metric_buckets
    where ${within(scope, asked.measures, loops)} group by 1, 2, 3, 4`);
}

/** Counts of each intake by itself; those of a histogram as one sum of `bin * n`. */
export function readEachIntake(db: Db, scope: Scope, measures: readonly string[]) {
  return db.execute(sql`select loop, day::text as day, measure,
      case when measure ~ '^(invitees|joiners)[.]' then 0 else bin end as bin,
      sum(case when measure ~ '^(invitees|joiners)[.]' then bin * n else n end)::float8 as n
    from metric_buckets where ${within(scope, measures, [scope.loop ?? ""])}
    group by 1, 2, 3, 4 order by 2`);
}

/** The guardrails' counts, day by day. */
export function readDays(db: Db, scope: Scope) {
  return db.execute(sql`select '' as loop, day::text as day, measure, bin, n::float8 as n from metric_daily
    where loop = ${scope.loop ?? ""} and ${days(scope)} order by day`);
}

/** Variants that anybody was exposed to, and the oldest mark that waits for the sweep. */
export function readSurroundings(db: Db) {
  return db.execute(sql`with recursive v as (
      (select variant from metric_buckets where loop = '' and persona = '' and subject = ''
        order by variant limit 1)
      union all select (select b.variant from metric_buckets b where b.loop = ''
        and b.persona = '' and b.subject = '' and b.variant > v.variant order by b.variant limit 1)
      from v where v.variant is not null)
    select coalesce(jsonb_agg(variant) filter (where variant <> ''), '[]') as variants,
      exists (select from metric_marks) or exists (select from metric_dirty) as waiting from v`);
}

function within(scope: Scope, measures: readonly string[], loops: readonly string[]): SQL {
  const list = (words: readonly string[]) =>
    sql.join(
      words.map((word) => sql`${word}`),
      sql`, `,
    );
  return sql`loop in (${list([...new Set(["", ...loops])])}) and persona = ${scope.persona ?? ""}
    and subject = ${scope.subject ?? ""} and variant = ${scope.variant ?? ""}
    and measure in (${list(measures)}) and ${days(scope)}`;
}

const days = ({ from, to }: Scope): SQL =>
  sql`day between ${from ?? "-infinity"}::date and ${to ?? "infinity"}::date`;
