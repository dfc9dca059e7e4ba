/** The catalogue of all micro-decks, which finds them by id and by subject. */
import type { Subject } from "#shared/vocabulary.ts";
import { algebraDecks } from "./content/algebra.ts";
import { biologyDecks } from "./content/biology.ts";
import { chemistryDecks } from "./content/chemistry.ts";
import { geometryDecks } from "./content/geometry.ts";
import { physicsDecks } from "./content/physics.ts";
import { readingDecks } from "./content/reading.ts";
import { satMathDecks } from "./content/sat-math.ts";
import { vocabularyDecks } from "./content/vocabulary.ts";
import type { Deck } from "./deck.ts";

export const decks: readonly Deck[] = [
  ...algebraDecks,
  ...geometryDecks,
  ...biologyDecks,
  ...chemistryDecks,
  ...physicsDecks,
  ...readingDecks,
  ...vocabularyDecks,
  ...satMathDecks,
];

const decksById: ReadonlyMap<string, Deck> = new Map(decks.map((deck) => [deck.id, deck]));

export function findDeck(deckId: string): Deck | undefined {
  return decksById.get(deckId);
}

export function decksOf(subject: Subject): readonly Deck[] {
  return decks.filter((deck) => deck.subject === subject);
}
