/** Records the points of a completed deck, once for each event. */
import { pointsFor } from "#shared/deck-points.ts";
import type { DomainEvent } from "#shared/events.ts";
import type { Ctx } from "../../platform/context.ts";
import { boardsAt } from "./leaderboard.ts";
import { addEntry, type StoredTotal } from "./leaderboards.repo.ts";

/**
 * Guests' points are kept under their visitor id. A flagged run is held: recorded, not counted.
 * Answers the person's newest totals that boards may show.
 */
export function recordPoints(
  ctx: Pick<Ctx, "db">,
  event: DomainEvent<"deck.completed">,
): Promise<StoredTotal[]> {
  const { subject, flagged } = event.props;
  const entry = {
    sourceEventId: event.eventId,
    visitorId: event.visitorId,
    subject,
    points: pointsFor(event.props),
    earnedAt: event.occurredAt,
    held: flagged,
  };
  return addEntry(ctx.db, entry, boardsAt(subject, event.occurredAt));
}
