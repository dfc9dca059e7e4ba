/** The activity procedures: validate, call, return. */
import type * as z from "zod";
import { AppError } from "../../platform/app-error.ts";
import { anyone, member } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { feedInput, feedPage, reactInput, reactions } from "./activity.schemas.ts";
import type { FeedScope } from "./activity.ts";
import { setReaction } from "./set-reaction.ts";
import { viewFeed } from "./view-feed.ts";

export const activityRouter = router({
  feed: procedure(anyone, "groups:read")
    .meta({
      openapi: {
        method: "GET",
        path: "/activity",
        summary: "What people did, newest first: everywhere, in a subject, a cohort, or by you",
        tags: ["activity"],
        protect: false,
      },
    })
    .input(feedInput)
    .output(feedPage)
    .query(({ ctx, input: { type, cursor, ...scope } }) =>
      viewFeed(ctx, { scope: toScope(scope), type, cursor }),
    ),

  react: procedure(member)
    .meta({
      openapi: {
        method: "PUT",
        path: "/activity/{id}/reaction",
        summary: "Your one reaction to an activity event; null takes it back",
        tags: ["activity"],
        protect: true,
      },
    })
    .input(reactInput)
    .output(reactions)
    .mutation(({ ctx, input }) => setReaction(ctx, input)),
});

type NamedScope = Pick<z.output<typeof feedInput>, "scope" | "subject" | "slug">;

/** A scope with exactly what names it. BAD_INPUT for too little or too much. */
function toScope({ scope, subject, slug }: NamedScope): FeedScope {
  if (scope === "subject" && subject && !slug) return { kind: scope, subject };
  if (scope === "cohort" && slug && !subject) return { kind: scope, slug };
  if ((scope === "global" || scope === "mine") && !subject && !slug) return { kind: scope };
  const message = "scope subject goes with a subject, scope cohort with a slug";
  throw new AppError("BAD_INPUT", { details: [{ path: "scope", message }] });
}
