/** Declines, removes or takes back: the other one is told nothing. */
import { AppError } from "../../platform/app-error.ts";
import { type Ctx, requireMember } from "../../platform/context.ts";
import { endPair, forgetQuietAsk, takeBack } from "./agreements.repo.ts";
import { findPair, runQuietly } from "./friends.repo.ts";
import type { FriendshipId } from "./friendship.ts";

/** Safe to repeat. NOT_FOUND for a pair that is not the person's. */
export async function endFriendship(
  ctx: Ctx,
  input: { id: FriendshipId },
): Promise<{ status: "ended" }> {
  const { userId } = requireMember(ctx);
  const pair = await findPair(ctx.db, input.id, userId);
  if (!pair) throw new AppError("NOT_FOUND");
  const other = pair.low === userId ? pair.high : pair.low;
  const acting = { me: userId, other, now: ctx.clock.now() };
  await runQuietly(ctx.db, [takeBack(acting), forgetQuietAsk(acting), endPair(acting)]);
  return { status: "ended" };
}
