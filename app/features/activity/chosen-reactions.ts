/** Which reactions stand below a line. */
import { type ReactionCounts, type ReactionKind, reactionKinds } from "#shared/activity.ts";

/** The kinds that somebody chose, in their fixed order: a count never jumps to another place. */
export function chosen(counts: ReactionCounts): { kind: ReactionKind; n: number }[] {
  return reactionKinds.map((kind) => ({ kind, n: counts[kind] ?? 0 })).filter(({ n }) => n > 0);
}
