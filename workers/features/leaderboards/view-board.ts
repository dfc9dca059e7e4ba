/** Shows the current board of a subject and period, from Postgres. */

import { roomSizes } from "#shared/protocol/limits.ts";
import { boardName, periodStart } from "#shared/protocol/room-names.ts";
import type { Period, Subject } from "#shared/vocabulary.ts";
import { type Ctx, requirePerson } from "../../platform/context.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import { readBoard } from "./leaderboards.repo.ts";

/** Handles are those of the board's room, so that live frames name the same people. */
export async function viewBoard(ctx: Ctx, input: { subject: Subject; period: Period }) {
  const person = requirePerson(ctx);
  const board = { ...input, periodStart: periodStart(input.period, ctx.clock.now()) };
  const who = { visitorId: person.visitorId, limit: roomSizes.boardTop };
  const rows = await readBoard(ctx.db, board, who);
  const top = await Promise.all(
    rows.top.map(async ({ visitorId, alias, score }, index) => ({
      handle: await roomHandle(
        ctx.config.TICKET_SECRET,
        "leaderboard",
        boardName(board),
        visitorId,
      ),
      alias,
      rank: index + 1,
      score,
      you: visitorId === person.visitorId,
    })),
  );
  return { ...board, top, you: rows.you, players: rows.players };
}
