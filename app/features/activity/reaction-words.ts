/** What the reactions are called. */
import { type ReactionCounts, type ReactionKind, reactionKinds } from "#shared/activity.ts";

export const reactionWords: Record<ReactionKind, string> = {
  heart: "Love it",
  clap: "Well done",
  star: "Amazing",
  splash: "Wow",
  sprout: "Keep going",
};

/** The kinds that somebody chose, in their fixed order: a count never jumps to another place. */
export function chosen(counts: ReactionCounts): { kind: ReactionKind; n: number }[] {
  return reactionKinds.map((kind) => ({ kind, n: counts[kind] ?? 0 })).filter(({ n }) => n > 0);
}
