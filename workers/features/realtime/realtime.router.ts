/** The realtime procedure: a ticket for a room's socket. */
import * as z from "zod";
import { liveRooms } from "#shared/protocol/room-names.ts";
import { anyone } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { issueRoomTicket } from "./issue-room-ticket.ts";

export const realtimeRouter = router({
  ticket: procedure(anyone)
    .meta({
      openapi: {
        method: "POST",
        path: "/realtime/tickets",
        summary: "A single-use ticket for a room's socket, good for 60 seconds",
        tags: ["realtime"],
        protect: false,
      },
    })
    .input(
      z.strictObject({
        room: z.enum(liveRooms),
        name: z.string().min(1).max(60),
        /** Sent elsewhere by `move` or close code 4409. */
        moved: z.boolean().optional(),
      }),
    )
    .output(
      z.object({
        path: z.string(),
        protocols: z.tuple([z.string(), z.string()]),
        expiresAt: z.int(),
      }),
    )
    .mutation(({ ctx, input }) => issueRoomTicket(ctx, input)),
});
