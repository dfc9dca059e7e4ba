/** What of a result may stand on a card: bands, and nothing exact. */
import { type CardFields, cardScoreOf, cardStreakOf } from "#shared/share-card.ts";
import type { Persona, Subject } from "#shared/vocabulary.ts";

/** A finished run as its owner, or the owner's guardian, may share it. */
export interface SharedResult {
  owner: "you" | "your_child";
  subject: Subject;
  score: number;
  total: number;
  /** Done in less than humanly possible time. */
  flagged: boolean;
  /** False for a minor without a guardian's consent to sharing. */
  shareConsent: boolean;
  /** The streak, and its last day in whole days since 1970; null before the first. */
  streakDays: number;
  streakLastDay: number | null;
}

const dayMs = 86_400_000;

/** The result's card in the sharer's voice. `now` in milliseconds since 1970. */
export function resultCard(result: SharedResult, persona: Persona, now: number): CardFields {
  const own = result.owner === "you";
  return {
    persona: own ? persona : "parent",
    loop: own ? "results_rally" : "proud_parent",
    subject: result.subject,
    // A flagged run is no boast until somebody has had a look at it.
    score: result.flagged ? 0 : cardScoreOf(result.score, result.total),
    streakDays: isAlive(result, now) ? cardStreakOf(result.streakDays) : 0,
  };
}

/** Days are local ones: the one before yesterday in UTC may be somebody's yesterday. */
function isAlive({ streakLastDay }: SharedResult, now: number): boolean {
  return streakLastDay !== null && streakLastDay >= Math.floor(now / dayMs) - 2;
}
