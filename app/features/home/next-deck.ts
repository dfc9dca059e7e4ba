/** Which deck to offer a student next: pure. */
import type { Outputs } from "#app/trpc.ts";

export type Deck = Outputs["microDecks"]["list"]["decks"][number];
export type PastResult = Outputs["microDecks"]["myResults"]["items"][number];

export type Suggestion =
  | { why: "first"; deck: Deck }
  | { why: "same_subject"; deck: Deck }
  | { why: "new"; deck: Deck }
  | { why: "improve"; deck: Deck; best: number };

/**
 * Nothing played: the first deck. Then an unplayed one of the latest subject, then any unplayed
 * one, then the one with the lowest best score. Null only without decks. `results`: newest first.
 */
export function nextDeck(
  decks: readonly Deck[],
  results: readonly PastResult[],
): Suggestion | null {
  const [first] = decks;
  const [latest] = results;
  if (!first) return null;
  if (!latest) return { why: "first", deck: first };
  const best = bestScores(results);
  const fresh = decks.filter((deck) => !best.has(deck.id));
  const near = fresh.find((deck) => deck.subject === latest.subject);
  if (near) return { why: "same_subject", deck: near };
  if (fresh[0]) return { why: "new", deck: fresh[0] };
  const share = (deck: Deck) => (best.get(deck.id) ?? 0) / deck.total;
  const deck = decks.reduce((low, other) => (share(other) < share(low) ? other : low));
  return { why: "improve", deck, best: best.get(deck.id) ?? 0 };
}

/** The best score for each deck that was played. */
export function bestScores(results: readonly PastResult[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const { deckId, score } of results) {
    best.set(deckId, Math.max(best.get(deckId) ?? 0, score));
  }
  return best;
}
