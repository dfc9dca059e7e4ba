/** Fixes the inviter's credit when the invitee joins. */
import { deckSubjects } from "#shared/deck-subjects.ts";
import type { DomainEvent } from "#shared/events.ts";
import type { Subject } from "#shared/vocabulary.ts";
import type { Ctx } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { findCredited, fixCredit, insertJoinCredit, isMarkedBy } from "./credits.repo.ts";
import { recordParams } from "./destinations.ts";

/** Idempotent by the event: one `invite.joined` an invitee, none where the link is closed. */
export async function fixCreditOnJoin(
  ctx: Ctx,
  event: DomainEvent<"person.joined">,
): Promise<void> {
  const credited = await findCredited(ctx.db, event.visitorId, event.linkId);
  if (!credited) return;
  const subject = subjectOf(credited.params);
  const joined = ctx.events.fact("invite.joined", {
    visitorId: event.visitorId,
    userId: event.userId,
    loop: credited.loop,
    linkId: credited.linkId,
    inviterVisitorId: credited.inviterVisitorId,
    props: { inviterId: credited.inviterId, ...(subject ? { subject } : {}) },
  });
  await commitWithEvents(
    ctx,
    [
      insertJoinCredit(ctx.ids.next("credit"), event, credited.linkId),
      fixCredit(event.visitorId, new Date(event.occurredAt), joined.eventId),
    ],
    [
      {
        event: { ...joined, occurredAt: event.occurredAt },
        onlyIf: isMarkedBy(event.visitorId, "joined_event_id", joined.eventId),
      },
    ],
  );
}

/** What the invitee came to practise, where the link says so. */
function subjectOf(params: unknown): Subject | undefined {
  const deck = recordParams["fvm.deck"].safeParse(params);
  if (deck.success) return deckSubjects[deck.data.deckId];
  const card = recordParams["results.card"].safeParse(params);
  return card.success && card.data.subject !== "any" ? card.data.subject : undefined;
}
