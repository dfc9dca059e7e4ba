/** What a micro-deck is: five questions of one subject, with the answer key that stays on the server. */
import type { Subject } from "#shared/vocabulary.ts";

export interface Question {
  /** Unique in its deck: `q1` to `q5`. */
  id: string;
  prompt: string;
  choices: readonly [string, string, string, string];
  /** Index of the right choice, from 0. Never sent before the person has answered. */
  answer: 0 | 1 | 2 | 3;
  /** Two sentences at most, in words a 12-year-old understands. */
  explanation: string;
  /** What the question trains, such as `linear-equations`. */
  skill: string;
}

export interface Deck {
  /** Also the path: `/fvm/:deckId`. */
  id: string;
  subject: Subject;
  title: string;
  /** One sentence that says what the deck is about. */
  summary: string;
  questions: readonly [Question, Question, Question, Question, Question];
}

/** A question as the browser sees it before the answer. */
export type PublicQuestion = Pick<Question, "id" | "prompt" | "choices">;

/** The part of a question that may be shown before it is answered. */
export function publicQuestion(question: Question): PublicQuestion {
  return { id: question.id, prompt: question.prompt, choices: question.choices };
}
