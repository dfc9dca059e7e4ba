/** A way to call each procedure of experiments and flags. */
import type { ProcedureSample } from "./procedure-shape.ts";

const once = (input: unknown) => () => [input];

const split = [
  { key: "control", weightBp: 5_000 },
  { key: "tested", weightBp: 5_000 },
];
const plan = {
  key: "bench",
  hypothesis: "Nothing changes at all.",
  variants: split,
  primaryMetric: "fvm_reached",
};
const flag = {
  key: "bench",
  description: "Of the bench",
  kind: "boolean",
  enabled: true,
  defaultValue: true,
  offValue: false,
};
export const experimentSamples: readonly ProcedureSample[] = [
  { path: "experiments.create", as: "admin", inputs: once(plan) },
  { path: "experiments.edit", as: "admin", inputs: once({ ...plan, version: 1 }) },
  { path: "experiments.start", as: "admin", inputs: once({ key: "bench", version: 2 }) },
  { path: "experiments.variant", as: "guest", inputs: once({ key: "bench" }) },
  {
    path: "experiments.split",
    as: "admin",
    inputs: once({ key: "bench", version: 3, variants: split, trafficBp: 5_000 }),
  },
  { path: "experiments.pause", as: "admin", inputs: once({ key: "bench", version: 4 }) },
  { path: "experiments.stop", as: "admin", inputs: once({ key: "bench", version: 5 }) },
  { path: "experiments.list", as: "admin", inputs: once({}) },
  { path: "experiments.results", as: "admin", inputs: once({ key: "bench" }) },
  { path: "experiments.sampleSize", as: "admin", inputs: once({ baseline: 0.2, lift: 0.1 }) },
  { path: "flags.set", as: "admin", inputs: once(flag) },
  { path: "flags.kill", as: "admin", inputs: once({ key: "bench", reason: "the bench is over" }) },
  { path: "flags.list", as: "admin", inputs: once({}) },
];
