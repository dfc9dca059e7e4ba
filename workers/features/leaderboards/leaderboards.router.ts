/** The leaderboard procedures: validate, call, return. */
import * as z from "zod";
import { type Board, boardName, parseBoardName } from "#shared/protocol/room-names.ts";
import { periods, subjects } from "#shared/vocabulary.ts";
import { AppError } from "../../platform/app-error.ts";
import { cursorOf } from "../../platform/page-cursor.ts";
import { admin, anyone } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { compareBoard } from "./compare-board.ts";
import { boardPhase } from "./leaderboard.ts";
import * as shape from "./leaderboards.schemas.ts";
import { rebuildBoard } from "./rebuild-board.ts";
import { listHeldPoints, reviewHeldPoints } from "./review-held-points.ts";
import { viewBoard } from "./view-board.ts";

const tags = ["leaderboards"];
const onePath = "/leaderboards/{subject}/{period}/{periodStart}" as const;

export const leaderboardsRouter = router({
  view: procedure(anyone, "progress:read")
    .meta({
      openapi: {
        method: "GET",
        path: "/leaderboards/{subject}/{period}",
        summary: "The current board: its first 50, you and who is next to you, and who won last",
        tags,
        protect: false,
      },
    })
    .input(z.strictObject({ subject: z.enum(subjects), period: z.enum(periods) }))
    .output(shape.view)
    .query(({ ctx, input }) => viewBoard(ctx, input)),

  compare: procedure(admin, "admin:read")
    .meta({
      openapi: {
        method: "GET",
        path: `${onePath}/comparison`,
        summary: "Whether a board's room holds what Postgres holds",
        tags,
        protect: true,
      },
    })
    .input(shape.board)
    .output(z.object({ equal: z.boolean(), room: shape.digest, postgres: shape.digest }))
    .query(({ ctx, input }) => compareBoard(ctx, knownBoard(input, ctx.clock.now()))),

  rebuild: procedure(admin, "admin:write")
    .meta({
      openapi: {
        method: "POST",
        path: `${onePath}/rebuild`,
        summary: "Has a board's room forget everything and read it anew from Postgres",
        tags,
        protect: true,
      },
    })
    .input(shape.board)
    .output(z.object({ status: z.literal("rebuilt"), players: z.int() }))
    .mutation(async ({ ctx, input }) => ({
      status: "rebuilt" as const,
      players: await rebuildBoard(ctx, knownBoard(input, ctx.clock.now())),
    })),

  held: procedure(admin, "admin:read")
    .meta({
      openapi: {
        method: "GET",
        path: "/held-points",
        summary: "Points that are held until somebody has looked at them",
        tags,
        protect: true,
      },
    })
    .input(z.strictObject({ cursor: cursorOf("evt").optional() }))
    .output(shape.heldPage)
    .query(({ ctx, input }) => listHeldPoints(ctx, input)),

  review: procedure(admin)
    .meta({
      openapi: {
        method: "POST",
        path: "/held-points/{entryId}/review",
        summary: "Releases held points, which then count once, or rejects them",
        tags,
        protect: true,
      },
    })
    .input(shape.review)
    .output(shape.reviewed)
    .mutation(({ ctx, input }) => reviewHeldPoints(ctx, input)),
});

/** Throws NOT_FOUND where there can be no such board: asking its room would create it. */
function knownBoard(input: Board, now: number): Board {
  const known = parseBoardName(boardName(input), now);
  if (!known || boardPhase(known, now) === "over") throw new AppError("NOT_FOUND");
  return known;
}
