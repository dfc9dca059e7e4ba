/** How long the steps of a journey took, and what they cost the database. */
import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import type { Table } from "./bench-shape.ts";
import type { Answer } from "./browser.ts";

/** One step of all journeys; times in milliseconds. */
export interface StepFigures {
  step: string;
  count: number;
  p50Ms: number;
  p99Ms: number;
  /** The most database round trips of one request; null where the Worker tells none. */
  roundTrips: number | null;
}

export interface StepTimes {
  /** Keeps the answer's time and cost under the step's name, and gives the answer back. */
  note<A extends Pick<Answer, "tookMs" | "roundTrips">>(step: string, answer: A): A;
  /** In the order in which the steps were first seen. */
  figures(): StepFigures[];
}

const usPerMs = 1000;

export function createStepTimes(): StepTimes {
  const steps = new Map<string, { times: RecordableHistogram; roundTrips: number | null }>();
  return {
    note(step, answer) {
      const known = steps.get(step);
      const seen = known ?? { times: createHistogram({ figures: 3 }), roundTrips: null };
      if (!known) steps.set(step, seen);
      seen.times.record(Math.max(1, Math.round(answer.tookMs * usPerMs)));
      if (answer.roundTrips !== null) {
        seen.roundTrips = Math.max(seen.roundTrips ?? 0, answer.roundTrips);
      }
      return answer;
    },
    figures: () =>
      [...steps].map(([step, { times, roundTrips }]) => ({
        step,
        count: times.count,
        p50Ms: times.percentile(50) / usPerMs,
        p99Ms: times.percentile(99) / usPerMs,
        roundTrips,
      })),
  };
}

export function stepsTable(title: string, figures: readonly StepFigures[]): Table {
  return {
    title,
    columns: ["step", "requests", "p50 ms", "p99 ms", "db trips"],
    rows: figures.map((one) => [one.step, one.count, one.p50Ms, one.p99Ms, one.roundTrips]),
  };
}
