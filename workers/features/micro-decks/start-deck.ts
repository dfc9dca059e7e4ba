/** Starts a deck for a person, or goes on with the run that is open. */
import { AppError } from "../../platform/app-error.ts";
import { ownerOf, type RequestCtx, requirePerson } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { findDeck } from "./deck-catalogue.ts";
import { type RunView, viewRun } from "./deck-run.ts";
import { findCurrentRun, insertRun, runExists } from "./micro-decks.repo.ts";

/** The open run with its first unanswered question. Throws NOT_FOUND for an unknown deck. */
export async function startDeck(ctx: RequestCtx, input: { deckId: string }): Promise<RunView> {
  const person = requirePerson(ctx);
  const deck = findDeck(input.deckId);
  if (!deck) throw new AppError("NOT_FOUND");
  const now = ctx.clock.now();
  const runId = ctx.ids.next("run");
  const owner = ownerOf(person);
  const touch = { linkId: ctx.attribution?.linkId ?? null, loop: ctx.attribution?.loop ?? null };
  const started = ctx.events.fact("deck.started", {
    ...owner,
    ...touch,
    props: { runId, deckId: deck.id, subject: deck.subject },
  });
  const { written } = await commitWithEvents(
    ctx,
    insertRun({
      runId,
      deckId: deck.id,
      subject: deck.subject,
      ...owner,
      ...touch,
      startedAt: new Date(now),
      total: deck.questions.length,
    }),
    [{ event: started, onlyIf: runExists(runId) }],
  );
  const fresh = {
    runId,
    deckId: deck.id,
    startedAt: now,
    answers: {},
    completedAt: null,
    score: null,
    durationMs: null,
    flagged: false,
  };
  if (written.length > 0) return viewRun(deck, fresh);
  const open = await findCurrentRun(ctx.db, ownerOf(person), deck.id);
  if (!open) throw new AppError("CONFLICT");
  return viewRun(deck, open);
}
