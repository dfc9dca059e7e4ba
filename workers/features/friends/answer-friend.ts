/** Says yes or no to somebody who asked, or whom an invite brought. */
import { AppError } from "../../platform/app-error.ts";
import { type Ctx, requireMember } from "../../platform/context.ts";
import { agree } from "./agreements.repo.ts";
import { endFriendship } from "./end-friendship.ts";
import { findPair } from "./friends.repo.ts";
import type { FriendshipId } from "./friendship.ts";
import { settlePair } from "./settle-pair.ts";
import { tellGuardian } from "./tell-guardian.ts";

export type Answered = { status: "friends" | "waiting" | "ended" };

/** Safe to repeat. NOT_FOUND for a pair that is not the person's, or is over. */
export async function answerFriend(
  ctx: Ctx,
  input: { id: FriendshipId; answer: "accept" | "decline" },
): Promise<Answered> {
  if (input.answer === "decline") return endFriendship(ctx, input);
  const me = requireMember(ctx);
  const pair = await findPair(ctx.db, input.id, me.userId);
  if (!pair) throw new AppError("NOT_FOUND");
  const other = pair.low === me.userId ? pair.high : pair.low;
  const stands = await settlePair(ctx, { me, other }, (acting) => [agree(acting)]);
  if (stands.made) return { status: "friends" };
  if (!stands.agreed) throw new AppError("NOT_FOUND");
  tellGuardian(ctx, input.id, { me: me.userId, other });
  return { status: "waiting" };
}
