/** The words of experiments and flags that browser, Worker and database share. */
import type { Loop, Persona, Subject } from "./vocabulary.ts";

export const experimentStates = ["draft", "running", "paused", "stopped"] as const;
export type ExperimentState = (typeof experimentStates)[number];

/** What one may measure of an exposed person, each within 14 days of the exposure. */
export const metricNames = [
  "fvm_reached",
  "joined",
  "invited",
  "invites_sent",
  "invitees_brought",
] as const;
export type MetricName = (typeof metricNames)[number];

/** A rate counts persons who did it; a mean counts how often, of all persons. */
export const metricKinds: Record<MetricName, "rate" | "mean"> = {
  fvm_reached: "rate",
  joined: "rate",
  invited: "rate",
  invites_sent: "mean",
  invitees_brought: "mean",
};

export const guardrailMetrics = [
  "complaint_rate",
  "opt_out_rate",
  "fraud_share",
  "fvm_latency",
] as const;
export type GuardrailMetric = (typeof guardrailMetrics)[number];

/** One hundredth of a percent: weights and shares are whole numbers of it. */
export const fullShareBp = 10_000;

/** The first variant of an experiment is its control. */
export interface Variant {
  key: string;
  /** All variants' weights together are `fullShareBp`. */
  weightBp: number;
}

/** Whom it is for; an absent condition lets everybody through. */
export interface Targeting {
  personas?: readonly Persona[] | undefined;
  subjects?: readonly Subject[] | undefined;
  /** Who is known to be a minor, or known not to be; a guest is neither. */
  minor?: boolean | undefined;
  /** First and last UTC day, `YYYY-MM-DD`, of the person's first visitor id. */
  intakeFrom?: string | undefined;
  intakeTo?: string | undefined;
}

/** Experiments of one namespace with ranges that do not meet never share a person. */
export interface NamespaceRange {
  name: string;
  /** From (included) and to (excluded), between 0 and 1. */
  from: number;
  to: number;
}

export interface Guardrail {
  metric: GuardrailMetric;
  /** The highest rate that is fine; of `fvm_latency` the highest milliseconds of the quantile. */
  limit: number;
  /** Of `fvm_latency` only. */
  quantile?: number | undefined;
  /** Counts minors only; as long as it is inconclusive, the verdict is to hold. */
  childSafety: boolean;
}

export const flagKinds = ["boolean", "variant"] as const;
export type FlagValue = boolean | string;

export interface FlagRule {
  ruleId: string;
  targeting: Targeting;
  /** The share of the targeted people who get the value. */
  percentBp: number;
  value: FlagValue;
}

/** The flag that turns a whole loop off. Where there is no such row, the loop is on. */
export function loopFlagKey(loop: Loop): `loop.${Loop}` {
  return `loop.${loop}`;
}

/** Which variant a person has of which experiment, and since which phase. */
export type Assignments = Readonly<Record<string, { variant: string; phase: number }>>;
