/** Closes the boards whose period has ended: final standings are stored, once. */
import { type Board, periodStart } from "#shared/protocol/room-names.ts";
import { subjects } from "#shared/vocabulary.ts";
import type { Ctx } from "../../platform/context.ts";
import { listLiveBoards, storeFinals } from "./finals.repo.ts";
import { boardBefore, boardEnd } from "./leaderboard.ts";

/** Time for what happened in the period's last moment to be committed. */
const graceMs = 60_000;
/** A board is closed late, but not later than so many periods after its end. */
const looksBack = { daily: 7, weekly: 5 } as const;

/** Answers how many boards were closed. Safe to repeat and to run twice at once. */
export async function closePeriods(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now();
  const due = endedBoards(now).filter((board) => boardEnd(board) + graceMs <= now);
  let closed = 0;
  for (const board of await listLiveBoards(ctx.db, due)) {
    const players = await storeFinals(ctx.db, board, { end: boardEnd(board), now });
    if (players === null) continue;
    closed += 1;
    ctx.log.info("board closed", { ...board, players });
  }
  return closed;
}

/** The boards that ended lately, of all subjects. */
export function endedBoards(now: number): Board[] {
  return subjects.flatMap((subject) =>
    (["daily", "weekly"] as const).flatMap((period) => {
      const boards: Board[] = [];
      let board = boardBefore({ subject, period, periodStart: periodStart(period, now) });
      for (let back = 0; board && back < looksBack[period]; back++) {
        boards.push(board);
        board = boardBefore(board);
      }
      return boards;
    }),
  );
}
