/** The micro-deck procedures: validate, call, return. */
import * as z from "zod";
import { isSlug } from "#shared/protocol/room-names.ts";
import { cursorOf, encodeCursor } from "../../platform/page-cursor.ts";
import { anyone, guardian, member, signedIn } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { answerQuestion } from "./answer-question.ts";
import { completeDeck } from "./complete-deck.ts";
import { decks } from "./deck-catalogue.ts";
import * as schema from "./micro-decks.schemas.ts";
import { startDeck } from "./start-deck.ts";
import { viewFamilyResults } from "./view-family-results.ts";
import { summarizeDeck, viewLanding } from "./view-landing.ts";
import { viewMyResults, viewResult } from "./view-result.ts";
import { viewStudentResults } from "./view-student-results.ts";

const rest = (method: "GET" | "POST", path: `/${string}`, summary: string) => ({
  openapi: { method, path, summary, tags: ["micro-decks"], protect: false },
});

export const microDecksRouter = router({
  list: procedure(anyone, "practice:read")
    .meta(rest("GET", "/decks", "All micro-decks"))
    .input(z.strictObject({}).optional())
    .output(z.object({ decks: z.array(schema.deckSummary) }))
    .query(() => ({ decks: decks.map(summarizeDeck) })),

  landing: procedure(anyone, "practice:read")
    .meta(rest("GET", "/fvm/{deckId}", "A deck, the inviter's challenge, and the run so far"))
    .input(schema.deckInput)
    .output(schema.landing)
    .query(({ ctx, input }) => viewLanding(ctx, input)),

  start: procedure(anyone, "practice:write")
    .meta(rest("POST", "/fvm/{deckId}/start", "Start a deck, or go on with the open run"))
    .input(schema.deckInput)
    .output(schema.runView)
    .mutation(({ ctx, input }) => startDeck(ctx, input)),

  answer: procedure(anyone, "practice:write")
    .meta(rest("POST", "/fvm/{deckId}/answers", "Answer one question; the first answer stays"))
    .input(schema.answerInput)
    .output(z.object({ run: schema.runView }))
    .mutation(({ ctx, input }) => answerQuestion(ctx, input)),

  complete: procedure(anyone, "practice:write")
    .meta(rest("POST", "/fvm/{deckId}/complete", "Complete a run; safe to repeat"))
    .input(schema.runInput)
    .output(schema.completion)
    .mutation(({ ctx, input }) => completeDeck(ctx, input)),

  result: procedure(anyone, "practice:read")
    .meta(rest("GET", "/results/{runId}", "One result of yours, your child or your student"))
    .input(schema.resultInput)
    .output(schema.result)
    .query(({ ctx, input }) => viewResult(ctx, input)),

  familyResults: procedure(guardian)
    .meta(rest("GET", "/family/results", "The newest results of your children"))
    .input(z.strictObject({}).optional())
    .output(schema.familyResults)
    .query(({ ctx }) => viewFamilyResults(ctx)),

  studentResults: procedure(member)
    .meta(rest("GET", "/cohorts/{slug}/results", "The newest results of your students"))
    .input(z.strictObject({ slug: z.string().max(40).refine(isSlug, "not a cohort's name") }))
    .output(schema.studentResults)
    .query(({ ctx, input }) => viewStudentResults(ctx, input)),

  myResults: procedure(signedIn, "practice:read")
    .meta(rest("GET", "/results", "Your results, newest first"))
    .input(z.strictObject({ cursor: cursorOf("run").optional() }))
    .output(schema.resultPage)
    .query(async ({ ctx, input }) => {
      const before = input.cursor && { completedAt: input.cursor.at, runId: input.cursor.id };
      const { items, more } = await viewMyResults(ctx, { before: before ?? null });
      const last = items[items.length - 1];
      const nextCursor =
        more && last ? encodeCursor({ at: last.completedAt, id: last.runId }) : null;
      return { items, nextCursor };
    }),
});
