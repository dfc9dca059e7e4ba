/** Commits a change of points together with the facts that the person has come into a top. */
import type { DomainEvent } from "#shared/events.ts";
import type { Board } from "#shared/protocol/room-names.ts";
import type { Ctx } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { boardPhase } from "./leaderboard.ts";
import { type StoredTotal, toTotal } from "./leaderboards.repo.ts";
import { isRankMark, markRanks, runForTotals, type Statement, totalsOn } from "./points.repo.ts";

/** Coming among the first so many is told. */
const toldTop = 10;

/**
 * One transaction, one round trip. `rank.reached` is written once for each person, board and
 * period; a day's board is too short-lived to be told of. Answers the newest totals on `boards`.
 */
export async function commitRanks(
  ctx: Pick<Ctx, "db" | "events" | "clock">,
  occasion: Pick<DomainEvent, "visitorId" | "userId" | "occurredAt">,
  statements: readonly Statement[],
  boards: readonly Board[],
): Promise<StoredTotal[]> {
  const { visitorId, userId, occurredAt } = occasion;
  const read = totalsOn(visitorId, boards);
  const now = ctx.clock.now();
  const told = boards.filter(
    (board) => board.period !== "daily" && boardPhase(board, now) === "open",
  );
  // Boards show accounts only: a guest's ranks are looked at when the guest joins.
  if (userId === null || told.length === 0) return runForTotals(ctx.db, [...statements, read]);
  const facts = told.map((board) => {
    const props = { ...board, top: toldTop };
    const event = { ...ctx.events.fact("rank.reached", { visitorId, userId, props }), occurredAt };
    return { event, candidate: { board, eventId: event.eventId } };
  });
  const candidates = facts.map(({ candidate }) => candidate);
  const { rows } = await commitWithEvents(
    ctx,
    [...statements, markRanks(visitorId, candidates, toldTop), read],
    facts.map(({ event, candidate }) => ({ event, onlyIf: isRankMark(visitorId, candidate) })),
  );
  return rows.at(-1)?.map(toTotal) ?? [];
}
