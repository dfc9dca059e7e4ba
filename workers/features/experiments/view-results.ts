/** The results of an experiment, and how many persons a plan needs. */
import { AppError } from "../../platform/app-error.ts";
import type { Ctx } from "../../platform/context.ts";
import { experimentView } from "./experiment-view.ts";
import { readExperiment } from "./reading.ts";
import { readResults } from "./results.repo.ts";
import { fixedSampleSize, sequenceSampleSize } from "./statistics/sample-size.ts";

/** One round trip. A guardrail that no sweep has read yet is inconclusive. */
export async function viewResults(ctx: Ctx, { key }: { key: string }) {
  const rows = await readResults(ctx.db, key);
  if (!rows) throw new AppError("NOT_FOUND");
  const { experiment } = rows;
  const guardrails = experiment.guardrails.map((rail, position) => {
    const read = rows.guardrails.find((each) => each.position === position);
    return {
      rail,
      state: read?.state ?? ("inconclusive" as const),
      events: read?.events ?? 0,
      persons: read?.persons ?? 0,
    };
  });
  const reading = readExperiment(
    {
      variants: experiment.variants,
      primaryMetric: experiment.primaryMetric,
      metrics: experiment.metrics,
      minPersons: experiment.minPersons,
      minDays: experiment.minDays,
      phaseStartedAt: experiment.phaseStartedAt?.getTime() ?? null,
      counts: rows.counts,
      exposed: rows.exposed,
      multiplyExposed: rows.multiplyExposed,
      guardrails,
    },
    ctx.clock.now(),
  );
  const persons = new Map(rows.counts.map((each) => [each.variant, each.persons]));
  return {
    experiment: experimentView(experiment),
    variants: experiment.variants.map((variant) => ({
      ...variant,
      persons: persons.get(variant.key) ?? 0,
    })),
    guardrails,
    ...reading,
    sampleRatio: { ...reading.sampleRatio, chiSquare: finite(reading.sampleRatio.chiSquare) },
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Persons in each variant, for one reading at the end and for twenty looks at the sequence. */
export function viewSampleSize(plan: { baseline: number; lift: number; power: number }) {
  const full = { ...plan, alpha: 0.05 };
  if (plan.lift === 0 || plan.baseline * (1 + plan.lift) >= 1) {
    throw new AppError("BAD_INPUT", { message: "That lift is not possible from that rate." });
  }
  return { fixed: Math.ceil(fixedSampleSize(full)), sequence: sequenceSampleSize(full) };
}
