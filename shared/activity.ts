/** The words of the activity feed: what it tells of, who may see it, and how people react. */

export const activityTypes = [
  "friend_joined",
  "quiz_completed",
  "achievement_unlocked",
  "streak_milestone",
  "high_score",
  "level_up",
  "challenge_won",
  "leaderboard_rank",
] as const;
export type ActivityType = (typeof activityTypes)[number];

/** `public`: every feed; `cohort`: the members of its cohorts; `private`: the person alone. */
export const visibilities = ["public", "cohort", "private"] as const;
export type Visibility = (typeof visibilities)[number];

/** A closed list: nobody reads another's free text. */
export const reactionKinds = ["heart", "clap", "star", "splash", "sprout"] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** How many people reacted in which way; kinds that nobody chose are left out. */
export type ReactionCounts = Partial<Record<ReactionKind, number>>;
