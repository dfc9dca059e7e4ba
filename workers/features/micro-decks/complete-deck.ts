/** Completes a run: grades it, and writes its facts once. */
import type { RunId } from "#shared/ids.ts";
import { AppError } from "../../platform/app-error.ts";
import { ownerOf, type RequestCtx, requirePerson } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import type { Deck } from "./deck.ts";
import { findDeck } from "./deck-catalogue.ts";
import { type DeckRun, gradeMicroDeck } from "./deck-run.ts";
import { completeRun, findOwnRun, wasCompletedBy, wasFirstValue } from "./micro-decks.repo.ts";

export interface CompletedDeck {
  runId: RunId;
  score: number;
  total: number;
  /** Milliseconds, by the server's clock. */
  durationMs: number;
}

export type CompleteOutcome =
  | { status: "completed"; result: CompletedDeck }
  | { status: "unanswered"; missing: number };

type OwnRun = NonNullable<Awaited<ReturnType<typeof findOwnRun>>>;
type Graded = { score: number; durationMs: number; flagged: boolean };

/**
 * Idempotent: one `deck.completed` a run and one `fvm.reached` a person and deck, whatever is
 * retried or raced. Throws NOT_FOUND for an unknown deck and for another person's run.
 */
export async function completeDeck(
  ctx: RequestCtx,
  input: { deckId: string; runId: RunId },
): Promise<CompleteOutcome> {
  const person = requirePerson(ctx);
  const deck = findDeck(input.deckId);
  if (!deck) throw new AppError("NOT_FOUND");
  const run = await findOwnRun(ctx.db, {
    runId: input.runId,
    deckId: deck.id,
    ...ownerOf(person),
  });
  if (!run) throw new AppError("NOT_FOUND");
  const done = completedResult(deck, run);
  if (done) return { status: "completed", result: done };
  const grade = gradeMicroDeck(deck, run);
  if (grade.status === "unanswered") return grade;
  await commitCompletion(ctx, deck, run, grade);
  return {
    status: "completed",
    result: {
      runId: run.runId,
      score: grade.score,
      total: deck.questions.length,
      durationMs: grade.durationMs,
    },
  };
}

function completedResult(deck: Deck, run: DeckRun): CompletedDeck | null {
  if (run.completedAt === null) return null;
  return {
    runId: run.runId,
    score: run.score ?? 0,
    total: deck.questions.length,
    durationMs: run.durationMs ?? 0,
  };
}

async function commitCompletion(ctx: RequestCtx, deck: Deck, run: OwnRun, grade: Graded) {
  const person = requirePerson(ctx);
  const origin = {
    ...ownerOf(person),
    linkId: ctx.attribution?.linkId ?? run.linkId,
    loop: ctx.attribution?.loop ?? run.loop,
  };
  const about = { runId: run.runId, deckId: deck.id, subject: deck.subject };
  const { score, durationMs, flagged } = grade;
  const completed = ctx.events.fact("deck.completed", {
    ...origin,
    props: { ...about, score, total: deck.questions.length, durationMs, flagged },
  });
  const reached = ctx.events.fact("fvm.reached", { ...origin, props: about });
  await commitWithEvents(
    ctx,
    completeRun({
      ...origin,
      runId: run.runId,
      deckId: deck.id,
      completedAt: new Date(ctx.clock.now()),
      completedEventId: completed.eventId,
      firstValueEventId: reached.eventId,
      score,
      durationMs,
      flagged,
    }),
    [
      { event: completed, onlyIf: wasCompletedBy(run.runId, completed.eventId) },
      { event: reached, onlyIf: wasFirstValue(person.visitorId, deck.id, reached.eventId) },
    ],
  );
}
