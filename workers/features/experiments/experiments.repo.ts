/** Queries of experiments; every change is written down beside it, in the same statement. */
import { desc, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { experiments } from "#db/schema/experiments.ts";
import type { ExperimentState } from "#shared/experiments.ts";
import { toUuid, type UserId } from "#shared/ids.ts";
import { audited, type Change } from "./changes.repo.ts";
import type { CreateInput, EditInput, SplitInput } from "./experiments.schemas.ts";

export type ExperimentRow = typeof experiments.$inferSelect;

const time = (at: Date) => sql`${at.toISOString()}::timestamptz`;
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

/** The newest first; there are never many. */
export async function listExperimentRows(db: Db): Promise<ExperimentRow[]> {
  return db.select().from(experiments).orderBy(desc(experiments.createdAt)).limit(200);
}

/** Answers nothing where there is such a key already. */
export function insertDraft(input: CreateInput, change: Change, createdBy: UserId): SQL {
  return audited(
    "experiment",
    sql`insert into experiments (key, hypothesis, loop, surface, variants, traffic_bp, targeting,
        namespace, primary_metric, metrics, guardrails, min_persons, min_days, state, created_by,
        created_at)
      values (${input.key}, ${input.hypothesis}, ${input.loop}, ${input.surface},
        ${json(input.variants)}, ${input.trafficBp}, ${json(input.targeting)},
        ${input.namespace ? json(input.namespace) : sql`null`}, ${input.primaryMetric},
        ${json(input.metrics)}, ${json(input.guardrails)}, ${input.minPersons}, ${input.minDays},
        'draft', ${toUuid(createdBy)}, ${time(change.now)})
      on conflict do nothing`,
    change,
  );
}

/** Answers nothing where it is no draft any more, or has changed since. */
export function updateDraft(input: EditInput, change: Change): SQL {
  return audited(
    "experiment",
    sql`update experiments set hypothesis = ${input.hypothesis}, loop = ${input.loop},
        surface = ${input.surface}, variants = ${json(input.variants)},
        traffic_bp = ${input.trafficBp}, targeting = ${json(input.targeting)},
        namespace = ${input.namespace ? json(input.namespace) : sql`null`},
        primary_metric = ${input.primaryMetric}, metrics = ${json(input.metrics)},
        guardrails = ${json(input.guardrails)}, min_persons = ${input.minPersons},
        min_days = ${input.minDays}, version = version + 1
      where key = ${input.key} and version = ${input.version} and state = 'draft'`,
    change,
  );
}

/** Another split of a running or paused experiment is its next phase; its variants stay. */
export function updateSplit(input: SplitInput, change: Change): SQL {
  return audited(
    "experiment",
    sql`update experiments set variants = ${json(input.variants)}, traffic_bp = ${input.trafficBp},
        phase = phase + 1, phase_started_at = ${time(change.now)}, version = version + 1
      where key = ${input.key} and version = ${input.version} and state in ('running', 'paused')
        and (select array_agg(v->>'key' order by at) from jsonb_array_elements(variants)
            with ordinality as old(v, at))
          = (select array_agg(v->>'key' order by at) from jsonb_array_elements(${json(input.variants)})
            with ordinality as new(v, at))`,
    change,
  );
}

/** Which states lead to which. */
const before: Record<Exclude<ExperimentState, "draft">, SQL> = {
  running: sql`state in ('draft', 'paused')`,
  paused: sql`state = 'running'`,
  stopped: sql`state in ('running', 'paused')`,
};

export function updateState(
  input: { key: string; version: number; to: keyof typeof before },
  change: Change,
): SQL {
  const now = time(change.now);
  const times: Record<keyof typeof before, SQL> = {
    running: sql`, started_at = coalesce(started_at, ${now}),
      phase_started_at = coalesce(phase_started_at, ${now})`,
    paused: sql``,
    stopped: sql`, stopped_at = ${now}`,
  };
  return audited(
    "experiment",
    sql`update experiments set state = ${input.to}, version = version + 1 ${times[input.to]}
      where key = ${input.key} and version = ${input.version} and ${before[input.to]}`,
    change,
  );
}
