/** One person's run through a deck: grading, what the browser may see, and the result. */
import type { RunId } from "#shared/ids.ts";
import { type Deck, type PublicQuestion, publicQuestion, type Question } from "./deck.ts";

/** What a person answered to one question. `choice` counts from 0, `atMs` since 1970. */
export interface Answer {
  choice: number;
  correct: boolean;
  atMs: number;
}
export type Answers = Readonly<Record<string, Answer>>;

/** A stored run. Times in milliseconds since 1970, the duration in milliseconds. */
export interface DeckRun {
  runId: RunId;
  deckId: string;
  startedAt: number;
  answers: Answers;
  completedAt: number | null;
  score: number | null;
  durationMs: number | null;
  flagged: boolean;
}

export interface AnsweredQuestion extends PublicQuestion {
  questionId: string;
  choice: number;
  correct: boolean;
  answer: number;
  explanation: string;
}

export interface RunView {
  runId: RunId;
  deckId: string;
  state: "open" | "completed";
  startedAt: number;
  total: number;
  answered: AnsweredQuestion[];
  next: PublicQuestion | null;
  /** What comes after `next`, so that a started deck can be finished without a network. */
  ahead: PublicQuestion[];
  score: number;
  durationMs: number | null;
}

export interface SkillScore {
  skill: string;
  correct: number;
  total: number;
}

/** Reading and answering one question takes nobody less; faster runs are kept and flagged. */
export const humanMinimumMs = 1_200;

/** The graded answer. The question must be one of the deck's. */
export function gradeAnswer(question: Question, choice: number, atMs: number): Answer {
  return { choice, correct: choice === question.answer, atMs };
}

/** What the browser may see: keys and explanations only of answered questions. */
export function viewRun(deck: Deck, run: DeckRun): RunView {
  const answered = deck.questions.flatMap((question) => {
    const given = run.answers[question.id];
    return given ? [answeredQuestion(question, given)] : [];
  });
  const waiting = deck.questions.filter((question) => !run.answers[question.id]);
  const [next = null, ...ahead] = run.completedAt === null ? waiting.map(publicQuestion) : [];
  return {
    runId: run.runId,
    deckId: deck.id,
    state: run.completedAt === null ? "open" : "completed",
    startedAt: run.startedAt,
    total: deck.questions.length,
    answered,
    next,
    ahead,
    score: answered.filter((question) => question.correct).length,
    durationMs: run.durationMs,
  };
}

function answeredQuestion(question: Question, given: Answer): AnsweredQuestion {
  return {
    ...publicQuestion(question),
    questionId: question.id,
    choice: given.choice,
    correct: given.correct,
    answer: question.answer,
    explanation: question.explanation,
  };
}

export type Grade =
  | { status: "unanswered"; missing: number }
  | { status: "graded"; score: number; durationMs: number; flagged: boolean };

/** Score and duration of a run, by the server's clock: from its start to its last answer. */
export function gradeMicroDeck(deck: Deck, run: Pick<DeckRun, "answers" | "startedAt">): Grade {
  const given = deck.questions.flatMap((question) => run.answers[question.id] ?? []);
  if (given.length < deck.questions.length) {
    return { status: "unanswered", missing: deck.questions.length - given.length };
  }
  const durationMs = Math.max(0, Math.max(...given.map((answer) => answer.atMs)) - run.startedAt);
  return {
    status: "graded",
    score: given.filter((answer) => answer.correct).length,
    durationMs,
    flagged: durationMs < humanMinimumMs * deck.questions.length,
  };
}

/** Right answers by skill, in the deck's order. */
export function scoreBySkill(deck: Deck, answers: Answers): SkillScore[] {
  const skills = new Map<string, SkillScore>();
  for (const question of deck.questions) {
    const score = skills.get(question.skill) ?? { skill: question.skill, correct: 0, total: 0 };
    score.total += 1;
    if (answers[question.id]?.correct) score.correct += 1;
    skills.set(question.skill, score);
  }
  return [...skills.values()];
}

/** The skills with a wrong answer, weakest first; empty after a full score. */
export function practiseNext(skills: readonly SkillScore[]): string[] {
  return skills
    .filter((score) => score.correct < score.total)
    .sort((a, b) => a.correct / a.total - b.correct / b.total)
    .map((score) => score.skill);
}
