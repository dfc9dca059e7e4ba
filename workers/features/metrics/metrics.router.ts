/** The metrics procedures, for admins. */
import * as z from "zod";
import { loops } from "#shared/vocabulary.ts";
import { admin } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { viewKFactor } from "./view-k-factor.ts";

const ratio = z.number().nullable();
const kFactor = z.object({
  persons: z.number(),
  credited: z.number(),
  invites: z.number(),
  k: ratio,
  invitesPerPerson: ratio,
  fvmPerInvite: ratio,
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
const day = z.iso.date();
/** REST sends query values as text. */
const windowDays = z
  .union([z.literal(7), z.literal(14), z.literal(28), z.enum(["7", "14", "28"])])
  .default(14)
  .transform((value) => Number(value) as 7 | 14 | 28);

export const metricsRouter = router({
  kFactor: procedure(admin, "admin:read")
    .meta({
      openapi: {
        method: "GET",
        path: "/metrics/k",
        summary: "K with its inputs, interval and maturity",
        tags: ["metrics"],
        protect: true,
      },
    })
    .input(
      z.strictObject({
        windowDays,
        loop: z.enum(loops).optional(),
        from: day.optional(),
        to: day.optional(),
      }),
    )
    .output(
      z.object({
        windowDays: z.number(),
        loop: z.enum(loops).nullable(),
        asOf: z.number(),
        mature: kFactor,
        provisional: kFactor,
        intakeShareMature: z.number(),
        amplification: ratio,
        excluded: z.object({ selfInvites: z.number() }),
        loops: z.array(
          z.object({
            loop: z.enum(loops),
            persons: z.number(),
            credited: z.number(),
            invites: z.number(),
            k: ratio,
          }),
        ),
      }),
    )
    .query(({ ctx, input }) => viewKFactor(ctx, input)),
});
