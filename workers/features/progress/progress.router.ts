/** The progress procedures: validate, call, return. */
import * as z from "zod";
import { achievements } from "#shared/achievements.ts";
import { idOf } from "../../platform/page-cursor.ts";
import { guardian, signedIn } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { keepTimeZone } from "./keep-time-zone.ts";
import { viewFamilyProgress } from "./view-family-progress.ts";
import { viewMyProgress } from "./view-progress.ts";

const runId = idOf("run");
const attempt = { score: z.int(), durationMs: z.int() };

const progress = z.object({
  timezone: z.string(),
  points: z.int(),
  runs: z.int(),
  level: z.object({ level: z.int(), from: z.int(), next: z.int().nullable() }),
  streak: z.object({
    days: z.int(),
    longest: z.int(),
    practisedToday: z.boolean(),
    freeze: z.object({ held: z.boolean(), inUse: z.boolean(), daysToEarn: z.int() }),
  }),
  achievements: z.array(z.object({ achievement: z.enum(achievements), runId, at: z.number() })),
  bests: z.array(
    z.object({ deckId: z.string(), runId, ...attempt, total: z.int(), at: z.number() }),
  ),
  challenges: z.object({
    won: z.int(),
    lost: z.int(),
    drawn: z.int(),
    latest: z.array(
      z.object({
        deckId: z.string(),
        outcome: z.enum(["won", "lost", "drawn"]),
        you: z.object(attempt),
        rival: z.object({ alias: z.string().nullable(), ...attempt }),
        total: z.int(),
        runId: runId.nullable(),
        decidedAt: z.number(),
      }),
    ),
  }),
});

const familyProgress = z.object({
  items: z.array(
    z.object({
      child: z.string(),
      points: z.int(),
      runs: z.int(),
      level: z.int(),
      streakDays: z.int(),
      practisedToday: z.boolean(),
    }),
  ),
});

const rest = (method: "GET" | "POST", path: `/${string}`, summary: string) => ({
  openapi: { method, path, summary, tags: ["progress"], protect: true },
});

export const progressRouter = router({
  mine: procedure(signedIn, "progress:read")
    .meta(rest("GET", "/progress", "Your level, streak, achievements, bests and challenges"))
    .input(z.strictObject({}).optional())
    .output(progress)
    .query(({ ctx }) => viewMyProgress(ctx)),

  family: procedure(guardian)
    .meta(rest("GET", "/family/progress", "Level, points and streak of your children"))
    .input(z.strictObject({}).optional())
    .output(familyProgress)
    .query(({ ctx }) => viewFamilyProgress(ctx)),

  keepTimezone: procedure(signedIn)
    .meta(rest("POST", "/progress/timezone", "Keep the time zone that your days follow"))
    .input(z.strictObject({ timezone: z.string().min(1).max(64) }))
    .output(z.object({ status: z.enum(["kept", "unchanged"]) }))
    .mutation(({ ctx, input }) => keepTimeZone(ctx, input)),
});
