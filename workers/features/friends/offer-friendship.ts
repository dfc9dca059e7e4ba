/** Offers a friendship to an inviter and the invitee who joined: both may say yes, or never answer. */
import type { DomainEvent } from "#shared/events.ts";
import { fromUuid, toUuid } from "#shared/ids.ts";
import type { Ctx } from "../../platform/context.ts";
import { insertPair } from "./agreements.repo.ts";
import { mayBefriend, runQuietly } from "./friends.repo.ts";

/** Idempotent: the offer's id is the event's, and a pair that is there stays as it is. */
export async function offerFriendship(
  ctx: Ctx,
  event: DomainEvent<"invite.joined">,
): Promise<void> {
  const { userId } = event;
  const { inviterId } = event.props;
  if (userId === null || userId === inviterId) return;
  if (!(await mayBefriend(ctx.db, userId, inviterId))) return;
  const id = fromUuid("friend", toUuid(event.eventId));
  const acting = { me: userId, other: inviterId, now: event.occurredAt };
  await runQuietly(ctx.db, [insertPair(id, "invite", acting)]);
}
