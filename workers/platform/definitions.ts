/** Flags and experiments as the edge knows them, and what they come to for one person. */
import {
  type Assignments,
  type ExperimentState,
  type FlagRule,
  type FlagValue,
  fullShareBp,
  type NamespaceRange,
  type Targeting,
  type Variant,
} from "#shared/experiments.ts";
import { idTimeMs, type VisitorId } from "#shared/ids.ts";
import type { Persona, Subject } from "#shared/vocabulary.ts";
import { bucketOf, bucketRanges, chooseVariant, inNamespace } from "./bucketing.ts";

export interface FlagDefinition {
  key: string;
  enabled: boolean;
  /** Turned off at once, by an admin or a guardrail; stays so until an admin says otherwise. */
  killed: boolean;
  defaultValue: FlagValue;
  /** What it is while off or killed. */
  offValue: FlagValue;
  rules: readonly FlagRule[];
  version: number;
}

export interface ExperimentDefinition {
  key: string;
  state: ExperimentState;
  phase: number;
  variants: readonly Variant[];
  trafficBp: number;
  targeting: Targeting;
  namespace: NamespaceRange | null;
  version: number;
}

export interface Definitions {
  /** Grows with every change: an older copy from KV never replaces a newer one. */
  revision: number;
  flags: Readonly<Record<string, FlagDefinition>>;
  experiments: Readonly<Record<string, ExperimentDefinition>>;
}

export const noDefinitions: Definitions = { revision: -1, flags: {}, experiments: {} };

/** What rules may ask about a person. Null is unknown, and matches no condition about it. */
export interface Subjected {
  id: VisitorId;
  persona: Persona | null;
  minor: boolean | null;
  subject: Subject | null;
}

export type Reason =
  | "unknown"
  | "killed"
  | "off"
  | "rule"
  | "default"
  | "not_running"
  | "paused"
  | "not_targeted"
  | "other_namespace"
  | "no_traffic"
  | "assigned"
  | "bucket";

export interface Evaluation<V extends FlagValue = FlagValue> {
  value: V;
  /** The variant, where the value is one and the person takes part. */
  variant: string | null;
  reason: Reason;
  /** The rule of a flag, or the phase of an experiment, that decided. */
  ruleId: string | null;
  version: number;
}

/** What the flag is for that person; `fallback` where there is no such flag. */
export function evaluateFlag(
  flag: FlagDefinition | undefined,
  person: Subjected,
  fallback: FlagValue,
): Evaluation {
  if (!flag) return decided(fallback, "unknown", null, 0);
  if (flag.killed) return decided(flag.offValue, "killed", null, flag.version);
  if (!flag.enabled) return decided(flag.offValue, "off", null, flag.version);
  const rule = flag.rules.find(
    ({ targeting, percentBp, ruleId }) =>
      isTargeted(targeting, person) &&
      bucketOf(`${flag.key}:${ruleId}`, person.id) < percentBp / fullShareBp,
  );
  return rule
    ? decided(rule.value, "rule", rule.ruleId, flag.version)
    : decided(flag.defaultValue, "default", null, flag.version);
}

function decided(
  value: FlagValue,
  reason: Reason,
  ruleId: string | null,
  version: number,
): Evaluation {
  return { value, variant: typeof value === "string" ? value : null, reason, ruleId, version };
}

/**
 * Which variant the person sees. Who was assigned keeps the variant while the experiment runs or
 * pauses, whatever weights, traffic and targeting have become. Everybody else sees the control.
 */
export function evaluateExperiment(
  experiment: ExperimentDefinition | undefined,
  person: Subjected,
  assigned: Assignments[string] | undefined,
): Evaluation<string> {
  const control = experiment?.variants[0]?.key ?? "control";
  const answer = (reason: Reason, variant: string | null = null, phase = experiment?.phase) => ({
    value: variant ?? control,
    variant,
    reason,
    ruleId: experiment ? `${experiment.key}:${phase}` : null,
    version: experiment?.version ?? 0,
  });
  if (!experiment) return answer("unknown");
  if (experiment.state !== "running" && experiment.state !== "paused") return answer("not_running");
  if (assigned && experiment.variants.some(({ key }) => key === assigned.variant)) {
    return answer("assigned", assigned.variant, assigned.phase);
  }
  if (experiment.state === "paused") return answer("paused");
  if (!isTargeted(experiment.targeting, person)) return answer("not_targeted");
  if (experiment.namespace && !inNamespace(person.id, experiment.namespace)) {
    return answer("other_namespace");
  }
  const chosen = experiment.variants[bucketVariant(experiment, person.id)];
  return chosen ? answer("bucket", chosen.key) : answer("no_traffic");
}

function bucketVariant(experiment: ExperimentDefinition, id: VisitorId): number {
  const ranges = bucketRanges(
    experiment.variants.length,
    experiment.trafficBp / fullShareBp,
    experiment.variants.map(({ weightBp }) => weightBp / fullShareBp),
  );
  return chooseVariant(bucketOf(seedOf(experiment), id), ranges);
}

/** Each phase cuts the people anew who were in none before. */
function seedOf({ key, phase }: ExperimentDefinition): string {
  return phase === 1 ? key : `${key}:${phase}`;
}

/** True when every condition holds; what is unknown of the person holds no condition. */
export function isTargeted(targeting: Targeting, person: Subjected): boolean {
  const { personas, subjects, minor, intakeFrom, intakeTo } = targeting;
  if (personas && !(person.persona && personas.includes(person.persona))) return false;
  if (subjects && !(person.subject && subjects.includes(person.subject))) return false;
  if (minor !== undefined && person.minor !== minor) return false;
  const day = new Date(idTimeMs(person.id)).toISOString().slice(0, 10);
  if (intakeFrom && day < intakeFrom) return false;
  return !(intakeTo && day > intakeTo);
}
