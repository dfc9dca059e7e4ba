/** The share card of a smart link: made of its loop, subject and challenge, and of nobody's name. */
import { deckSubjects } from "#shared/deck-subjects.ts";
import { type CardFields, cardScoreOf } from "#shared/share-card.ts";
import type { Loop, Persona } from "#shared/vocabulary.ts";
import { recordParams } from "./destinations.ts";
import type { SmartLink } from "./smart-link.ts";

/** Whose voice a loop speaks with. */
const voices: Record<Loop, Persona> = {
  buddy_challenge: "student",
  results_rally: "student",
  proud_parent: "parent",
  tutor_spotlight: "tutor",
};

export function linkCard(link: Pick<SmartLink, "loop" | "destination" | "params">): CardFields {
  const base = { persona: voices[link.loop], loop: link.loop, streakDays: 0 } as const;
  const params = recordParams["fvm.deck"].safeParse(link.params);
  if (link.destination !== "fvm.deck" || !params.success) {
    return { ...base, subject: "any", score: 0 };
  }
  const { deckId, challenge } = params.data;
  const score = challenge ? cardScoreOf(challenge.score, challenge.total) : 0;
  return { ...base, subject: deckSubjects[deckId] ?? "any", score };
}
