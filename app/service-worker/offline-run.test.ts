/** Checks how a deck goes on without the server. */
import { describe, expect, it } from "vitest";
import type { Run } from "#app/features/micro-decks/deck-stage.ts";
import { isNewer } from "./kept-runs.ts";
import { holdAnswer, mergeHeld } from "./offline-run.ts";

const choices = ["a", "b", "c", "d"] as const;
const question = (number: number) => ({ id: `q${number}`, prompt: `${number}?`, choices });
const checked = (number: number) => ({
  ...question(number),
  questionId: `q${number}`,
  choice: 0,
  correct: true,
  answer: 0,
  explanation: "Because.",
});

/** Five questions, the first `count` of them answered and checked. */
function runWith(count: number): Run {
  const waiting = [1, 2, 3, 4, 5].slice(count).map(question);
  return {
    runId: "run_01kaw5qjsye7ptrhmz2xgmn3qh",
    deckId: "bio-cells",
    state: "open",
    startedAt: 1_000,
    total: 5,
    answered: [1, 2, 3, 4, 5].slice(0, count).map(checked),
    next: waiting[0] ?? null,
    ahead: waiting.slice(1),
    score: count,
    durationMs: null,
  };
}

const { runId } = runWith(0);
const hold = (run: Run, number: number) =>
  holdAnswer(run, { runId, questionId: `q${number}`, choice: 2 });

describe("holdAnswer", () => {
  it("goes on to the next question and claims to know nothing of the answer", () => {
    const held = hold(runWith(1), 2);
    expect(held?.next?.id).toBe("q3");
    expect(held?.ahead.map(({ id }) => id)).toEqual(["q4", "q5"]);
    expect(held?.answered.at(-1)).toMatchObject({ questionId: "q2", choice: 2, held: true });
    expect(held?.answered.at(-1)).toMatchObject({ correct: false, answer: -1, explanation: "" });
    expect(held?.score).toBe(1);
  });

  it("ends with no question in front, and still open", () => {
    const held = [2, 3, 4, 5].reduce<Run | null>((run, n) => run && hold(run, n), runWith(1));
    expect(held).toMatchObject({ next: null, ahead: [], state: "open" });
  });

  it("takes an answer once, and only to the question in front", () => {
    expect(hold(runWith(1), 1)).toBeNull();
    expect(hold(runWith(1), 3)).toBeNull();
    const other = { runId: "run_other", questionId: "q2", choice: 2 };
    expect(holdAnswer(runWith(1), other)).toBeNull();
    for (const choice of [-1, 4, 1.5, Number.NaN])
      expect(holdAnswer(runWith(1), { runId, questionId: "q2", choice })).toBeNull();
  });
});

describe("mergeHeld", () => {
  it("takes over what the server checked, and keeps what still waits", () => {
    const kept = hold(hold(runWith(1), 2) ?? runWith(0), 3) ?? runWith(0);
    const merged = mergeHeld(runWith(2), kept);
    expect(merged.answered.map(({ held }) => held ?? false)).toEqual([false, false, true]);
    expect(merged.next?.id).toBe("q4");
    expect(mergeHeld(runWith(3), kept)).toEqual(runWith(3));
  });
});

describe("isNewer", () => {
  it("does not let an older page take answers back", () => {
    expect(isNewer(runWith(1), runWith(3))).toBe(false);
    expect(isNewer(runWith(3), runWith(1))).toBe(true);
    expect(isNewer({ ...runWith(5), state: "completed" }, runWith(5))).toBe(true);
    expect(isNewer(runWith(5), { ...runWith(5), state: "completed" })).toBe(false);
  });

  it("prefers the run that began later", () => {
    const later = {
      ...runWith(0),
      runId: "run_01kaw5qjsye7ptrhmz2xgmn3qj" as const,
      startedAt: 2_000,
    };
    expect(isNewer(later, runWith(3))).toBe(true);
    expect(isNewer(runWith(3), later)).toBe(false);
  });
});
