/** The procedures of events: browsers send telemetry, admins look at the newest. */
import * as z from "zod";
import { eventSchemas, tracked } from "#shared/events.ts";
import { loops } from "#shared/vocabulary.ts";
import { cursorOf, idOf } from "../../platform/page-cursor.ts";
import { admin, anyone } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { mostInBatch } from "./event-limits.ts";
import { listEvents } from "./list-events.ts";
import { recordEvents } from "./record-events.ts";
import { refusals } from "./tracked-event.ts";

type Names<T> = [keyof T & string, ...(keyof T & string)[]];
const namesOf = <T extends object>(record: T) => Object.keys(record) as Names<T>;

/** Read one by one, so that a bad one refuses itself alone; here it is only described. */
const event = z.unknown().meta({
  type: "object",
  properties: {
    eventId: { type: "string", description: "`evt_` and a UUIDv7: the same at each try." },
    name: { type: "string", enum: namesOf(tracked) },
    occurredAt: { type: "integer", description: "By your clock; else the time in the id." },
    props: { type: "object", description: "As the catalogue has them for this name." },
  },
  required: ["eventId", "name", "props"],
  additionalProperties: false,
});

const batch = z
  .strictObject({
    sentAt: z.number().int().min(0).max(8.64e15).optional().meta({
      description: "Your clock when you send: by it, times of a wrong clock are corrected.",
    }),
    event: event.optional(),
    events: z.array(event).min(1).max(mostInBatch).optional(),
  })
  .refine(
    (input) => (input.event === undefined) !== (input.events === undefined),
    "Send either event or events.",
  );

const reason = z.enum(namesOf(refusals));
const outcome = z.object({
  status: z.enum(["accepted", "refused"]),
  reason: reason.optional(),
  message: z.string().optional(),
});

export const eventsRouter = router({
  record: procedure(anyone)
    .meta({
      openapi: {
        method: "POST",
        path: "/events",
        summary: "Send telemetry: one event, or up to 100",
        description: `Each event is taken or refused for itself; \`outcomes\` has one entry for each,
in order. What is accepted is stored within seconds; the same \`eventId\` is stored once.`,
        tags: ["events"],
        protect: false,
      },
      successStatus: 202,
    })
    .input(batch)
    .output(z.object({ accepted: z.number(), outcomes: z.array(outcome) }))
    .mutation(async ({ ctx, input }) => {
      const events = input.events ?? [input.event];
      const outcomes = await recordEvents(ctx, { sentAt: input.sentAt, events });
      return {
        accepted: outcomes.filter(({ status }) => status === "accepted").length,
        outcomes: outcomes.map((one) =>
          one.status === "refused" ? { ...one, message: refusals[one.reason] } : one,
        ),
      };
    }),

  list: procedure(admin, "admin:read")
    .meta({
      openapi: {
        method: "GET",
        path: "/events",
        summary: "The newest events",
        tags: ["events"],
        protect: true,
      },
    })
    .input(
      z.strictObject({
        name: z.enum(namesOf(eventSchemas)).optional(),
        cursor: cursorOf("evt").optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(
          z.object({
            eventId: idOf("evt"),
            name: z.string(),
            occurredAt: z.number(),
            receivedAt: z.number(),
            skewMs: z.number().nullable(),
            visitorId: idOf("vis"),
            member: z.boolean(),
            loop: z.enum(loops).nullable(),
            props: z.record(z.string(), z.unknown()),
          }),
        ),
        dead: z.object({ messages: z.number(), newest: z.number().nullable() }),
        nextCursor: z.string().nullable(),
      }),
    )
    .query(({ ctx, input }) => listEvents(ctx, input)),
});
