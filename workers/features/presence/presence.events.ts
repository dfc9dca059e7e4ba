/** What presence does when an event happens: who hides is gone, who shows again is counted. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import { presenceSubjects } from "#shared/protocol/room-names.ts";
import type { Ctx } from "../../platform/context.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import type { PresenceRootApi } from "./presence-api.ts";

/**
 * Safe to repeat: the person's sockets come back with what is so now. Throws when an object is
 * unreachable.
 */
export async function presenceReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  if (!isEvent(event, "visibility.changed")) return;
  const { visitorId } = event;
  // Not when the event was made: until it was stored tickets were given without it.
  const issuedUntil = ctx.clock.now();
  await Promise.all(
    presenceSubjects.map(async (subject) => {
      const secret = ctx.config.TICKET_SECRET;
      const handle = roomHandle(secret, "presence", subject, visitorId);
      await ctx.rooms.get<PresenceRootApi>("PRESENCE_ROOT", subject).reseat(handle, issuedUntil);
    }),
  );
}
