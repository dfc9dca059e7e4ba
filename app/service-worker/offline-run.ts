/** A deck that goes on without the server: answers are held unchecked, for nobody here knows the key. */
import type { Answered, Run } from "#app/features/micro-decks/deck-stage.ts";

export interface HeldStep {
  runId: string;
  questionId: string;
  /** From 0 to 3. */
  choice: number;
}

/** The run after an answer that waits; null where the run does not ask that question now. */
export function holdAnswer(run: Run, step: HeldStep): Run | null {
  const { next } = run;
  if (run.runId !== step.runId || run.state !== "open" || next?.id !== step.questionId) return null;
  if (!(step.choice in next.choices)) return null;
  const [following = null, ...ahead] = run.ahead;
  return {
    ...run,
    answered: [...run.answered, heldAnswer(next, step.choice)],
    next: following,
    ahead,
  };
}

function heldAnswer(question: NonNullable<Run["next"]>, choice: number): Answered {
  const unknown = { correct: false, answer: -1, explanation: "" };
  return { ...question, questionId: question.id, choice, ...unknown, held: true };
}

/** What the server knows now, and on top of it what still waits here. */
export function mergeHeld(served: Run, kept: Run): Run {
  return kept.answered
    .filter(({ held }) => held)
    .reduce<Run>(
      (run, { questionId, choice }) =>
        holdAnswer(run, { runId: run.runId, questionId, choice }) ?? run,
      served,
    );
}
