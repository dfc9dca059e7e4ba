/** What an admin sees of an experiment. */
import type { experiments } from "#db/schema/experiments.ts";

type ExperimentRow = typeof experiments.$inferSelect;

export function experimentView(row: ExperimentRow) {
  return {
    key: row.key,
    hypothesis: row.hypothesis,
    loop: row.loop,
    surface: row.surface,
    variants: [...row.variants],
    trafficBp: row.trafficBp,
    targeting: copyTargeting(row.targeting),
    namespace: row.namespace,
    primaryMetric: row.primaryMetric,
    metrics: [...row.metrics],
    guardrails: [...row.guardrails],
    minPersons: row.minPersons,
    minDays: row.minDays,
    state: row.state,
    phase: row.phase,
    version: row.version,
    createdAt: row.createdAt.getTime(),
    startedAt: row.startedAt?.getTime() ?? null,
    phaseStartedAt: row.phaseStartedAt?.getTime() ?? null,
    stoppedAt: row.stoppedAt?.getTime() ?? null,
  };
}

/** Lists one may change, as the wire's types have them. */
export function copyTargeting({ personas, subjects, ...rest }: ExperimentRow["targeting"]) {
  return {
    ...rest,
    ...(personas ? { personas: [...personas] } : {}),
    ...(subjects ? { subjects: [...subjects] } : {}),
  };
}
