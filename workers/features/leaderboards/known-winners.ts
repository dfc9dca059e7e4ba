/** Who won the period before, remembered by the isolate for a moment. */
import { type Board, boardName } from "#shared/protocol/room-names.ts";
import { BriefMemory } from "../../platform/brief-memory.ts";
import type { Ctx } from "../../platform/context.ts";
import type { Winner } from "./leaderboards.repo.ts";

/** A final is corrected now and then, and an alias changes: it is shown as it was for so long. */
const lifeMs = 30_000;
/** There are a few boards, and each has one period before. */
const known = new BriefMemory<readonly Winner[]>(100);

/** Null where they have to be read; a board without a period before has none. */
export function knownWinners({ clock }: Ctx, board: Board | null): readonly Winner[] | null {
  return board ? known.recall(boardName(board), clock.now(), lifeMs) : [];
}

export function rememberWinners(ctx: Ctx, board: Board | null, winners: readonly Winner[]): void {
  if (board) known.remember(boardName(board), winners, ctx.clock.now());
}
