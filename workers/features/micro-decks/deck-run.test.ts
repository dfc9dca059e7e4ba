import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { decks } from "./deck-catalogue.ts";
import {
  type Answers,
  gradeAnswer,
  gradeMicroDeck,
  humanMinimumMs,
  practiseNext,
  scoreBySkill,
  viewRun,
} from "./deck-run.ts";

const deck = firstDeck();
const start = 1_800_000_000_000;

function firstDeck() {
  const [first] = decks;
  if (!first) throw new Error("no deck");
  return first;
}

/** Answers the first `count` questions, `wrong` of them wrongly, one each `stepMs`. */
function answer(count: number, wrong = 0, stepMs = 5_000): Answers {
  return Object.fromEntries(
    deck.questions.slice(0, count).map((question, index) => {
      const choice = index < wrong ? (question.answer + 1) % 4 : question.answer;
      return [question.id, gradeAnswer(question, choice, start + (index + 1) * stepMs)];
    }),
  );
}

const run = (answers: Answers, completedAt: number | null = null) => ({
  runId: newId("run", start),
  deckId: deck.id,
  startedAt: start,
  answers,
  completedAt,
  score: null,
  durationMs: null,
  flagged: false,
});

describe("viewRun", () => {
  it("never shows the key or the explanation of an unanswered question", () => {
    for (let count = 0; count <= 5; count++) {
      const text = JSON.stringify(viewRun(deck, run(answer(count))));
      for (const question of deck.questions.slice(count)) {
        expect(text).not.toContain(question.explanation);
      }
      expect(text.match(/"answer":/g)?.length ?? 0).toBe(count);
    }
  });

  it("goes on with the first unanswered question, and with none after the last", () => {
    expect(viewRun(deck, run(answer(2))).next?.id).toBe(deck.questions[2].id);
    expect(viewRun(deck, run(answer(5))).next).toBeNull();
    const ids = deck.questions.map(({ id }) => id);
    expect(viewRun(deck, run(answer(2))).ahead.map(({ id }) => id)).toEqual(ids.slice(3));
    expect(viewRun(deck, run(answer(5))).ahead).toEqual([]);
    for (const ahead of viewRun(deck, run({})).ahead)
      expect(Object.keys(ahead)).toEqual(["id", "prompt", "choices"]);
  });
});

describe("gradeMicroDeck", () => {
  it("says how many answers are missing", () => {
    expect(gradeMicroDeck(deck, run(answer(3)))).toEqual({ status: "unanswered", missing: 2 });
  });

  it("counts right answers and the time to the last answer", () => {
    expect(gradeMicroDeck(deck, run(answer(5, 2)))).toEqual({
      status: "graded",
      score: 3,
      durationMs: 25_000,
      flagged: false,
    });
  });

  it("keeps and flags what no human can do", () => {
    const fast = gradeMicroDeck(deck, run(answer(5, 0, humanMinimumMs - 1)));
    expect(fast).toMatchObject({ status: "graded", score: 5, flagged: true });
    const possible = gradeMicroDeck(deck, run(answer(5, 0, humanMinimumMs)));
    expect(possible).toMatchObject({ flagged: false });
  });
});

describe("skills", () => {
  it("add up to the score, and the weak ones come next", () => {
    const skills = scoreBySkill(deck, answer(5, 2));
    expect(skills.reduce((sum, skill) => sum + skill.correct, 0)).toBe(3);
    expect(skills.reduce((sum, skill) => sum + skill.total, 0)).toBe(5);
    expect(practiseNext(skills).length).toBeGreaterThan(0);
    expect(practiseNext(scoreBySkill(deck, answer(5)))).toEqual([]);
  });
});
