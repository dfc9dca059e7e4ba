/** Has a board's room forget everything and read it anew from Postgres. */
import { type Board, boardName } from "#shared/protocol/room-names.ts";
import type { Ctx } from "../../platform/context.ts";
import type { LeaderboardRoomApi } from "./leaderboard.ts";

/** Answers the number of players. Throws when the room, or Postgres from there, is unreachable. */
export function rebuildBoard(ctx: Ctx, board: Board): Promise<number> {
  return ctx.rooms.get<LeaderboardRoomApi>("LEADERBOARD_ROOM", boardName(board)).rebuild();
}
