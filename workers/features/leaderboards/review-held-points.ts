/** Held points: what waits for an admin, and what the admin decides. */
import type { Verdict } from "#shared/held-points.ts";
import type { EventId } from "#shared/ids.ts";
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { encodeCursor, type PagePosition } from "../../platform/page-cursor.ts";
import { findHeld, isReviewOf, listHeld, storeReview } from "./points.repo.ts";

const pageSize = 50;

/** Newest first, 50 a page; `waiting` counts all that nobody has decided about. */
export async function listHeldPoints(
  ctx: RequestCtx,
  input: { cursor?: PagePosition<"evt"> | undefined },
) {
  const { rows, waiting } = await listHeld(ctx.db, input.cursor ?? null, pageSize + 1);
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  const nextCursor =
    rows.length > pageSize && last ? encodeCursor({ at: last.earnedAt, id: last.entryId }) : null;
  return { items, waiting, nextCursor };
}

/**
 * The first verdict holds, whatever is retried or raced; released points count once. A second one
 * is answered with the first. Throws NOT_FOUND for an entry that is not held.
 */
export async function reviewHeldPoints(
  ctx: RequestCtx,
  input: { entryId: EventId; verdict: Verdict },
): Promise<{ status: "decided"; verdict: Verdict } | { status: "decided_before" }> {
  const { userId: reviewerId } = requireMember(ctx);
  const { entryId, verdict } = input;
  const held = await findHeld(ctx.db, entryId);
  if (!held) throw new AppError("NOT_FOUND");
  if (held.verdict !== null) return { status: "decided_before" };
  const { visitorId, userId, subject, points } = held;
  const props = { entryId, subject, points, verdict, reviewerId };
  const event = ctx.events.fact("points.reviewed", { visitorId, userId, props });
  const { eventId } = event;
  const now = ctx.clock.now();
  const review = { entryId, visitorId, verdict, reviewerId, now, eventId };
  const { written } = await commitWithEvents(ctx, storeReview(review), [
    { event, onlyIf: isReviewOf(eventId) },
  ]);
  return written.length > 0 ? { status: "decided", verdict } : { status: "decided_before" };
}
