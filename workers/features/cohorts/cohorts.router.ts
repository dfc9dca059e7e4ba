/** The cohort procedures: validate, call, return. */
import * as z from "zod";
import { isSlug } from "#shared/protocol/room-names.ts";
import { subjects } from "#shared/vocabulary.ts";
import { idOf } from "../../platform/page-cursor.ts";
import { admin, anyone, member, signedIn } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { joinCohort } from "./join-cohorts.ts";
import { listCohortsForAdmin, setTutor, viewStudents } from "./set-tutor.ts";
import { listMyCohorts, viewCohort } from "./view-cohort.ts";

const slug = z.string().max(40).refine(isSlug, "not a cohort's name");
const cohort = z.object({ slug: z.string(), name: z.string(), subject: z.enum(subjects) });
const person = { handle: z.string(), alias: z.string() };

const tutors = z.array(z.object({ userId: idOf("user"), alias: z.string(), named: z.boolean() }));
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

  students: procedure(member)
    .meta(rest("GET", "/cohorts/{slug}/students", "Your students by name; for the tutor", true))
    .input(z.strictObject({ slug }))
    .output(z.object({ items: z.array(z.object({ ...person, name: z.string().nullable() })) }))
    .query(({ ctx, input }) => viewStudents(ctx, input)),

  forAdmin: procedure(admin, "admin:read")
    .meta(rest("GET", "/admin/cohorts", "All cohorts with their tutors", true))
    .input(z.strictObject({}).optional())
    .output(z.object({ cohorts: z.array(cohort.extend({ members: z.int(), tutors })) }))
    .query(({ ctx }) => listCohortsForAdmin(ctx)),

  setTutor: procedure(admin)
    .input(z.strictObject({ slug, userId: idOf("user"), named: z.boolean() }))
    .output(z.object({ status: z.literal("kept") }))
    .mutation(({ ctx, input }) => setTutor(ctx, input)),
});
