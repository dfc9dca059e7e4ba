/** Reads the rollups for the dashboard: sums over disjoint sets of persons, never over distinct counts. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { addDays, type Span, spansOf, splitAt } from "./day-spans.ts";
import { longestStretchDays } from "./definitions.ts";

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

/** Sums over intakes. */
export interface Reading {
  loop: string;
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

/** Which counts: those measures of those loops; of one bin only, where one is named. */
export interface Asked {
  loops: readonly string[];
  measures: readonly string[];
  bin?: number;
}

/** Sums over all intakes of the scope, whether mature or not. */
export function readSums(db: Db, scope: Scope, asked: readonly Asked[]) {
  return db.execute(sumsQuery(scope, asked, scope));
}

/** Sums of the mature intakes. */
export function readMature(
  db: Db,
  scope: Scope,
  { asked, matureThrough }: { asked: readonly Asked[]; matureThrough: string },
) {
  return db.execute(sumsQuery(scope, asked, splitAt(scope, matureThrough).until));
}

/** Counts of each intake by itself, the oldest first. */
export function readEachIntake(db: Db, scope: Scope, asked: readonly Asked[]) {
  return db.execute(sql`select loop, day::text as day, measure, bin, n::float8 as n
    from (${eachQuery(scope, asked)}) e order by e.day`);
}

/**
 * All that K's page shows, as rows of one statement: the sums by maturity, each intake by itself,
 * the variants that anybody was exposed to, and whether anything waits for the sweep.
 */
export function readForK(
  db: Db,
  scope: Scope,
  wanted: { sums: readonly Asked[]; each: readonly Asked[]; matureThrough: string },
) {
  const { until, after } = splitAt(scope, wanted.matureThrough);
  return db.execute(sql`
    select 'mature' as part, loop, null as day, measure, bin, n
      from (${sumsQuery(scope, wanted.sums, until)}) m
    union all select 'provisional', loop, null, measure, bin, n
      from (${sumsQuery(scope, wanted.sums, after)}) p
    union all (select 'each', loop, day::text, measure, bin, n::float8
      from (${eachQuery(scope, wanted.each)}) e order by e.day)
    union all select 'variant', '', null, variant, 0, 0 from (${variants}) v where variant <> ''
    union all select 'waiting', '', null, '', 0, 1
      where exists (select from metric_marks) or exists (select from metric_dirty)`);
}

/** The guardrails' counts, day by day. */
export function readDays(db: Db, scope: Scope) {
  return db.execute(sql`select '' as loop, day::text as day, measure, bin, n::float8 as n from metric_daily
    where loop = ${scope.loop ?? ""} and ${between(sql`day`, scope)} order by day`);
}

/** Who was active, from the longest stretch before the first day on, and what was used. */
export function readEngagement(db: Db, scope: Pick<Scope, "persona" | "from" | "to">) {
  const since = scope.from && addDays(scope.from, 1 - longestStretchDays);
  return db.execute(sql`select '' as loop, day::text as day, measure, bin, n::float8 as n
    from metric_engagement where persona = ${scope.persona ?? ""}
      and (measure = 'active' and ${between(sql`day`, { from: since, to: scope.to })}
        or measure <> 'active' and ${between(sql`day`, scope)})
    order by day`);
}

/** From one variant to the next by the primary key: as many steps as there are variants. */
const variants = sql`with recursive v as (
    (select variant from metric_buckets where loop = '' and persona = '' and subject = ''
      order by variant limit 1)
    union all select (select b.variant from metric_buckets b where b.loop = ''
      and b.persona = '' and b.subject = '' and b.variant > v.variant order by b.variant limit 1)
    from v where v.variant is not null)
  select variant from v`;

/** Whole months from their sums, the days at both ends from the intakes. */
function sumsQuery(scope: Scope, asked: readonly Asked[], range: Span): SQL {
  const { months, days } = spansOf(range);
  const parts = asked.flatMap((one) => [
    ...(months ? [monthRows(scope, one, months)] : []),
    ...days.map((span) => dayRows(scope, one, span)),
  ]);
  if (parts.length === 0)
    return sql`select '' as loop, '' as measure, 0 as bin, 0::float8 as n
    where false`;
  return sql`select loop, measure, bin, sum(n)::float8 as n from (${all(parts)}) s group by 1, 2, 3`;
}

function eachQuery(scope: Scope, asked: readonly Asked[]): SQL {
  return all(
    asked.map(
      (one) => sql`select loop, day, measure, bin, n from metric_buckets
        where ${about(scope, one)} and ${between(sql`day`, scope)}`,
    ),
  );
}

const monthRows = (scope: Scope, asked: Asked, span: Span) =>
  sql`select loop, measure, bin, n from metric_months
    where ${about(scope, asked)} and ${between(sql`month`, span)}`;

const dayRows = (scope: Scope, asked: Asked, span: Span) =>
  sql`select loop, measure, bin, n from metric_buckets
    where ${about(scope, asked)} and ${between(sql`day`, span)}`;

const all = (parts: readonly SQL[]): SQL => sql.join([...parts], sql` union all `);

function about(scope: Scope, { loops, measures, bin }: Asked): SQL {
  return sql`loop in (${words(loops)}) and persona = ${scope.persona ?? ""}
    and subject = ${scope.subject ?? ""} and variant = ${scope.variant ?? ""}
    and measure in (${words(measures)})${bin === undefined ? sql`` : sql` and bin = ${bin}::int`}`;
}

const words = (list: readonly string[]): SQL =>
  sql.join(
    list.map((word) => sql`${word}`),
    sql`, `,
  );

const between = (column: SQL, { from, to }: Span): SQL =>
  sql`${column} between ${from ?? "-infinity"}::date and ${to ?? "infinity"}::date`;
