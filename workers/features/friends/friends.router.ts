/** The friends procedures: validate, call, return. */
import * as z from "zod";
import { friendOrigins } from "#db/schema/friends.ts";
import { isSlug } from "#shared/protocol/room-names.ts";
import { cursorOf, idOf } from "../../platform/page-cursor.ts";
import { guardian, member } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { answerForChild, endForChild, listForGuardian } from "./answer-for-child.ts";
import { answerFriend } from "./answer-friend.ts";
import { askFriend } from "./ask-friend.ts";
import { endFriendship } from "./end-friendship.ts";
import { listFriends, listFriendsInCohort } from "./list-friends.ts";

const id = idOf("friend");
const slug = z.string().max(40).refine(isSlug, "not a cohort's name");
const state = z.enum(["friends", "asked_you", "offered", "asked", "waits_for_guardian"]);
const pair = z.object({
  id,
  alias: z.string(),
  origin: z.enum(friendOrigins),
  state,
  at: z.number(),
});
const childsPair = z.object({
  id,
  child: z.string(),
  childAlias: z.string(),
  friendAlias: z.string(),
});
const waiting = childsPair.extend({ askedAt: z.number() });
const standing = childsPair.extend({ since: z.number() });

const rest = (method: "GET" | "POST" | "DELETE", path: `/${string}`, summary: string) => ({
  openapi: { method, path, summary, tags: ["friends"], protect: true },
});

export const friendsRouter = router({
  list: procedure(member)
    .meta(rest("GET", "/friends", "Your friends, newest first, and the open requests"))
    .input(z.strictObject({ cursor: cursorOf("friend").optional() }))
    .output(
      z.object({ friends: z.array(pair), open: z.array(pair), nextCursor: z.string().nullable() }),
    )
    .query(({ ctx, input }) => listFriends(ctx, input)),

  inCohort: procedure(member)
    .meta(rest("GET", "/cohorts/{slug}/friends", "Where you stand with members of a cohort"))
    .input(z.strictObject({ slug }))
    .output(z.object({ items: z.array(z.object({ handle: z.string(), state })) }))
    .query(({ ctx, input }) => listFriendsInCohort(ctx, input)),

  ask: procedure(member)
    .meta(rest("POST", "/friends", "Ask a member of your cohort, by the handle of its room"))
    .input(
      z.strictObject({
        slug,
        handle: z.string().min(1).max(40),
      }),
    )
    .output(z.object({ status: z.enum(["asked", "friends"]), id }))
    .mutation(({ ctx, input }) => askFriend(ctx, input)),

  answer: procedure(member)
    .meta(rest("POST", "/friends/{id}/answer", "Accept or decline; safe to repeat"))
    .input(z.strictObject({ id, answer: z.enum(["accept", "decline"]) }))
    .output(z.object({ status: z.enum(["friends", "waiting", "ended"]) }))
    .mutation(({ ctx, input }) => answerFriend(ctx, input)),

  remove: procedure(member)
    .meta(rest("DELETE", "/friends/{id}", "Remove a friend, or take a request back, quietly"))
    .input(z.strictObject({ id }))
    .output(z.object({ status: z.literal("ended") }))
    .mutation(({ ctx, input }) => endFriendship(ctx, input)),

  forGuardian: procedure(guardian)
    .meta(rest("GET", "/family/friends", "Friendships of your children that wait for you"))
    .input(z.strictObject({}).optional())
    .output(z.object({ items: z.array(waiting), friends: z.array(standing) }))
    .query(({ ctx }) => listForGuardian(ctx)),

  endForChild: procedure(guardian)
    .meta(rest("DELETE", "/family/friends/{id}", "End a friendship of your child, quietly"))
    .input(z.strictObject({ id }))
    .output(z.object({ status: z.literal("recorded") }))
    .mutation(({ ctx, input }) => endForChild(ctx, input)),

  answerForChild: procedure(guardian)
    .meta(rest("POST", "/family/friends/{id}/answer", "Answer for your child"))
    .input(z.strictObject({ id, answer: z.enum(["consented", "declined"]) }))
    .output(z.object({ status: z.enum(["friends", "recorded"]) }))
    .mutation(({ ctx, input }) => answerForChild(ctx, input)),
});
