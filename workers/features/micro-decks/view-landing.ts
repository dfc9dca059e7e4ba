/** What the landing page of a deck shows: the deck, the inviter's challenge, the run so far. */
import * as z from "zod";
import { AppError } from "../../platform/app-error.ts";
import { ownerOf, type RequestCtx, requirePerson } from "../../platform/context.ts";
import type { Deck } from "./deck.ts";
import { findDeck } from "./deck-catalogue.ts";
import { type RunView, viewRun } from "./deck-run.ts";
import { findLanding } from "./micro-decks.repo.ts";

export interface DeckSummary {
  id: string;
  subject: Deck["subject"];
  title: string;
  summary: string;
  total: number;
}

export interface Challenge {
  inviterAlias: string;
  score: number;
  total: number;
  durationMs: number;
}

export interface Landing {
  deck: DeckSummary;
  challenge: Challenge | null;
  run: RunView | null;
}

const challengeParams = z.object({
  deckId: z.string(),
  challenge: z.object({ score: z.number(), total: z.number(), durationMs: z.number() }),
});

/** Throws NOT_FOUND for an unknown deck. */
export async function viewLanding(ctx: RequestCtx, input: { deckId: string }): Promise<Landing> {
  const person = requirePerson(ctx);
  const deck = findDeck(input.deckId);
  if (!deck) throw new AppError("NOT_FOUND");
  const linkId = ctx.attribution?.linkId ?? null;
  const { run, link } = await findLanding(ctx.db, ownerOf(person), deck.id, linkId);
  return {
    deck: summarizeDeck(deck),
    challenge: link ? toChallenge(link, deck.id) : null,
    run: run && viewRun(deck, run),
  };
}

export function summarizeDeck(deck: Deck): DeckSummary {
  const { id, subject, title, summary } = deck;
  return { id, subject, title, summary, total: deck.questions.length };
}

function toChallenge(link: { alias: string; params: unknown }, deckId: string): Challenge | null {
  const params = challengeParams.safeParse(link.params);
  if (!params.success || params.data.deckId !== deckId) return null;
  return { inviterAlias: link.alias, ...params.data.challenge };
}
