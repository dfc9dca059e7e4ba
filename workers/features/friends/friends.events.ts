/** What friends do when an event happens. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import type { Ctx } from "../../platform/context.ts";
import { offerFriendship } from "./offer-friendship.ts";

export async function friendsReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  if (isEvent(event, "invite.joined")) await offerFriendship(ctx, event);
}
