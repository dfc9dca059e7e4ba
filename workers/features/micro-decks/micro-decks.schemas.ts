/** Inputs and outputs of the micro-deck procedures. */
import * as z from "zod";
import { subjects } from "#shared/vocabulary.ts";
import { idOf } from "../../platform/page-cursor.ts";

const deckId = z.string().regex(/^[a-z0-9-]{3,40}$/);
const runId = idOf("run");

export const deckInput = z.strictObject({ deckId });
export const runInput = z.strictObject({ deckId, runId });
export const answerInput = z.strictObject({
  deckId,
  runId,
  questionId: z.string().min(1).max(20),
  choice: z.number().int().min(0).max(3),
});
export const resultInput = z.strictObject({ runId });

export const deckSummary = z.object({
  id: z.string(),
  subject: z.enum(subjects),
  title: z.string(),
  summary: z.string(),
  total: z.number(),
});

const question = z.object({
  id: z.string(),
  prompt: z.string(),
  choices: z.tuple([z.string(), z.string(), z.string(), z.string()]).readonly(),
});

export const runView = z.object({
  runId,
  deckId: z.string(),
  state: z.enum(["open", "completed"]),
  startedAt: z.number(),
  total: z.number(),
  answered: z.array(
    question.extend({
      questionId: z.string(),
      choice: z.number(),
      correct: z.boolean(),
      answer: z.number(),
      explanation: z.string(),
    }),
  ),
  next: question.nullable(),
  ahead: z.array(question),
  score: z.number(),
  durationMs: z.number().nullable(),
});

export const landing = z.object({
  deck: deckSummary,
  challenge: z
    .object({
      inviterAlias: z.string(),
      score: z.number(),
      total: z.number(),
      durationMs: z.number(),
    })
    .nullable(),
  run: runView.nullable(),
});

export const completion = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("completed"),
    result: z.object({ runId, score: z.number(), total: z.number(), durationMs: z.number() }),
  }),
  z.object({ status: z.literal("unanswered"), missing: z.number() }),
]);

export const result = z.object({
  runId,
  deck: deckSummary,
  score: z.number(),
  total: z.number(),
  durationMs: z.number(),
  completedAt: z.number(),
  flagged: z.boolean(),
  skills: z.array(z.object({ skill: z.string(), correct: z.number(), total: z.number() })),
  practiseNext: z.array(z.string()),
  skillMap: z.object({
    runs: z.array(z.object({ deckId: z.string(), title: z.string(), at: z.number() })),
    skills: z.array(
      z.object({
        skill: z.string(),
        cells: z.array(z.object({ correct: z.number(), total: z.number() }).nullable()),
      }),
    ),
  }),
  peers: z
    .object({ runs: z.number(), low: z.number(), middle: z.number(), high: z.number() })
    .nullable(),
  owner: z.enum(["you", "your_child", "your_student"]),
});

export const familyResults = z.object({
  items: z.array(
    z.object({
      child: z.string(),
      runId,
      deckId: z.string(),
      title: z.string(),
      score: z.int(),
      total: z.int(),
      completedAt: z.number(),
    }),
  ),
});

export const studentResults = z.object({
  items: z.array(
    z.object({
      handle: z.string(),
      runId,
      deckId: z.string(),
      title: z.string(),
      score: z.int(),
      total: z.int(),
      completedAt: z.number(),
    }),
  ),
});

export const resultPage = z.object({
  items: z.array(
    z.object({
      runId,
      deckId: z.string(),
      title: z.string(),
      subject: z.enum(subjects),
      score: z.number(),
      total: z.number(),
      durationMs: z.number(),
      completedAt: z.number(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
