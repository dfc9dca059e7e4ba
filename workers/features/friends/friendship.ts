/** Friendships: the two of a pair in their order, and what one of them sees of it. */
import type { friendOrigins } from "#db/schema/friends.ts";
import type { Id, UserId } from "#shared/ids.ts";

export type FriendshipId = Id<"friend">;
export type FriendOrigin = (typeof friendOrigins)[number];

/** So long somebody who was removed or declined cannot reach the other again, in milliseconds. */
export const quietMs = 30 * 24 * 3_600_000;
/** Requests of one person that may be unanswered at a time. */
export const maxOpenAsks = 50;

/** The order of ids is that of their UUIDs, in Postgres too. */
export function pairOf(one: UserId, other: UserId): { low: UserId; high: UserId } {
  return one < other ? { low: one, high: other } : { low: other, high: one };
}

/** `offered`: an invite brought the two together, and both may say yes. */
export type FriendState = "friends" | "asked_you" | "offered" | "asked" | "waits_for_guardian";

/** A pair as Postgres has it, seen by one of the two. */
export interface SeenPair {
  id: FriendshipId;
  /** The other one's. */
  alias: string;
  origin: FriendOrigin;
  /** Milliseconds since 1970. */
  madeAt: number | null;
  changedAt: number;
  mine: boolean;
  theirs: boolean;
  /** A guardian has to say yes first, and has not. */
  myGuardian: boolean;
  theirGuardian: boolean;
  /** The other one ended it; what is shown is the request as it was. */
  ended: boolean;
}

/** A request of a minor is not shown before the guardian's yes, nor that it waits for one. */
export function stateOf(pair: SeenPair): FriendState | null {
  if (pair.ended) return "asked";
  if (pair.madeAt !== null) return "friends";
  if (pair.mine) return pair.myGuardian ? "waits_for_guardian" : "asked";
  if (pair.origin === "invite") return "offered";
  return pair.theirs && !pair.theirGuardian ? "asked_you" : null;
}
