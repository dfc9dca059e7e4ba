/** Tells a person's room that the inbox is other than before. */
import type { UserId } from "#shared/ids.ts";
import type { Ctx } from "../../platform/context.ts";
import type { UserInboxApi } from "./inbox.ts";

/** Throws when the room is unreachable. */
export async function tellInbox(ctx: Pick<Ctx, "rooms">, userId: UserId): Promise<void> {
  await ctx.rooms.get<UserInboxApi>("USER_INBOX", userId).changed();
}
