/** Records the points of a completed deck, once for each event. */
import { pointsFor } from "#shared/deck-points.ts";
import type { DomainEvent } from "#shared/events.ts";
import type { Ctx } from "../../platform/context.ts";
import { commitRanks } from "./commit-ranks.ts";
import { boardsAt } from "./leaderboard.ts";
import type { StoredTotal } from "./leaderboards.repo.ts";
import { addEntry } from "./points.repo.ts";
import { pointsCaps } from "./points-caps.ts";

/**
 * Guests' points are kept under their visitor id. A flagged run, and what is beyond the caps, is
 * held: recorded, not counted. Answers the person's newest totals that boards may show.
 */
export function recordPoints(
  ctx: Pick<Ctx, "db" | "events" | "clock">,
  event: DomainEvent<"deck.completed">,
): Promise<StoredTotal[]> {
  const { subject, flagged } = event.props;
  const points = pointsFor(event.props);
  const entry = {
    sourceEventId: event.eventId,
    visitorId: event.visitorId,
    subject,
    points,
    earnedAt: event.occurredAt,
    heldFor: flagged ? "too_fast" : points > pointsCaps.event ? "event_cap" : null,
  } as const;
  const boards = boardsAt(subject, event.occurredAt);
  return commitRanks(ctx, event, addEntry(entry, boards, pointsCaps), boards);
}
