/** The experiment procedures: validate, call, return. */
import * as z from "zod";
import { metricNames } from "#shared/experiments.ts";
import { subjects } from "#shared/vocabulary.ts";
import { admin, anyone } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { changeDraft, changeSplit, changeState, createExperiment } from "./change-experiment.ts";
import {
  createInput,
  definitionKey,
  editInput,
  experimentView,
  keyInput,
  splitInput,
  stateInput,
} from "./experiments.schemas.ts";
import { listExperiments } from "./list-definitions.ts";
import { readVariant } from "./read-variant.ts";
import { viewResults, viewSampleSize } from "./view-results.ts";

const rest = (method: "GET" | "POST" | "PUT", path: `/${string}`, summary: string) => ({
  openapi: { method, path, summary, tags: ["experiments"], protect: true },
});
const changed = z.object({ key: z.string(), version: z.number() });
const interval = z.object({ low: z.number(), high: z.number() });
const test = z.object({ pValue: z.number(), interval }).nullable();
const results = z.object({
  experiment: experimentView,
  variants: z.array(z.object({ key: z.string(), weightBp: z.number(), persons: z.number() })),
  guardrails: z.array(
    z.object({
      rail: experimentView.shape.guardrails.element,
      state: z.enum(["tripped", "safe", "inconclusive"]),
      events: z.number(),
      persons: z.number(),
    }),
  ),
  blocks: z.array(z.enum(["sample_ratio_mismatch", "multiple_exposure"])),
  sampleRatio: z.object({
    /** Null where somebody is in a variant of weight 0: beyond every number. */
    chiSquare: z.number().nullable(),
    pValue: z.number(),
    mismatch: z.boolean(),
  }),
  multipleExposureShare: z.number(),
  enoughPersons: z.boolean(),
  enoughDays: z.boolean(),
  verdict: z.enum([
    "blocked",
    "harmful",
    "hold",
    "too_early",
    "better",
    "worse",
    "no_difference_yet",
  ]),
  comparisons: z.array(
    z.object({
      metric: z.enum(metricNames),
      variant: z.string(),
      controlMean: z.number(),
      mean: z.number(),
      lift: z.number().nullable(),
      liftInterval: interval.nullable(),
      fixed: test,
      sequence: test,
      adjustedPValue: z.number(),
      chanceToWin: z.number(),
    }),
  ),
});

const states = router({
  start: procedure(admin)
    .meta(rest("POST", "/experiments/{key}/start", "Start a draft, or go on after a pause"))
    .input(stateInput)
    .output(changed)
    .mutation(({ ctx, input }) => changeState(ctx, { ...input, to: "running" })),

  pause: procedure(admin)
    .meta(rest("POST", "/experiments/{key}/pause", "Take nobody new in; who is in stays"))
    .input(stateInput)
    .output(changed)
    .mutation(({ ctx, input }) => changeState(ctx, { ...input, to: "paused" })),

  stop: procedure(admin)
    .meta(rest("POST", "/experiments/{key}/stop", "End it: everybody sees the control"))
    .input(stateInput)
    .output(changed)
    .mutation(({ ctx, input }) => changeState(ctx, { ...input, to: "stopped" })),
});

export const experimentsRouter = router({
  ...states._def.procedures,

  variant: procedure(anyone)
    .input(z.strictObject({ key: definitionKey, subject: z.enum(subjects).optional() }))
    .output(
      z.object({
        value: z.string(),
        variant: z.string().nullable(),
        reason: z.string(),
        ruleId: z.string().nullable(),
        version: z.number(),
      }),
    )
    .mutation(({ ctx, input }) => readVariant(ctx, input)),

  list: procedure(admin)
    .meta(rest("GET", "/experiments", "All experiments, newest first"))
    .input(z.strictObject({}))
    .output(z.object({ experiments: z.array(experimentView) }))
    .query(({ ctx }) => listExperiments(ctx)),

  create: procedure(admin)
    .meta(rest("POST", "/experiments", "Create a draft"))
    .input(createInput)
    .output(changed)
    .mutation(({ ctx, input }) => createExperiment(ctx, input)),

  edit: procedure(admin)
    .meta(rest("PUT", "/experiments/{key}", "Change a draft"))
    .input(editInput)
    .output(changed)
    .mutation(({ ctx, input }) => changeDraft(ctx, input)),

  split: procedure(admin)
    .meta(
      rest("POST", "/experiments/{key}/split", "Change weights and traffic: begins the next phase"),
    )
    .input(splitInput)
    .output(changed)
    .mutation(({ ctx, input }) => changeSplit(ctx, input)),

  results: procedure(admin)
    .meta(rest("GET", "/experiments/{key}/results", "What may be read from it, and what it says"))
    .input(keyInput)
    .output(results)
    .query(({ ctx, input }) => viewResults(ctx, input)),

  sampleSize: procedure(admin)
    .input(
      z.strictObject({
        baseline: z.number().min(0.0001).max(0.9999),
        /** Relative: 0.1 is ten percent more. */
        lift: z.number().min(-0.95).max(10),
        power: z.number().min(0.5).max(0.99).default(0.8),
      }),
    )
    .output(z.object({ fixed: z.number(), sequence: z.number() }))
    .query(({ input }) => viewSampleSize(input)),
});
