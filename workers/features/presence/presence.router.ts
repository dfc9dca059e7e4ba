/** The presence procedures, for clients without WebSockets: validate, call, return. */
import * as z from "zod";
import { activities, statuses } from "#shared/protocol/client-frames.ts";
import { presenceSubjects } from "#shared/protocol/room-names.ts";
import { signedIn } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { recordPresence } from "./record-presence.ts";
import { listPresence, viewPresence } from "./view-presence.ts";

const subject = z.enum(presenceSubjects);
const act = z.enum(activities);
const count = z.int();
const person = z.object({
  handle: z.string(),
  alias: z.string(),
  status: z.enum([...statuses, "offline"]),
  act: act.nullable(),
  joinedAt: count,
});
const seen = {
  subject,
  n: count,
  by: z.object({ in_quiz: count, studying: count, online: count, away: count }),
  acts: z.partialRecord(act, count),
  sample: z.array(person),
};
const rest = (method: "GET" | "POST", path: `/${string}`, summary: string) => ({
  openapi: { method, path, summary, tags: ["presence"], protect: true },
});

export const presenceRouter = router({
  list: procedure(signedIn, "groups:read")
    .meta(rest("GET", "/presence", "Who is here now, in each subject and the lobby"))
    .input(z.strictObject({}).optional())
    .output(z.object({ subjects: z.array(z.object(seen)) }))
    .query(({ ctx }) => listPresence(ctx)),

  view: procedure(signedIn, "groups:read")
    .meta(rest("GET", "/presence/{subject}", "Who is in a subject now: counts, and a sample"))
    .input(z.strictObject({ subject }))
    .output(z.object({ handle: z.string(), ...seen }))
    .query(({ ctx, input }) => viewPresence(ctx, input)),

  ping: procedure(signedIn)
    .meta(rest("POST", "/presence/ping", "I am here: a lease for those without a socket"))
    .input(
      z.strictObject({
        subject,
        status: z.enum([...statuses, "offline"]),
        act: act.nullable().optional(),
      }),
    )
    .output(
      z.object({
        status: z.enum(["counted", "watching"]),
        handle: z.string(),
        heartbeatMs: count,
        ...seen,
      }),
    )
    .mutation(({ ctx, input }) => recordPresence(ctx, input)),
});
