/** What the metrics procedures take and answer. */
import * as z from "zod";
import { loops, personas, subjects } from "#shared/vocabulary.ts";

const ratio = z.number().nullable();
const count = z.number();
const day = z.iso.date();
const interval = z.object({ low: z.number(), high: z.number() }).nullable();

/** REST sends query values as text. */
const windowDays = z
  .union([z.literal(7), z.literal(14), z.literal(28), z.enum(["7", "14", "28"])])
  .default(14)
  .transform((value) => Number(value) as 7 | 14 | 28);

export const metricsInput = z.strictObject({
  windowDays,
  loop: z.enum(loops).optional(),
  persona: z.enum([...personas, "guest"]).optional(),
  subject: z.enum(subjects).optional(),
  variant: z
    .string()
    .max(121)
    .regex(/^[a-z][a-z0-9._-]*:[a-z0-9._-]+$/)
    .optional(),
  from: day.optional(),
  to: day.optional(),
});

const kFamily = z.object({
  persons: count,
  credited: count,
  invites: count,
  k: ratio,
  invitesPerPerson: ratio,
  fvmPerInvite: ratio,
  interval,
  byJoin: z.object({ k: ratio, credited: count, interval }),
  cycle: z.object({ medianMs: ratio, p90Ms: ratio }),
});
const intake = { day, mature: z.boolean(), persons: count, invites: count, credited: count };
const excluded = z.array(z.object({ reason: z.string(), n: count }));

export const kFactorOutput = z.object({
  windowDays: z.number(),
  loop: z.enum(loops).nullable(),
  asOf: z.number(),
  matureThrough: day,
  mature: kFamily,
  provisional: kFamily,
  intakeShareMature: z.number(),
  amplification: ratio,
  excluded: z.object({ invitees: excluded, persons: excluded }),
  loops: z.array(
    z.object({
      ...{ loop: z.enum(loops), persons: count, credited: count, invites: count, k: ratio },
    }),
  ),
  intakes: z.array(z.object({ ...intake, k: ratio })),
  variants: z.array(z.string()),
  counting: z.boolean(),
});

export const invitesOutput = z.object({
  rows: z.array(z.object({ ...intake, invitesPerPerson: ratio, fvmPerInvite: ratio })),
});
export const funnelOutput = z.object({
  rows: z.array(
    z.object({ step: z.string(), n: count, share: ratio, medianMs: ratio, withinDays: ratio }),
  ),
});
export const retentionOutput = z.object({
  rows: z.array(z.object({ day, persons: count, d1: ratio, d7: ratio })),
});
export const costOutput = z.object({
  rows: z.array(
    z.object({ day, persons: count, rewarded: count, costCents: count, centsPerRewarded: ratio }),
  ),
});
export const engagementOutput = z.object({
  rows: z.array(
    z.object({
      ...{ day, whole: z.boolean(), active: count, active7: count, active28: count },
      ...{ stickiness: ratio, sessions: count, sessionsPerPerson: ratio, sessionMedianMs: ratio },
      ...{ members: count, feed: count, feedShare: ratio, reacted: count },
      ...{ board: count, boardShare: ratio, nudged: count, answered: count, answeredShare: ratio },
    }),
  ),
});
export const guardrailsOutput = z.object({
  rows: z.array(
    z.object({
      ...{ day, messages: count, complaintRate: ratio, optOutRate: ratio, decks: count },
      ...{ fraudShare: ratio, firstValues: count, latencyMedianMs: ratio, latencyP90Ms: ratio },
    }),
  ),
});
