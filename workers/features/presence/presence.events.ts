/** What presence does when an event happens: who hides is gone, who shows again is counted. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import { presenceSubjects } from "#shared/protocol/room-names.ts";
import type { Ctx } from "../../platform/context.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import type { PresenceRootApi } from "./presence-api.ts";

/** Idempotent: what began after the change stays. Throws when an object is unreachable. */
export async function presenceReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  if (!isEvent(event, "visibility.changed")) return;
  const { visitorId, occurredAt } = event;
  await Promise.all(
    presenceSubjects.map(async (subject) => {
      const secret = ctx.config.TICKET_SECRET;
      const handle = roomHandle(secret, "presence", subject, visitorId);
      await ctx.rooms.get<PresenceRootApi>("PRESENCE_ROOT", subject).reseat(handle, occurredAt);
    }),
  );
}
