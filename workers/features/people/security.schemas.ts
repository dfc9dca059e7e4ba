/** Input and output of the security procedures. */
import * as z from "zod";
import { tokenDays, tokenNameLength, tokenScopes } from "#shared/token-scopes.ts";
import { guardianStates } from "#shared/vocabulary.ts";
import { idOf } from "../../platform/page-cursor.ts";
import { maxReturnToLength } from "./return-to.ts";

const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/, "expected base64url");
const transport = z.string().regex(/^[a-z-]{1,20}$/);
const credential = {
  id: bytes(1400),
  rawId: bytes(1400),
  type: z.literal("public-key"),
  authenticatorAttachment: z.string().max(30).nullish(),
  /** Read by nobody: we ask for no extension. */
  clientExtensionResults: z.record(z.string().max(40), z.unknown()).optional(),
};

export const sessions = z.object({
  sessions: z.array(
    z.object({
      id: idOf("sess"),
      device: z.string(),
      signedInAt: z.number(),
      lastSeenAt: z.number(),
      current: z.boolean(),
    }),
  ),
});
export const revoked = z.object({ status: z.literal("revoked") });

export const passkeys = z.object({
  passkeys: z.array(
    z.object({
      id: idOf("pkey"),
      device: z.string(),
      createdAt: z.number(),
      lastUsedAt: z.number().nullable(),
    }),
  ),
});

const descriptor = z.object({
  type: z.literal("public-key"),
  id: z.string(),
  transports: z.array(z.string()),
});
export const creationOptions = z.object({
  options: z.object({
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    challenge: z.string(),
    pubKeyCredParams: z.array(z.object({ type: z.literal("public-key"), alg: z.number() })),
    timeout: z.number(),
    attestation: z.literal("none"),
    excludeCredentials: z.array(descriptor),
    authenticatorSelection: z.object({
      residentKey: z.literal("required"),
      requireResidentKey: z.boolean(),
      userVerification: z.literal("required"),
    }),
  }),
});
export const requestOptions = z.object({
  options: z.object({
    challenge: z.string(),
    rpId: z.string(),
    timeout: z.number(),
    userVerification: z.literal("required"),
    allowCredentials: z.array(descriptor),
  }),
});

export const addedPasskey = z.strictObject({
  response: z.strictObject({
    ...credential,
    response: z.strictObject({
      clientDataJSON: bytes(4000),
      attestationObject: bytes(16_000),
      transports: z.array(transport).max(10).optional(),
      publicKeyAlgorithm: z.number().optional(),
      publicKey: bytes(4000).optional(),
      authenticatorData: bytes(8000).optional(),
    }),
  }),
});
export const passkeyConfirmed = z.discriminatedUnion("status", [
  z.object({ status: z.literal("added"), passkeyId: idOf("pkey") }),
  z.object({ status: z.enum(["expired", "refused"]) }),
]);

export const passkeySignature = z.strictObject({
  response: z.strictObject({
    ...credential,
    response: z.strictObject({
      clientDataJSON: bytes(4000),
      authenticatorData: bytes(8000),
      signature: bytes(2000),
      userHandle: bytes(200)
        .nullish()
        .transform((handle) => handle ?? undefined),
    }),
  }),
  returnTo: z.string().max(maxReturnToLength).optional(),
});
export const passkeySignedIn = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("signed_in"),
    returnTo: z.string(),
    guardianState: z.enum(guardianStates),
  }),
  z.object({ status: z.enum(["expired", "refused"]) }),
]);

export const secondFactor = z.object({
  state: z.enum(["off", "needed", "given"]),
  required: z.boolean(),
  recoveryCodesLeft: z.int(),
});
export const typedCode = z.strictObject({ code: z.string().min(1).max(32) });
export const codeForSession = typedCode.extend({
  returnTo: z.string().max(maxReturnToLength).optional(),
});
const codeOutcomes = [
  z.object({ status: z.literal("wrong_code") }),
  z.object({ status: z.literal("wait"), retryAfterS: z.int() }),
] as const;
export const secondFactorConfirmed = z.discriminatedUnion("status", [
  z.object({ status: z.literal("enrolled"), recoveryCodes: z.array(z.string()) }),
  ...codeOutcomes,
]);
export const secondFactorChecked = z.discriminatedUnion("status", [
  z.object({ status: z.literal("given"), returnTo: z.string() }),
  ...codeOutcomes,
]);
export const secondFactorRevoked = z.discriminatedUnion("status", [revoked, ...codeOutcomes]);

const scope = z.enum(tokenScopes);
export const tokens = z.object({
  tokens: z.array(
    z.object({
      id: idOf("pat"),
      name: z.string(),
      scopes: z.array(scope),
      createdAt: z.number(),
      expiresAt: z.number(),
      lastUsedAt: z.number().nullable(),
    }),
  ),
});
export const overview = sessions.extend({
  passkeys: passkeys.shape.passkeys,
  tokens: z.object({ made: tokens.shape.tokens, scopes: z.array(scope) }).nullable(),
  secondFactor: secondFactor.nullable(),
});
export const tokenInput = z.strictObject({
  /** Printable, on one line. */
  name: z
    .string()
    .max(200)
    .transform((text) => text.trim().normalize("NFC"))
    .pipe(
      z
        .string()
        .min(1)
        .max(tokenNameLength)
        .regex(/^[^\p{C}]+$/u),
    ),
  scopes: z.array(scope).min(1).max(tokenScopes.length),
  days: z.int().min(1).max(tokenDays.most),
});
export const tokenMade = z.object({ token: z.string(), expiresAt: z.number() });
