/** Shows the current board of a subject and period: from its room, else from Postgres. */

import type { VisitorId } from "#shared/ids.ts";
import { roomSizes } from "#shared/protocol/limits.ts";
import { type Board, boardName, periodStart } from "#shared/protocol/room-names.ts";
import type { Period, Subject } from "#shared/vocabulary.ts";
import { type Ctx, requirePerson } from "../../platform/context.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import { knownWinners, rememberWinners } from "./known-winners.ts";
import { boardBefore, type LeaderboardRoomApi, type LiveBoard } from "./leaderboard.ts";
import { type BoardRows, boardRows, readBoard, winnersOf } from "./leaderboards.repo.ts";

/** Rows of the period before that are shown. */
const winnersShown = 3;

/** Handles are those of the board's room, so that live frames name the same people. */
export async function viewBoard(ctx: Ctx, input: { subject: Subject; period: Period }) {
  const { visitorId } = requirePerson(ctx);
  const board = { ...input, periodStart: periodStart(input.period, ctx.clock.now()) };
  const last = boardBefore(board);
  const live = await askRoom(ctx, board, visitorId);
  const who = { visitorId, limit: roomSizes.boardTop, reach: roomSizes.boardAround };
  const { rows, winners } = await readMissing(ctx, live ? null : boardRows(board, who), last);
  const shown = live ?? withHandles(ctx, board, rows);
  const handle = handleOf(ctx, board, visitorId);
  const mark = <R extends { handle: string }>(row: R) => ({ ...row, you: row.handle === handle });
  return {
    ...board,
    ...shown,
    top: shown.top.map(mark),
    around: shown.around.map(mark),
    last:
      last && winners.length > 0 ? { periodStart: last.periodStart, winners: [...winners] } : null,
  };
}

/** What neither the room nor this isolate knows, in one round trip or none. */
async function readMissing(
  ctx: Ctx,
  rows: ReturnType<typeof boardRows> | null,
  last: Board | null,
) {
  const known = knownWinners(ctx, last);
  if (known && !rows) return { rows: null, winners: known };
  const read = await readBoard(ctx.db, rows, winnersOf(last, winnersShown));
  rememberWinners(ctx, last, read.winners);
  return read;
}

/** Null when the room does not know yet, or cannot be reached. */
async function askRoom(ctx: Ctx, board: Board, visitorId: VisitorId): Promise<LiveBoard | null> {
  try {
    const room = ctx.rooms.get<LeaderboardRoomApi>("LEADERBOARD_ROOM", boardName(board));
    const view = await room.view(visitorId);
    return view.state === "rebuilding" ? null : view;
  } catch (error) {
    ctx.log.error("board's room is away", error, { board: boardName(board) });
    return null;
  }
}

function handleOf(ctx: Ctx, board: Board, visitorId: VisitorId): string {
  return roomHandle(ctx.config.TICKET_SECRET, "leaderboard", boardName(board), visitorId);
}

function withHandles(ctx: Ctx, board: Board, rows: BoardRows | null): LiveBoard {
  const named = (list: BoardRows["top"]) =>
    list.map(({ visitorId, ...row }) => ({ ...row, handle: handleOf(ctx, board, visitorId) }));
  return {
    state: "open",
    top: named(rows?.top ?? []),
    around: named(rows?.around ?? []),
    you: rows?.you ?? null,
    players: rows?.players ?? 0,
  };
}
