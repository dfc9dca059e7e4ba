/** What leaderboards do when an event happens: record points, and send rooms the newest totals. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import { boardName } from "#shared/protocol/room-names.ts";
import { subjects } from "#shared/vocabulary.ts";
import type { Ctx } from "../../platform/context.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import { commitRanks } from "./commit-ranks.ts";
import { boardPhase, boardsAt, type LeaderboardRoomApi } from "./leaderboard.ts";
import { listPersonTotals, renewTotals, type StoredTotal } from "./leaderboards.repo.ts";
import { recordPoints } from "./record-points.ts";

/** Idempotent by event id. Throws when a room is unreachable: the retry sends the newest state. */
export async function leaderboardsReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  if (isEvent(event, "deck.completed")) return sendTotals(ctx, await recordPoints(ctx, event));
  if (isEvent(event, "person.joined") || isEvent(event, "person.admitted")) {
    return sendAll(ctx, event);
  }
  if (isEvent(event, "points.reviewed") && event.props.verdict === "released") {
    return sendAll(ctx, event);
  }
  if (isEvent(event, "person.renamed")) {
    const boards = subjects.flatMap((subject) => boardsAt(subject, ctx.clock.now()));
    return sendTotals(ctx, await renewTotals(ctx.db, event.visitorId, boards));
  }
}

/** Sends a person's totals of all boards, and tells where they have come into a top. */
async function sendAll(ctx: Ctx, event: DomainEvent): Promise<void> {
  const now = ctx.clock.now();
  const boards = subjects.flatMap((subject) => boardsAt(subject, now));
  await commitRanks(ctx, event, [], boards);
  await sendTotals(ctx, await listPersonTotals(ctx.db, event.visitorId));
}

/** One person has one total on a board, so each total goes to a room of its own. */
async function sendTotals(ctx: Ctx, totals: readonly StoredTotal[]): Promise<void> {
  const now = ctx.clock.now();
  const kept = totals.filter(({ board }) => boardPhase(board, now) !== "over");
  await Promise.all(
    kept.map(async ({ board, ...total }) => {
      const name = boardName(board);
      const secret = ctx.config.TICKET_SECRET;
      const handle = roomHandle(secret, "leaderboard", name, total.visitorId);
      const room = ctx.rooms.get<LeaderboardRoomApi>("LEADERBOARD_ROOM", name);
      await room.applyTotals([{ ...total, handle }]);
    }),
  );
}
