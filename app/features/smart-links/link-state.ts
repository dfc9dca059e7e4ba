/** What a smart link can still do at a moment. */

export type LinkState = "open" | "expired" | "revoked";

/** All times in milliseconds since 1970. */
export function linkState(
  link: { expiresAt: number; revokedAt: number | null },
  now: number,
): LinkState {
  if (link.revokedAt !== null) return "revoked";
  return link.expiresAt <= now ? "expired" : "open";
}
