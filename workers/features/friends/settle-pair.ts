/** Runs what one of a pair does, and makes the two friends where nothing is missing any more. */
import { fromUuid, type UserId, type VisitorId } from "#shared/ids.ts";
import type { Ctx } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import {
  type Acting,
  isMadeBy,
  makeFriends,
  type Statement,
  whereItStands,
} from "./agreements.repo.ts";
import type { FriendshipId } from "./friendship.ts";

export interface Deed {
  me: { userId: UserId; visitorId: VisitorId };
  other: UserId;
}

export interface Standing {
  /** Null where there is no such pair. */
  id: FriendshipId | null;
  made: boolean;
  agreed: boolean;
}

/** One transaction, one round trip; `friends.made` is written by whoever was last to agree. */
export async function settlePair(
  ctx: Ctx,
  deed: Deed,
  statements: (acting: Acting) => readonly Statement[],
): Promise<Standing> {
  const { userId, visitorId } = deed.me;
  const acting = { me: userId, other: deed.other, now: ctx.clock.now() };
  const props = { friendId: deed.other };
  const event = ctx.events.fact("friends.made", { visitorId, userId, props });
  const { rows } = await commitWithEvents(
    ctx,
    [...statements(acting), makeFriends(acting, event), whereItStands(acting)],
    [{ event, onlyIf: isMadeBy(acting, event) }],
  );
  const row = rows.at(-1)?.[0];
  return {
    id: row ? fromUuid("friend", String(row["id"])) : null,
    made: row?.["made"] === true,
    agreed: row?.["agreed"] === true,
  };
}
