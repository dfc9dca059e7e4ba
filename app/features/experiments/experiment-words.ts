/** What admins read for the words of experiments. */
import type { Outputs } from "#app/trpc.ts";
import type { ExperimentState, GuardrailMetric, MetricName } from "#shared/experiments.ts";

/** An answer as a loader hands it on: what may be absent may be undefined. */
export type Loaded<T> = T extends readonly (infer E)[]
  ? Loaded<E>[]
  : T extends object
    ? {
        [K in keyof T]: Record<never, never> extends Pick<T, K>
          ? Loaded<T[K]> | undefined
          : Loaded<T[K]>;
      }
    : T;

export type Results = Loaded<Outputs["experiments"]["results"]>;
export type Experiment = Loaded<Outputs["experiments"]["list"]>["experiments"][number];

export const metricWords: Record<MetricName, string> = {
  fvm_reached: "reached a first value",
  joined: "joined",
  invited: "invited somebody",
  invites_sent: "invites sent, each person",
  invitees_brought: "invitees brought, each person",
};

export const guardrailWords: Record<GuardrailMetric, string> = {
  complaint_rate: "Complaints",
  opt_out_rate: "Opt-outs",
  fraud_share: "Share of fraud",
  fvm_latency: "Time to first value",
};

export const stateWords: Record<ExperimentState, string> = {
  draft: "Draft",
  running: "Running",
  paused: "Paused",
  stopped: "Stopped",
};

export const verdictWords: Record<
  Results["verdict"],
  { title: string; text: string; tone: "news" | "good" | "care" }
> = {
  blocked: {
    title: "This cannot be read",
    text: "Something is wrong with how people came into the variants. No result is shown until that is mended.",
    tone: "care",
  },
  harmful: {
    title: "A guardrail was broken",
    text: "The loop was turned off. Stop this experiment before you turn the loop on again.",
    tone: "care",
  },
  hold: {
    title: "Hold",
    text: "A guardrail about child safety has not shown yet that this is safe.",
    tone: "care",
  },
  too_early: {
    title: "Too early",
    text: "There are not enough people or days yet. The sequence below may be looked at all the same.",
    tone: "news",
  },
  better: { title: "A variant is better", text: "By the primary metric.", tone: "good" },
  worse: { title: "The control is better", text: "By the primary metric.", tone: "care" },
  no_difference_yet: {
    title: "No difference so far",
    text: "By the primary metric. More people may still show one.",
    tone: "news",
  },
};

const percents = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
const points = new Intl.NumberFormat("en", { maximumFractionDigits: 3, minimumFractionDigits: 3 });

export function percent(share: number): string {
  return percents.format(share);
}

/** Three digits; what is smaller says so. */
export function pValue(p: number): string {
  return p < 0.001 ? "< 0.001" : points.format(p);
}

/** `+2.1 % to +9.8 %`, with a sign. */
export function interval(range: { low: number; high: number } | null): string {
  return range ? `${signed(range.low)} to ${signed(range.high)}` : "–";
}

export function signed(share: number | null): string {
  if (share === null) return "–";
  return `${share >= 0 ? "+" : "−"}${percent(Math.abs(share))}`;
}
