/** What flags and experiments come to for one person. */
import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import {
  type ExperimentDefinition,
  evaluateExperiment,
  evaluateFlag,
  type FlagDefinition,
  isTargeted,
} from "./definitions.ts";

const guest = {
  id: newId("vis", Date.UTC(2026, 4, 17)),
  persona: null,
  minor: null,
  subject: null,
} as const;

describe("targeting", () => {
  it("lets everybody through where it says nothing", () => {
    expect(isTargeted({}, guest)).toBe(true);
  });

  it("holds no condition about what is unknown of a guest", () => {
    expect(isTargeted({ minor: false }, guest)).toBe(false);
    expect(isTargeted({ minor: true }, guest)).toBe(false);
    expect(isTargeted({ personas: ["student"] }, guest)).toBe(false);
    expect(isTargeted({ subjects: ["algebra"] }, guest)).toBe(false);
    const student = { ...guest, persona: "student", minor: true, subject: "algebra" } as const;
    const all = { personas: ["student"], minor: true, subjects: ["algebra"] } as const;
    expect(isTargeted(all, student)).toBe(true);
  });

  it("reads the intake's first and last day, both included", () => {
    expect(isTargeted({ intakeFrom: "2026-05-17", intakeTo: "2026-05-17" }, guest)).toBe(true);
    expect(isTargeted({ intakeFrom: "2026-05-18" }, guest)).toBe(false);
    expect(isTargeted({ intakeTo: "2026-05-16" }, guest)).toBe(false);
  });
});

describe("a flag", () => {
  const flag: FlagDefinition = {
    key: "otter",
    enabled: true,
    killed: false,
    defaultValue: "calm",
    offValue: "none",
    rules: [{ ruleId: "all", targeting: {}, percentBp: 10_000, value: "lively" }],
    version: 3,
  };

  it("says why it is what it is", () => {
    expect(evaluateFlag(undefined, guest, "calm")).toMatchObject({
      value: "calm",
      reason: "unknown",
    });
    expect(evaluateFlag(flag, guest, "")).toEqual({
      value: "lively",
      variant: "lively",
      reason: "rule",
      ruleId: "all",
      version: 3,
    });
    expect(evaluateFlag({ ...flag, rules: [] }, guest, "")).toMatchObject({
      value: "calm",
      reason: "default",
    });
    expect(evaluateFlag({ ...flag, enabled: false }, guest, "")).toMatchObject({
      value: "none",
      reason: "off",
    });
    expect(evaluateFlag({ ...flag, killed: true }, guest, "")).toMatchObject({
      value: "none",
      reason: "killed",
    });
  });
});

describe("an experiment", () => {
  const experiment: ExperimentDefinition = {
    key: "words",
    state: "running",
    phase: 2,
    variants: [
      { key: "control", weightBp: 0 },
      { key: "warm", weightBp: 10_000 },
    ],
    trafficBp: 10_000,
    targeting: {},
    namespace: null,
    version: 5,
  };

  it("names the variant, the phase that decided, and the version", () => {
    expect(evaluateExperiment(experiment, guest, undefined)).toEqual({
      value: "warm",
      variant: "warm",
      reason: "bucket",
      ruleId: "words:2",
      version: 5,
    });
  });

  it("keeps who was assigned, whatever has become of traffic and targeting", () => {
    const narrow = { ...experiment, trafficBp: 0, targeting: { minor: true } };
    expect(evaluateExperiment(narrow, guest, { variant: "control", phase: 1 })).toMatchObject({
      variant: "control",
      reason: "assigned",
      ruleId: "words:1",
    });
  });

  it("forgets a variant that is no more, and everybody once it has stopped", () => {
    const gone = { variant: "cold", phase: 1 };
    expect(evaluateExperiment(experiment, guest, gone)).toMatchObject({ reason: "bucket" });
    const stopped = { ...experiment, state: "stopped" } as const;
    expect(evaluateExperiment(stopped, guest, { variant: "warm", phase: 2 })).toMatchObject({
      value: "control",
      variant: null,
      reason: "not_running",
    });
  });
});
