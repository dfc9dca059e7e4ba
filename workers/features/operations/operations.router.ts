/** The operator's procedures. */
import * as z from "zod";
import { eventSchemas } from "#shared/events.ts";
import { cursorOf, idOf } from "../../platform/page-cursor.ts";
import { admin, anyone } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { checkHealth } from "./check-health.ts";
import { listDeadLetters, retryDeadLetter } from "./dead-letters.ts";

const state = z.enum(["ok", "down"]);
const eventNames = Object.keys(eventSchemas) as [
  keyof typeof eventSchemas,
  ...(keyof typeof eventSchemas)[],
];

export const operationsRouter = router({
  health: procedure(anyone)
    .output(z.object({ db: state, kv: state, queue: state, rooms: state, version: z.string() }))
    .query(({ ctx }) => checkHealth(ctx)),

  deadLetters: procedure(admin, "admin:read")
    .meta({
      openapi: {
        method: "GET",
        path: "/deliveries/dead",
        summary: "Deliveries that were given up",
        tags: ["operations"],
        protect: true,
      },
    })
    .input(z.strictObject({ cursor: cursorOf("evt").optional() }))
    .output(
      z.object({
        items: z.array(
          z.object({
            eventId: idOf("evt"),
            event: z.enum(eventNames),
            feature: z.string(),
            attempts: z.number(),
            deadAt: z.number(),
            lastError: z.string().nullable(),
          }),
        ),
        waiting: z.number(),
        nextCursor: z.string().nullable(),
      }),
    )
    .query(({ ctx, input }) => listDeadLetters(ctx, input)),

  retryDeadLetter: procedure(admin)
    .input(z.strictObject({ eventId: idOf("evt"), feature: z.string().min(1).max(40) }))
    .output(z.object({ status: z.literal("queued") }))
    .mutation(({ ctx, input }) => retryDeadLetter(ctx, input)),
});
