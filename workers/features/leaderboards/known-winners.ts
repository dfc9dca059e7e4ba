/** Who won the period before, remembered by the isolate for a moment. */
import { type Board, boardName } from "#shared/protocol/room-names.ts";
import type { Ctx } from "../../platform/context.ts";
import type { Winner } from "./leaderboards.repo.ts";

/** A final is corrected now and then, and an alias changes: it is shown as it was for so long. */
const lifeMs = 30_000;
/** By database and board; there are a few boards, and each has one period before. */
const mostKept = 100;
const known = new Map<string, { winners: readonly Winner[]; at: number }>();

/** Null where they have to be read; a board without a period before has none. */
export function knownWinners(ctx: Ctx, board: Board | null): readonly Winner[] | null {
  if (!board) return [];
  const kept = known.get(keyOf(ctx, board));
  return kept && ctx.clock.now() - kept.at < lifeMs ? kept.winners : null;
}

export function rememberWinners(ctx: Ctx, board: Board | null, winners: readonly Winner[]): void {
  if (!board) return;
  if (known.size >= mostKept) known.clear();
  known.set(keyOf(ctx, board), { winners, at: ctx.clock.now() });
}

function keyOf({ config }: Ctx, board: Board): string {
  return `${config.DATABASE_URL} ${boardName(board)}`;
}
