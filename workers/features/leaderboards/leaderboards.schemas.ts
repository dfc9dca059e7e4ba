/** What the leaderboard procedures take and answer. */
import * as z from "zod";
import { holdReasons, verdicts } from "#shared/held-points.ts";
import { boardStates } from "#shared/protocol/server-frames.ts";
import { periods, subjects } from "#shared/vocabulary.ts";
import { idOf } from "../../platform/page-cursor.ts";

export const board = z.strictObject({
  subject: z.enum(subjects),
  period: z.enum(periods),
  /** First UTC day of the period. */
  periodStart: z.iso.date(),
});
export const digest = z.object({ count: z.int(), sum: z.int(), hash: z.string() });

/** `rank` is one's own; `place` is shared by equal scores. */
const ranked = { rank: z.int(), place: z.int(), score: z.int() };
const row = z.object({ handle: z.string(), alias: z.string(), ...ranked, you: z.boolean() });

export const view = z.object({
  ...board.shape,
  state: z.enum(boardStates),
  top: z.array(row),
  around: z.array(row),
  you: z.object(ranked).nullable(),
  players: z.int(),
  /** Who won the period before; null until its standings are final. */
  last: z
    .object({
      periodStart: z.iso.date(),
      winners: z.array(z.object({ alias: z.string(), ...ranked })),
    })
    .nullable(),
});

export const heldPage = z.object({
  items: z.array(
    z.object({
      entryId: idOf("evt"),
      alias: z.string().nullable(),
      subject: z.enum(subjects),
      points: z.int(),
      /** Milliseconds since 1970. */
      earnedAt: z.number(),
      reason: z.enum(holdReasons),
      run: z
        .object({ deckId: z.string(), score: z.int(), total: z.int(), durationMs: z.int() })
        .nullable(),
    }),
  ),
  waiting: z.int(),
  nextCursor: z.string().nullable(),
});

export const review = z.strictObject({ entryId: idOf("evt"), verdict: z.enum(verdicts) });
export const reviewed = z.discriminatedUnion("status", [
  z.object({ status: z.literal("decided"), verdict: z.enum(verdicts) }),
  z.object({ status: z.literal("decided_before") }),
]);
