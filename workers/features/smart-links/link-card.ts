/** The share card of a smart link: made of its loop, subject and challenge, and of nobody's name. */
import { deckSubjects } from "#shared/deck-subjects.ts";
import { type CardFields, cardScoreOf } from "#shared/share-card.ts";
import type { Loop, Persona } from "#shared/vocabulary.ts";
import { readDestination } from "./destinations.ts";
import type { SmartLink } from "./smart-link.ts";

/** Whose voice a loop speaks with. */
const voices: Record<Loop, Persona> = {
  buddy_challenge: "student",
  results_rally: "student",
  proud_parent: "parent",
  tutor_spotlight: "tutor",
};

export function linkCard(link: Pick<SmartLink, "loop" | "destination" | "params">): CardFields {
  const { loop } = link;
  const base = { persona: voices[loop], loop, score: 0, streakDays: 0 } as const;
  const destination = readDestination(link);
  switch (destination?.name) {
    case "results.card":
      return destination.params;
    case "fvm.deck": {
      const { deckId, challenge } = destination.params;
      const score = challenge ? cardScoreOf(challenge.score, challenge.total) : 0;
      return { ...base, subject: deckSubjects[deckId] ?? "any", score };
    }
    default:
      return { ...base, subject: destination?.params.subject ?? "any" };
  }
}
