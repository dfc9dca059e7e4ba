/** The cohort procedures: validate, call, return. */
import * as z from "zod";
import { isSlug } from "#shared/protocol/room-names.ts";
import { subjects } from "#shared/vocabulary.ts";
import { anyone, member, signedIn } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { joinCohort } from "./join-cohorts.ts";
import { listMyCohorts, viewCohort } from "./view-cohort.ts";

const slug = z.string().max(40).refine(isSlug, "not a cohort's name");
const cohort = z.object({ slug: z.string(), name: z.string(), subject: z.enum(subjects) });
const person = { handle: z.string(), alias: z.string() };

const page = z.object({
  cohort,
  memberCount: z.int(),
  members: z.array(z.object({ ...person, joinedAt: z.number(), you: z.boolean() })),
  viewer: z.object({ isMember: z.boolean() }),
});

const rest = (method: "GET" | "POST", path: `/${string}`, summary: string, protect: boolean) => ({
  openapi: { method, path, summary, tags: ["cohorts"], protect },
});

export const cohortsRouter = router({
  mine: procedure(signedIn, "groups:read")
    .meta(rest("GET", "/cohorts", "The cohorts you are in", true))
    .input(z.strictObject({}).optional())
    .output(z.object({ cohorts: z.array(cohort.extend({ members: z.int() })) }))
    .query(({ ctx }) => listMyCohorts(ctx)),

  view: procedure(anyone, "groups:read")
    .meta(rest("GET", "/cohorts/{slug}", "A cohort; its members for signed-in people", false))
    .input(z.strictObject({ slug }))
    .output(page)
    .query(({ ctx, input }) => viewCohort(ctx, input)),

  join: procedure(member)
    .meta(rest("POST", "/cohorts/{slug}/members", "Join a cohort; safe to repeat", true))
    .input(z.strictObject({ slug }))
    .output(z.object({ status: z.enum(["joined", "full"]) }))
    .mutation(({ ctx, input }) => joinCohort(ctx, input)),
});
