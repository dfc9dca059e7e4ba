/** The tutor procedures: validate, call, return. */
import * as z from "zod";
import { subjects } from "#shared/vocabulary.ts";
import { anyone, tutor } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { finishedBands } from "./finished-decks.ts";
import { keepTutorPage } from "./keep-tutor-page.ts";
import { viewOwnTutorPage, viewTutor } from "./view-tutor.ts";

const subject = z.enum(subjects);
const ownPage = z.object({
  slug: z.string(),
  name: z.string(),
  subjects: z.array(subject).readonly(),
  published: z.boolean(),
});

const rest = (method: "GET" | "PUT", path: `/${string}`, summary: string, protect: boolean) => ({
  openapi: { method, path, summary, tags: ["tutors"], protect },
});

export const tutorsRouter = router({
  view: procedure(anyone)
    .meta(rest("GET", "/tutors/{slug}", "A tutor's public page", false))
    .input(z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{3,40}$/) }))
    .output(
      z.object({
        slug: z.string(),
        name: z.string(),
        subjects: z.array(subject).readonly(),
        finishedDecks: z.literal(finishedBands),
      }),
    )
    .query(({ ctx, input }) => viewTutor(ctx, input)),

  mine: procedure(tutor)
    .meta(rest("GET", "/tutor-page", "Your own tutor page", true))
    .input(z.strictObject({}).optional())
    .output(z.object({ page: ownPage.nullable() }))
    .query(({ ctx }) => viewOwnTutorPage(ctx)),

  keep: procedure(tutor)
    .meta(
      rest(
        "PUT",
        "/tutor-page",
        "Say which subjects your page shows, and whether it is public",
        true,
      ),
    )
    .input(
      z.strictObject({
        subjects: z
          .array(subject)
          .min(1)
          .max(subjects.length)
          .refine((list) => new Set(list).size === list.length, "each subject once"),
        published: z.boolean(),
      }),
    )
    .output(ownPage)
    .mutation(({ ctx, input }) => keepTutorPage(ctx, input)),
});
