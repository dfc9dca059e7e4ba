/** The smart-link procedures: validate, call, return. */
import * as z from "zod";
import { loops } from "#shared/vocabulary.ts";
import { cursorOf, idOf } from "../../platform/page-cursor.ts";
import { anyone, member, signedIn } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { createInput, createSmartLink } from "./create-smart-link.ts";
import { recordParams } from "./destinations.ts";
import { codeLength } from "./link-code.ts";
import { listSmartLinks } from "./list-smart-links.ts";
import { markEngaged, recordOpen } from "./record-open.ts";
import { revokeSmartLink } from "./revoke-smart-link.ts";
import { viewResultCard } from "./view-result-card.ts";
import { viewSmartLink } from "./view-smart-link.ts";

const count = z.number().int();
/** A share card's fields, each of its closed list. */
const card = recordParams["results.card"];
const listedLink = z.object({
  code: z.string(),
  url: z.string(),
  loop: z.enum(loops),
  destination: z.string(),
  deckId: z.string().nullable(),
  /** What the link looks like where it is shared. */
  card,
  createdAt: z.number(),
  expiresAt: z.number(),
  revokedAt: z.number().nullable(),
  /** The child who made it, where you are the guardian. */
  childAlias: z.string().nullable(),
  hits: count,
  opens: count,
  /** Those of the opens that were counted without cookies. */
  weakOpens: count,
  engaged: count,
  fvm: count,
  joins: count,
});
const touched = z.object({ status: z.enum(["recorded", "not_invited"]) });

const rest = (method: "GET" | "POST" | "DELETE", path: `/${string}`, summary: string) => ({
  openapi: { method, path, summary, tags: ["smart-links"], protect: true },
});

export const smartLinksRouter = router({
  create: procedure(member, "links:write")
    .meta(rest("POST", "/links", "Create a smart link and its invite"))
    .input(createInput)
    .output(z.object({ code: z.string(), url: z.string(), expiresAt: z.number() }))
    .mutation(({ ctx, input }) => createSmartLink(ctx, input)),

  list: procedure(signedIn, "links:read")
    .meta(
      rest(
        "GET",
        "/links",
        "Your smart links and your children's, newest first, with what came of them",
      ),
    )
    .input(z.strictObject({ cursor: cursorOf("link").optional() }))
    .output(z.object({ items: z.array(listedLink), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => listSmartLinks(ctx, input)),

  view: procedure(signedIn, "links:read")
    .meta(rest("GET", "/links/{code}", "One smart link with what came of it"))
    .input(z.strictObject({ code: z.string().length(codeLength) }))
    .output(listedLink)
    .query(({ ctx, input }) => viewSmartLink(ctx, input)),

  revoke: procedure(signedIn, "links:write")
    .meta(
      rest(
        "DELETE",
        "/links/{code}",
        "Revoke a smart link of yours or of your child; safe to repeat",
      ),
    )
    .input(z.strictObject({ code: z.string().length(codeLength) }))
    .output(z.object({ status: z.literal("revoked") }))
    .mutation(({ ctx, input }) => revokeSmartLink(ctx, input)),

  resultCard: procedure(member)
    .meta(rest("GET", "/results/{resultId}/card", "What of a result may stand on a share card"))
    .input(z.strictObject({ resultId: idOf("run") }))
    .output(z.object({ card, shareable: z.boolean() }))
    .query(({ ctx, input }) => viewResultCard(ctx, input)),

  recordOpen: procedure(anyone)
    .output(touched)
    .mutation(({ ctx }) => recordOpen(ctx)),

  markEngaged: procedure(anyone)
    .output(touched)
    .mutation(({ ctx }) => markEngaged(ctx)),
});
