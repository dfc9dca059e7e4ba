/** Checks which part of a deck is shown, and how a challenge is compared. */
import { describe, expect, it } from "vitest";
import {
  type Answered,
  compareToChallenge,
  deckStage,
  progressOf,
  type Run,
  stonesOf,
} from "./deck-stage.ts";

const choices = ["a", "b", "c", "d"] as const;
const answered = (number: number, correct = true): Answered => ({
  id: `q${number}`,
  questionId: `q${number}`,
  prompt: "?",
  choices,
  choice: 0,
  correct,
  answer: correct ? 0 : 1,
  explanation: "Because.",
});

function runWith(count: number, over: Partial<Run> = {}): Run {
  return {
    runId: "run_01kaw5qjsye7ptrhmz2xgmn3qh",
    deckId: "alg-expressions",
    state: "open",
    startedAt: 0,
    total: 5,
    answered: Array.from({ length: count }, (_, index) => answered(index + 1, index !== 1)),
    next: count < 5 ? { id: `q${count + 1}`, prompt: "?", choices } : null,
    ahead: [],
    score: 0,
    durationMs: null,
    ...over,
  };
}

describe("deckStage", () => {
  it("begins with the intro while there is no run", () => {
    expect(deckStage(null, null)).toEqual({ stage: "intro" });
  });

  it("goes on at the first unanswered question after a reload", () => {
    expect(deckStage(runWith(2), null)).toMatchObject({ stage: "question", number: 3 });
  });

  it("shows the explanation of the question under review, and knows the last one", () => {
    expect(deckStage(runWith(2), "q2")).toMatchObject({
      stage: "feedback",
      number: 2,
      last: false,
    });
    expect(deckStage(runWith(5, { state: "completed" }), "q5")).toMatchObject({
      stage: "feedback",
      last: true,
    });
  });

  it("ignores a review of a question that is not answered", () => {
    expect(deckStage(runWith(2), "q4")).toMatchObject({ stage: "question", number: 3 });
  });

  it("offers to send a deck that is answered but not completed", () => {
    expect(deckStage(runWith(5), null).stage).toBe("unsent");
  });

  it("ends with the score once the deck is completed", () => {
    expect(deckStage(runWith(5, { state: "completed" }), null).stage).toBe("end");
  });
});

describe("progressOf", () => {
  it("goes from bank to bank, and reaches the other one only at the end", () => {
    const stages = [
      deckStage(null, null),
      deckStage(runWith(0), null),
      deckStage(runWith(2), null),
      deckStage(runWith(5), null),
      deckStage(runWith(5, { state: "completed" }), null),
    ];
    const way = stages.map(progressOf);
    expect(way[0]).toBe(0);
    expect(way.at(-1)).toBe(1);
    expect(way).toEqual([...way].sort((a, b) => a - b));
    expect(way.filter((part) => part === 1)).toHaveLength(1);
  });
});

describe("stonesOf", () => {
  it("lays one stone for each question", () => {
    expect(stonesOf(runWith(2), 3)).toEqual(["right", "learned", "here", "ahead", "ahead"]);
    expect(stonesOf(runWith(2), null)).toEqual(["right", "learned", "ahead", "ahead", "ahead"]);
  });
});

describe("compareToChallenge", () => {
  const challenge = { score: 4, durationMs: 62_000 };

  it("lets more right answers win, whatever the time", () => {
    expect(compareToChallenge({ score: 5, durationMs: 600_000 }, challenge)).toBe("ahead");
    expect(compareToChallenge({ score: 3, durationMs: 1_000 }, challenge)).toBe("behind");
  });

  it("lets the shorter time decide between equal scores, in whole seconds", () => {
    expect(compareToChallenge({ score: 4, durationMs: 61_000 }, challenge)).toBe("ahead");
    expect(compareToChallenge({ score: 4, durationMs: 62_300 }, challenge)).toBe("level");
    expect(compareToChallenge({ score: 4, durationMs: 63_000 }, challenge)).toBe("behind");
  });
});
