/** How far somebody new has come on the way to the first share: pure. */

export const stepNames = ["play", "share", "arrive"] as const;
export type StepName = (typeof stepNames)[number];

interface Shared {
  opens: number;
}

/**
 * The step that is next: finish a deck, make a link of it, see a friend open it. Null once a friend
 * has opened one or played against it: then nobody needs to be shown the way.
 */
export function nextStep(
  results: readonly unknown[],
  links: readonly Shared[],
  challenges: number,
): StepName | null {
  if (challenges > 0 || links.some(({ opens }) => opens > 0)) return null;
  if (links.length > 0) return "arrive";
  return results.length > 0 ? "share" : "play";
}
