/** Buddy challenges: who won, by score, then by time. */

export interface Try {
  score: number;
  durationMs: number;
}

export const winners = ["inviter", "invitee", "nobody"] as const;
export type Winner = (typeof winners)[number];

/** More right answers win; of equal scores the faster one; of equal times nobody. */
export function decideChallenge(inviter: Try, invitee: Try): Winner {
  if (beats(invitee, inviter)) return "invitee";
  return beats(inviter, invitee) ? "inviter" : "nobody";
}

/** True when `a` is strictly better than `b`: greater score, or as great and faster. */
export function beats(a: Try, b: Try): boolean {
  return a.score > b.score || (a.score === b.score && a.durationMs < b.durationMs);
}
