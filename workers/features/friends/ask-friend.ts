/** Asks a member of one's own cohort to be friends. */
import { AppError } from "../../platform/app-error.ts";
import { type Ctx, requireMember } from "../../platform/context.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import { agree, askQuietly, insertPair, mayAskMore, reopenPair } from "./agreements.repo.ts";
import { listCohortPeople } from "./friends.repo.ts";
import type { FriendshipId } from "./friendship.ts";
import { settlePair } from "./settle-pair.ts";

export type Asked = { status: "asked" | "friends"; id: FriendshipId };

/**
 * `handle` is the cohort room's: nobody can be asked from elsewhere. Who was removed by the other
 * is answered like everybody, and the other hears nothing. NOT_FOUND where the two share no such
 * room, RATE_LIMITED with too many requests open.
 */
export async function askFriend(ctx: Ctx, input: { slug: string; handle: string }): Promise<Asked> {
  const me = requireMember(ctx);
  const other = await findByHandle(ctx, me.userId, input);
  const id = ctx.ids.next("friend");
  const stands = await settlePair(ctx, { me, other }, (acting) => [
    insertPair(id, "cohort", acting, mayAskMore(acting)),
    reopenPair(acting, "cohort"),
    askQuietly(acting),
    agree(acting),
  ]);
  if (!stands.id) {
    throw new AppError("RATE_LIMITED", {
      message: "Many of your requests wait for an answer. Please wait for some of them first.",
    });
  }
  return { status: stands.made ? "friends" : "asked", id: stands.id };
}

async function findByHandle(
  ctx: Ctx,
  me: Parameters<typeof listCohortPeople>[1]["me"],
  { slug, handle }: { slug: string; handle: string },
) {
  const people = await listCohortPeople(ctx.db, { slug, me });
  const secret = ctx.config.TICKET_SECRET;
  for (const { userId, visitorId } of people) {
    if (roomHandle(secret, "cohort", slug, visitorId) === handle) return userId;
  }
  throw new AppError("NOT_FOUND");
}
