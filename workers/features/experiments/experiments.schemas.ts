/** The inputs and outputs of the experiment and flag procedures. */
import * as z from "zod";
import {
  experimentStates,
  flagKinds,
  fullShareBp,
  guardrailMetrics,
  metricNames,
} from "#shared/experiments.ts";
import { loops, personas, subjects } from "#shared/vocabulary.ts";

export const definitionKey = z.string().regex(/^[a-z][a-z0-9._-]{1,59}$/);
const share = z.number().int().min(0).max(fullShareBp);
const count = z.number().int();
const version = z.number().int().min(1);

const variants = z
  .array(z.strictObject({ key: definitionKey, weightBp: share }))
  .min(2)
  .max(6)
  .refine((list) => new Set(list.map(({ key }) => key)).size === list.length, {
    message: "two variants have the same key",
  })
  .refine((list) => list.reduce((sum, { weightBp }) => sum + weightBp, 0) === fullShareBp, {
    message: `the weights have to sum to ${fullShareBp}`,
  });

const targeting = z.strictObject({
  personas: z.array(z.enum(personas)).min(1).max(personas.length).optional(),
  subjects: z.array(z.enum(subjects)).min(1).max(subjects.length).optional(),
  minor: z.boolean().optional(),
  intakeFrom: z.iso.date().optional(),
  intakeTo: z.iso.date().optional(),
});

const namespace = z.strictObject({
  name: definitionKey,
  from: z.number().min(0).max(1),
  to: z.number().min(0).max(1),
});

/** Latencies are in milliseconds and have a quantile; all other limits are rates. */
const guardrail = z
  .strictObject({
    metric: z.enum(guardrailMetrics),
    limit: z.number().positive().max(86_400_000),
    quantile: z.number().min(0.5).max(0.999).optional(),
    childSafety: z.boolean().default(false),
  })
  .refine(
    ({ metric, limit, quantile }) =>
      metric === "fvm_latency" ? quantile !== undefined : limit < 1 && quantile === undefined,
    { message: "a rate is below 1 and has no quantile, a latency has one" },
  );

const plan = {
  hypothesis: z.string().trim().min(10).max(500),
  loop: z.enum(loops).nullable().default(null),
  surface: definitionKey.nullable().default(null),
  variants,
  trafficBp: share.default(fullShareBp),
  targeting: targeting.default({}),
  namespace: namespace.nullable().default(null),
  primaryMetric: z.enum(metricNames),
  metrics: z.array(z.enum(metricNames)).max(metricNames.length).default([]),
  guardrails: z.array(guardrail).max(8).default([]),
  minPersons: z.number().int().min(100).max(10_000_000).default(1_000),
  minDays: z.number().int().min(1).max(90).default(7),
};

export const createInput = z.strictObject({ key: definitionKey, ...plan });
export const editInput = z.strictObject({ key: definitionKey, version, ...plan });
export const splitInput = z.strictObject({
  key: definitionKey,
  version,
  variants,
  trafficBp: share,
});
export const stateInput = z.strictObject({ key: definitionKey, version });
export const keyInput = z.strictObject({ key: definitionKey });

export const experimentView = z.object({
  key: z.string(),
  hypothesis: z.string(),
  loop: z.enum(loops).nullable(),
  surface: z.string().nullable(),
  variants: z.array(z.object({ key: z.string(), weightBp: count })),
  trafficBp: count,
  targeting,
  namespace: namespace.nullable(),
  primaryMetric: z.enum(metricNames),
  metrics: z.array(z.enum(metricNames)),
  guardrails: z.array(
    z.object({
      metric: z.enum(guardrailMetrics),
      limit: z.number(),
      quantile: z.number().optional(),
      childSafety: z.boolean(),
    }),
  ),
  minPersons: count,
  minDays: count,
  state: z.enum(experimentStates),
  phase: count,
  version: count,
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  phaseStartedAt: z.number().nullable(),
  stoppedAt: z.number().nullable(),
});

const flagValue = z.union([z.boolean(), definitionKey]);
const flagRule = z.strictObject({
  ruleId: definitionKey,
  targeting: targeting.default({}),
  percentBp: share,
  value: flagValue,
});

/** Every value of a boolean flag is a boolean, of a variant flag a word. */
export const flagInput = z
  .strictObject({
    key: definitionKey,
    /** The version one has seen; absent: there is no such flag yet. */
    version: version.optional(),
    description: z.string().trim().min(3).max(300),
    kind: z.enum(flagKinds),
    enabled: z.boolean(),
    defaultValue: flagValue,
    offValue: flagValue,
    rules: z.array(flagRule).max(20).default([]),
  })
  .refine(
    ({ kind, defaultValue, offValue, rules }) =>
      [defaultValue, offValue, ...rules.map(({ value }) => value)].every(
        (value) => (typeof value === "boolean") === (kind === "boolean"),
      ),
    { message: "a value does not fit the flag's kind" },
  );
export const killInput = z.strictObject({
  key: definitionKey,
  reason: z.string().trim().min(3).max(200),
});

export const flagView = z.object({
  key: z.string(),
  description: z.string(),
  kind: z.enum(flagKinds),
  enabled: z.boolean(),
  defaultValue: z.union([z.boolean(), z.string()]),
  offValue: z.union([z.boolean(), z.string()]),
  rules: z.array(flagRule),
  killedAt: z.number().nullable(),
  killReason: z.string().nullable(),
  version: count,
  updatedAt: z.number(),
});

export type CreateInput = z.output<typeof createInput>;
export type EditInput = z.output<typeof editInput>;
export type SplitInput = z.output<typeof splitInput>;
export type FlagInput = z.output<typeof flagInput>;
