/** Which loop leads where, and whose voice may begin it. */
import type { Destination } from "#db/schema/smart-links.ts";
import { type Loop, type Persona, personas } from "#shared/vocabulary.ts";

interface LoopRule {
  personas: readonly Persona[];
  destinations: readonly Destination[];
}

export const loopRules: Record<Loop, LoopRule> = {
  buddy_challenge: { personas, destinations: ["fvm.deck", "cohort.room"] },
  results_rally: { personas, destinations: ["results.card", "fvm.deck", "cohort.room"] },
  proud_parent: { personas: ["parent"], destinations: ["results.card", "fvm.deck"] },
  tutor_spotlight: { personas: ["tutor"], destinations: ["tutor.profile", "fvm.deck"] },
};

/** Whether somebody of that persona may begin this loop, and whether it leads there. */
export function loopAllows(
  persona: Persona,
  link: { loop: Loop; destination: Destination },
): "yes" | "other_persona" | "other_destination" {
  const rule = loopRules[link.loop];
  if (!rule.destinations.includes(link.destination)) return "other_destination";
  return rule.personas.includes(persona) ? "yes" : "other_persona";
}
