/** Input and output of the people procedures. */
import * as z from "zod";
import { consentMethods } from "#db/schema/people.ts";
import { guardianStates, personas, roles } from "#shared/vocabulary.ts";
import { maxReturnToLength } from "./return-to.ts";

/** Trimmed and lowercase: one address is one account. */
const email = z
  .string()
  .max(254)
  .transform((text) => text.trim().toLowerCase().normalize("NFC"))
  .pipe(z.email("Please check the e-mail address."));

const member = z.object({
  kind: z.literal("member"),
  alias: z.string(),
  name: z.string().nullable(),
  persona: z.enum(personas),
  role: z.enum(roles),
  minor: z.boolean(),
  guardianState: z.enum(guardianStates),
  shareConsent: z.boolean(),
});

export const me = z.discriminatedUnion("kind", [z.object({ kind: z.literal("guest") }), member]);

export const account = member.extend({
  email: z.string(),
  invisible: z.boolean(),
  joinedAt: z.number(),
});

export const block = z.strictObject({ email, blocked: z.boolean() });

export const signInRequest = z.strictObject({
  email,
  join: z
    .strictObject({
      birthYear: z.int().min(1800).max(3000),
      persona: z.enum(personas),
      guardianEmail: email.optional(),
    })
    .optional(),
  returnTo: z.string().max(maxReturnToLength).optional(),
});

export const signInRequested = z.object({ status: z.enum(["mailed", "guardian_needed"]) });

/** Exactly one of them. Whatever is not six digits is a code too: a wrong one. */
export const signInProof = z
  .strictObject({
    token: z.string().min(1).max(64).optional(),
    code: z.string().min(1).max(16).optional(),
  })
  .refine((proof) => (proof.token === undefined) !== (proof.code === undefined), {
    message: "give either token or code",
  });

export const signInConfirmed = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("signed_in"),
    joined: z.boolean(),
    returnTo: z.string(),
    guardianState: z.enum(guardianStates),
  }),
  z.object({ status: z.literal("expired") }),
  z.object({ status: z.literal("wrong_code") }),
]);

export const guardianInput = z.strictObject({ token: z.string().min(1).max(64) });

export const guardianRequest = z.discriminatedUnion("status", [
  z.object({ status: z.literal("open"), childAlias: z.string(), askedAt: z.number() }),
  z.object({ status: z.literal("closed") }),
]);

export const guardianAnswer = guardianInput.extend({
  answer: z.enum(["consented", "declined"]),
  allowSharing: z.boolean().optional(),
});

export const guardianAnswered = z.object({ status: z.enum(["recorded", "closed"]) });

export const shareAsk = z.strictObject({ guardianEmail: email.optional() });

export const shareAsked = z.object({ status: z.enum(["asked", "allowed", "guardian_needed"]) });

export const shareRequest = z.discriminatedUnion("status", [
  z.object({
    status: z.enum(["open", "consented"]),
    childAlias: z.string(),
    askedAt: z.number(),
  }),
  z.object({ status: z.literal("closed") }),
]);

/** Letters of any script, and what stands between them; empty takes the name away. */
const name = z
  .string()
  .max(60)
  .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
  .pipe(z.string().regex(/^(?:\p{L}[\p{L}\p{M} .'’-]*)?$/u, "Please use letters only."));

export const ownName = z.strictObject({ name });

const shareAnswer = z.enum(["consented", "declined", "withdrawn"]);

export const shareAnswered = guardianInput.extend({ answer: shareAnswer });

/** What the guardian's own page calls the child. */
const child = z.string().min(1).max(40);

export const childSharing = z.strictObject({ child, answer: shareAnswer });

export const childJoining = z.strictObject({
  child,
  answer: z.enum(["consented", "declined"]),
  allowSharing: z.boolean().optional(),
});

export const childName = z.strictObject({ child, name });

const decision = z.object({
  about: z.enum(["joining", "sharing"]),
  answer: shareAnswer,
  method: z.enum(consentMethods),
  at: z.number(),
});

export const family = z.object({
  children: z.array(
    z.object({
      child: z.string(),
      name: z.string().nullable(),
      alias: z.string(),
      minor: z.boolean(),
      guardianState: z.enum(guardianStates),
      shareConsent: z.boolean(),
      /** When the child asked to share, where nobody has answered. */
      shareAskedAt: z.number().nullable(),
      decisions: z.array(decision),
    }),
  ),
  /** Children who wait for this guardian's yes to their account. */
  joining: z.array(z.object({ child: z.string(), alias: z.string(), askedAt: z.number() })),
});
