/** What leaderboards do when an event happens: record points, and send rooms the newest totals. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import { boardName } from "#shared/protocol/room-names.ts";
import { subjects } from "#shared/vocabulary.ts";
import type { Ctx } from "../../platform/context.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import { boardsAt, type LeaderboardRoomApi } from "./leaderboard.ts";
import { listPersonTotals, renewTotals, type StoredTotal } from "./leaderboards.repo.ts";
import { recordPoints } from "./record-points.ts";

/** Idempotent by event id. Throws when a room is unreachable: the retry sends the newest state. */
export async function leaderboardsReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  if (isEvent(event, "deck.completed")) return sendTotals(ctx, await recordPoints(ctx, event));
  if (isEvent(event, "person.joined") || isEvent(event, "person.admitted")) {
    return sendTotals(ctx, await listPersonTotals(ctx.db, event.visitorId));
  }
  if (isEvent(event, "person.renamed")) {
    const boards = subjects.flatMap((subject) => boardsAt(subject, ctx.clock.now()));
    return sendTotals(ctx, await renewTotals(ctx.db, event.visitorId, boards));
  }
}

/** One person has one total on a board, so each total goes to a room of its own. */
async function sendTotals(ctx: Ctx, totals: readonly StoredTotal[]): Promise<void> {
  await Promise.all(
    totals.map(async ({ board, ...total }) => {
      const name = boardName(board);
      const secret = ctx.config.TICKET_SECRET;
      const handle = await roomHandle(secret, "leaderboard", name, total.visitorId);
      const room = ctx.rooms.get<LeaderboardRoomApi>("LEADERBOARD_ROOM", name);
      await room.applyTotals([{ ...total, handle }]);
    }),
  );
}
