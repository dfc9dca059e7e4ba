/** The form of a new experiment, as it comes from a browser. */
import { expect, it } from "vitest";
import { readDraft, shareBp } from "./read-draft.ts";

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

it("reads percent as hundredths of it, and gives the control the rest", () => {
  const draft = readDraft(
    formOf({
      key: " warm-words ",
      hypothesis: "Warmer words bring more.",
      loop: "buddy_challenge",
      primaryMetric: "joined",
      tested: "warm",
      weight: "33.33",
      traffic: "50",
      complaints: "0.3",
      minPersons: "2000",
    }),
  );
  expect(draft).toEqual({
    key: "warm-words",
    hypothesis: "Warmer words bring more.",
    loop: "buddy_challenge",
    primaryMetric: "joined",
    variants: [
      { key: "control", weightBp: 6_667 },
      { key: "warm", weightBp: 3_333 },
    ],
    trafficBp: 5_000,
    guardrails: [{ metric: "complaint_rate", limit: 0.003, childSafety: false }],
    minPersons: 2_000,
  });
});

it("has no guardrail without a loop, and lets the procedure refuse what is no number", () => {
  const draft = readDraft(formOf({ key: "x", complaints: "1", weight: "many" }));
  expect(draft.loop).toBeNull();
  expect(draft.guardrails).toEqual([]);
  expect(draft.variants[1]?.weightBp).toBeNaN();
  expect(shareBp("12.345")).toBe(1_235);
});
