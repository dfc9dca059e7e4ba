/** Reads the form of a new experiment: two variants, shares in percent. */
import type { MetricName } from "#shared/experiments.ts";
import { fullShareBp, metricNames } from "#shared/experiments.ts";
import { type Loop, loops } from "#shared/vocabulary.ts";

export interface DraftForm {
  key: string;
  hypothesis: string;
  loop: Loop | null;
  primaryMetric: MetricName;
  variants: { key: string; weightBp: number }[];
  trafficBp: number;
  guardrails: { metric: "complaint_rate"; limit: number; childSafety: boolean }[];
  minPersons: number;
}

/** What is missing or no number becomes what the procedure refuses, by name. */
export function readDraft(form: FormData): DraftForm {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const loop = loops.find((each) => each === text("loop")) ?? null;
  const complaints = Number(text("complaints"));
  return {
    key: text("key"),
    hypothesis: text("hypothesis"),
    loop,
    primaryMetric: metricNames.find((each) => each === text("primaryMetric")) ?? "fvm_reached",
    variants: readSplit(form, text("tested") || "tested"),
    trafficBp: shareBp(text("traffic")),
    guardrails:
      loop && complaints > 0
        ? [{ metric: "complaint_rate", limit: complaints / 100, childSafety: false }]
        : [],
    minPersons: Number(text("minPersons") || "1000"),
  };
}

/** The control gets what the tested variant leaves. */
function readSplit(form: FormData, tested: string): { key: string; weightBp: number }[] {
  const weightBp = shareBp(String(form.get("weight") ?? ""));
  return [
    { key: "control", weightBp: fullShareBp - weightBp },
    { key: tested, weightBp },
  ];
}

/** Percent, as text, in hundredths of a percent. */
export function shareBp(percent: string): number {
  return Math.round(Number(percent) * 100);
}
