/** Credits the inviter when an invitee reaches a first value. */
import type { DomainEvent } from "#shared/events.ts";
import type { Ctx } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { findCredited, insertCredit, isMarkedBy, markFirstValue } from "./credits.repo.ts";

/** Idempotent by the event: one credit an invitee, one `invite.fvm` a credit. */
export async function recordCredit(ctx: Ctx, event: DomainEvent<"fvm.reached">): Promise<void> {
  if (!event.linkId) return;
  const credited = await findCredited(ctx.db, event.visitorId, event.linkId);
  if (!credited) return;
  const fvm = ctx.events.fact("invite.fvm", {
    visitorId: event.visitorId,
    userId: event.userId,
    loop: credited.loop,
    linkId: credited.linkId,
    inviterVisitorId: credited.inviterVisitorId,
    props: { inviterId: credited.inviterId },
  });
  const dated = { ...fvm, occurredAt: event.occurredAt };
  await commitWithEvents(
    ctx,
    [
      insertCredit(ctx.ids.next("credit"), event, credited.linkId),
      markFirstValue(event.visitorId, fvm.eventId),
    ],
    [{ event: dated, onlyIf: isMarkedBy(event.visitorId, "fvm_event_id", fvm.eventId) }],
  );
}
