import { describe, expect, it } from "vitest";
import { resultCard, type SharedResult } from "./result-card.ts";

const dayMs = 86_400_000;
const today = 20_000;
const now = today * dayMs + 1;
const result: SharedResult = {
  owner: "you",
  subject: "biology",
  score: 4,
  total: 5,
  flagged: false,
  shareConsent: true,
  streakDays: 8,
  streakLastDay: today,
};

describe("resultCard", () => {
  it("speaks in the sharer's voice, of bands alone", () => {
    const card = { subject: "biology", score: 4, streakDays: 7 };
    const rally = { ...card, persona: "student", loop: "results_rally" };
    expect(resultCard(result, "student", now)).toEqual(rally);
    const proud = { ...card, persona: "parent", loop: "proud_parent" };
    expect(resultCard({ ...result, owner: "your_child" }, "parent", now)).toEqual(proud);
  });

  it("shows no score of a flagged run", () => {
    expect(resultCard({ ...result, flagged: true }, "student", now).score).toBe(0);
  });

  it("shows no streak that is over, and none that never was", () => {
    const over = { ...result, streakLastDay: today - 3 };
    expect(resultCard(over, "student", now).streakDays).toBe(0);
    const never = { ...result, streakDays: 0, streakLastDay: null };
    expect(resultCard(never, "student", now).streakDays).toBe(0);
  });
});
