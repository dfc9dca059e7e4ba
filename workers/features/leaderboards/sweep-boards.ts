/** The nightly sweep: compares each active board's room with Postgres, rebuilds what differs. */
import { type Board, boardName } from "#shared/protocol/room-names.ts";
import { subjects } from "#shared/vocabulary.ts";
import type { Ctx } from "../../platform/context.ts";
import { endedBoards } from "./close-periods.ts";
import { compareBoard } from "./compare-board.ts";
import { listLiveBoards } from "./finals.repo.ts";
import { boardsAt } from "./leaderboard.ts";
import { rebuildBoard } from "./rebuild-board.ts";

export interface BoardSweep {
  compared: number;
  rebuilt: number;
  failed: number;
}

/** The minute of the day, in UTC, at which the sweep runs: few play then. */
const sweepMinute = 3 * 60 + 17;

/** True in one minute of each day. */
export function isSweepTime(scheduledMs: number): boolean {
  return Math.floor(scheduledMs / 60_000) % (24 * 60) === sweepMinute;
}

/** A board that cannot be reached is logged and left for the next night. */
export async function sweepBoards(ctx: Ctx): Promise<BoardSweep> {
  const now = ctx.clock.now();
  const running = subjects.flatMap((subject) => boardsAt(subject, now));
  const boards = await listLiveBoards(ctx.db, [...running, ...endedBoards(now)]);
  const sweep: BoardSweep = { compared: 0, rebuilt: 0, failed: 0 };
  for (const board of boards) {
    try {
      if (await differs(ctx, board)) {
        const players = await rebuildBoard(ctx, board);
        ctx.log.warn("board rebuilt", { board: boardName(board), players });
        sweep.rebuilt += 1;
      }
      sweep.compared += 1;
    } catch (error) {
      sweep.failed += 1;
      ctx.log.error("board sweep failed", error, { board: boardName(board) });
    }
  }
  return sweep;
}

/** A board on which somebody has just scored may differ for a moment: it is asked twice. */
async function differs(ctx: Ctx, board: Board): Promise<boolean> {
  const first = await compareBoard(ctx, board);
  return !first.equal && !(await compareBoard(ctx, board)).equal;
}
