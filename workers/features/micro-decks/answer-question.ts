/** Takes one answer and grades it on the server. */
import type { RunId } from "#shared/ids.ts";
import { AppError } from "../../platform/app-error.ts";
import { ownerOf, type RequestCtx, requirePerson } from "../../platform/context.ts";
import { findDeck } from "./deck-catalogue.ts";
import { gradeAnswer, type RunView, viewRun } from "./deck-run.ts";
import { findOwnRun, storeAnswer } from "./micro-decks.repo.ts";

export interface AnswerInput {
  deckId: string;
  runId: RunId;
  questionId: string;
  /** From 0 to 3. */
  choice: number;
}

/**
 * The run after the answer. The first answer to a question stays: a repeat changes nothing.
 * Throws NOT_FOUND for an unknown deck or question, and for another person's run.
 */
export async function answerQuestion(
  ctx: RequestCtx,
  input: AnswerInput,
): Promise<{ run: RunView }> {
  const person = requirePerson(ctx);
  const deck = findDeck(input.deckId);
  const question = deck?.questions.find((candidate) => candidate.id === input.questionId);
  if (!deck || !question) throw new AppError("NOT_FOUND");
  const own = { runId: input.runId, deckId: deck.id, ...ownerOf(person) };
  const answer = gradeAnswer(question, input.choice, ctx.clock.now());
  const run =
    (await storeAnswer(ctx.db, own, question.id, answer)) ?? (await findOwnRun(ctx.db, own));
  if (!run) throw new AppError("NOT_FOUND");
  return { run: viewRun(deck, run) };
}
