/** Compares a board's room with Postgres. */

import type { Db } from "#db/client.ts";
import { type Board, boardName } from "#shared/protocol/room-names.ts";
import type { Ctx } from "../../platform/context.ts";
import { boardPage, digestPages } from "./board-digest.ts";
import type { LeaderboardRoomApi } from "./leaderboard.ts";
import { listBoardTotals, type StoredTotal } from "./leaderboards.repo.ts";

/** Every total of a board, page by page, in the order of ids. */
export async function* readWholeBoard(db: Db, board: Board): AsyncGenerator<StoredTotal[]> {
  let after: StoredTotal["visitorId"] | null = null;
  for (;;) {
    const page: StoredTotal[] = await listBoardTotals(db, board, { after, limit: boardPage });
    if (page.length > 0) yield page;
    if (page.length < boardPage) return;
    after = page.at(-1)?.visitorId ?? null;
  }
}

/** Both digests, and whether they are equal. Throws when the room is unreachable. */
export async function compareBoard(ctx: Ctx, board: Board) {
  const postgres = await digestPages(readWholeBoard(ctx.db, board));
  const api = ctx.rooms.get<LeaderboardRoomApi>("LEADERBOARD_ROOM", boardName(board));
  const { count, sum, hash } = await api.standings();
  return { equal: hash === postgres.hash, room: { count, sum, hash }, postgres };
}
