/** What the activity procedures take and answer. */
import * as z from "zod";
import { achievements } from "#shared/achievements.ts";
import { activityTypes, reactionKinds } from "#shared/activity.ts";
import { isSlug } from "#shared/protocol/room-names.ts";
import { periods, subjects } from "#shared/vocabulary.ts";
import { cursorOf, idOf } from "../../platform/page-cursor.ts";

export const scopeKinds = ["global", "subject", "cohort", "mine"] as const;

/** `subject` goes with the scope subject, and `slug` with the scope cohort. */
export const feedInput = z.strictObject({
  scope: z.enum(scopeKinds),
  subject: z.enum(subjects).optional(),
  slug: z.string().max(40).refine(isSlug, "not a cohort's name").optional(),
  type: z.enum(activityTypes).optional(),
  cursor: cursorOf("feed").optional(),
});

export const reactInput = z.strictObject({
  id: idOf("feed"),
  /** Null takes it back. */
  kind: z.enum(reactionKinds).nullable(),
});

export const reactions = z.object({
  counts: z.partialRecord(z.enum(reactionKinds), z.int()),
  yours: z.enum(reactionKinds).nullable(),
  v: z.int(),
});

const row = {
  id: z.string(),
  handle: z.string(),
  alias: z.string(),
  createdAt: z.number(),
  you: z.boolean(),
  reactions,
};
const run = z.object({ deckId: z.string(), score: z.int(), total: z.int() });

const feedItem = z.discriminatedUnion("type", [
  z.object({ ...row, type: z.literal("friend_joined"), props: z.object({}) }),
  z.object({ ...row, type: z.literal("quiz_completed"), props: run }),
  z.object({ ...row, type: z.literal("high_score"), props: run }),
  z.object({
    ...row,
    type: z.literal("achievement_unlocked"),
    props: z.object({ achievement: z.enum(achievements) }),
  }),
  z.object({
    ...row,
    type: z.literal("streak_milestone"),
    props: z.object({ days: z.int() }),
  }),
  z.object({
    ...row,
    type: z.literal("leaderboard_rank"),
    props: z.object({ subject: z.enum(subjects), period: z.enum(periods), top: z.int() }),
  }),
  z.object({ ...row, type: z.literal("level_up"), props: z.object({ level: z.int() }) }),
  z.object({
    ...row,
    type: z.literal("challenge_won"),
    props: run.extend({ rivalScore: z.int() }),
  }),
]);

export const feedPage = z.object({
  items: z.array(feedItem),
  nextCursor: z.string().nullable(),
});
