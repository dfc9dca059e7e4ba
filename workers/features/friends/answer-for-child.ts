/** A guardian's view of what waits, and the answer for a child. */
import { AppError } from "../../platform/app-error.ts";
import { type Ctx, requireMember } from "../../platform/context.ts";
import { childHandle } from "../../platform/room-handle.ts";
import { agreeAsGuardian, endPair } from "./agreements.repo.ts";
import {
  type WaitingPair as ChildsPair,
  listFriendsOfChildren,
  listWaiting,
  runQuietly,
} from "./friends.repo.ts";
import type { FriendshipId } from "./friendship.ts";
import { settlePair } from "./settle-pair.ts";

/** One round trip. What waits for a yes, and the friends that the children have. */
export async function listForGuardian(ctx: Ctx) {
  const guardian = requireMember(ctx);
  const now = ctx.clock.now();
  const [waiting, standing] = await Promise.all([
    listWaiting(ctx.db, guardian, { fresh: false, now }),
    listFriendsOfChildren(ctx.db, guardian, { fresh: false, now }),
  ]);
  const named = ({ child, ...pair }: ChildsPair) => ({
    child: childHandle(ctx.config.TICKET_SECRET, guardian.userId, child.visitorId),
    childAlias: child.alias,
    id: pair.id,
    friendAlias: pair.friendAlias,
  });
  return {
    items: waiting.map((pair) => ({ ...named(pair), askedAt: pair.askedAt })),
    friends: standing.map((pair) => ({ ...named(pair), since: pair.askedAt })),
  };
}

/** Ends a friendship that stands, as the child could; nobody is told. NOT_FOUND as below. */
export async function endForChild(
  ctx: Ctx,
  input: { id: FriendshipId },
): Promise<{ status: "recorded" }> {
  const guardian = requireMember(ctx);
  const options = { id: input.id, fresh: true, now: ctx.clock.now() };
  const [pair] = await listFriendsOfChildren(ctx.db, guardian, options);
  if (!pair) throw new AppError("NOT_FOUND");
  const me = pair.child.userId;
  const other = pair.low === me ? pair.high : pair.low;
  await runQuietly(ctx.db, [endPair({ me, other, now: options.now })]);
  return { status: "recorded" };
}

/** NOT_FOUND for what does not wait for this guardian, and for a session that was revoked. */
export async function answerForChild(
  ctx: Ctx,
  input: { id: FriendshipId; answer: "consented" | "declined" },
): Promise<{ status: "friends" | "recorded" }> {
  const guardian = requireMember(ctx);
  const options = { id: input.id, fresh: true, now: ctx.clock.now() };
  const [pair] = await listWaiting(ctx.db, guardian, options);
  if (!pair) throw new AppError("NOT_FOUND");
  const { child } = pair;
  const other = pair.low === child.userId ? pair.high : pair.low;
  if (input.answer === "declined") {
    await runQuietly(ctx.db, [endPair({ me: child.userId, other, now: options.now })]);
    return { status: "recorded" };
  }
  const stands = await settlePair(ctx, { me: child, other }, (acting) => [
    agreeAsGuardian(guardian.userId, acting),
  ]);
  return { status: stands.made ? "friends" : "recorded" };
}
