/** The leaderboard procedures: validate, call, return. */
import * as z from "zod";
import { type Board, boardName, parseBoardName } from "#shared/protocol/room-names.ts";
import { periods, subjects } from "#shared/vocabulary.ts";
import { AppError } from "../../platform/app-error.ts";
import { admin, anyone } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { compareBoard } from "./compare-board.ts";
import { viewBoard } from "./view-board.ts";

const board = z.object({
  subject: z.enum(subjects),
  period: z.enum(periods),
  /** First UTC day of the period. */
  periodStart: z.iso.date(),
});
const digest = z.object({ count: z.int(), sum: z.int(), hash: z.string() });

const view = board.extend({
  top: z.array(
    z.object({
      handle: z.string(),
      alias: z.string(),
      rank: z.int(),
      score: z.int(),
      you: z.boolean(),
    }),
  ),
  you: z.object({ rank: z.int(), score: z.int() }).nullable(),
  players: z.int(),
});

export const leaderboardsRouter = router({
  view: procedure(anyone, "progress:read")
    .meta({
      openapi: {
        method: "GET",
        path: "/leaderboards/{subject}/{period}",
        summary: "The current board: its first 50, you, and how many play",
        tags: ["leaderboards"],
        protect: false,
      },
    })
    .input(z.strictObject({ subject: z.enum(subjects), period: z.enum(periods) }))
    .output(view)
    .query(({ ctx, input }) => viewBoard(ctx, input)),

  compare: procedure(admin, "admin:read")
    .meta({
      openapi: {
        method: "GET",
        path: "/leaderboards/{subject}/{period}/{periodStart}/comparison",
        summary: "Whether a board's room holds what Postgres holds",
        tags: ["leaderboards"],
        protect: true,
      },
    })
    .input(z.strictObject(board.shape))
    .output(z.object({ equal: z.boolean(), room: digest, postgres: digest }))
    .query(({ ctx, input }) => compareBoard(ctx, knownBoard(input, ctx.clock.now()))),
});

/** Throws NOT_FOUND where there can be no such board: asking its room would create it. */
function knownBoard(input: Board, now: number): Board {
  const known = parseBoardName(boardName(input), now);
  if (!known) throw new AppError("NOT_FOUND");
  return known;
}
