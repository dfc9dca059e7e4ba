/** Sessions, passkeys, the second factor and access tokens: validate, call, return. None by token. */
import * as z from "zod";
import { idOf } from "../../platform/page-cursor.ts";
import { adminSelf, anyone, signedIn, trusted } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { checkSecondFactor } from "./check-second-factor.ts";
import { confirmPasskey } from "./confirm-passkey.ts";
import { confirmPasskeySignIn } from "./confirm-passkey-sign-in.ts";
import { confirmSecondFactor } from "./confirm-second-factor.ts";
import { createAccessToken } from "./create-access-token.ts";
import { listAccessTokens } from "./list-access-tokens.ts";
import { listPasskeys } from "./list-passkeys.ts";
import { listSessions } from "./list-sessions.ts";
import { revokeAccessToken } from "./revoke-access-token.ts";
import { revokePasskey } from "./revoke-passkey.ts";
import { revokeSecondFactor } from "./revoke-second-factor.ts";
import { revokeOtherSessions, revokeSession } from "./revoke-sessions.ts";
import * as schema from "./security.schemas.ts";
import { startPasskey } from "./start-passkey.ts";
import { startPasskeySignIn } from "./start-passkey-sign-in.ts";
import { startSecondFactor } from "./start-second-factor.ts";
import { viewSecondFactor } from "./view-second-factor.ts";
import { viewSecurity } from "./view-security.ts";

const nothing = z.strictObject({}).optional();

export const securityRouter = router({
  overview: procedure(signedIn)
    .input(nothing)
    .output(schema.overview)
    .query(({ ctx }) => viewSecurity(ctx)),

  sessions: procedure(signedIn)
    .input(nothing)
    .output(schema.sessions)
    .query(({ ctx }) => listSessions(ctx)),

  revokeSession: procedure(signedIn)
    .input(z.strictObject({ sessionId: idOf("sess") }))
    .output(schema.revoked)
    .mutation(({ ctx, input }) => revokeSession(ctx, input)),

  revokeOtherSessions: procedure(signedIn)
    .input(nothing)
    .output(z.object({ revoked: z.int() }))
    .mutation(({ ctx }) => revokeOtherSessions(ctx)),

  passkeys: procedure(signedIn)
    .input(nothing)
    .output(schema.passkeys)
    .query(({ ctx }) => listPasskeys(ctx)),

  startPasskey: procedure(trusted)
    .input(nothing)
    .output(schema.creationOptions)
    .mutation(({ ctx }) => startPasskey(ctx)),

  confirmPasskey: procedure(trusted)
    .input(schema.addedPasskey)
    .output(schema.passkeyConfirmed)
    .mutation(({ ctx, input }) => confirmPasskey(ctx, input)),

  revokePasskey: procedure(trusted)
    .input(z.strictObject({ passkeyId: idOf("pkey") }))
    .output(schema.revoked)
    .mutation(({ ctx, input }) => revokePasskey(ctx, input)),

  startPasskeySignIn: procedure(anyone)
    .input(nothing)
    .output(schema.requestOptions)
    .mutation(({ ctx }) => startPasskeySignIn(ctx)),

  confirmPasskeySignIn: procedure(anyone)
    .input(schema.passkeySignature)
    .output(schema.passkeySignedIn)
    .mutation(({ ctx, input }) => confirmPasskeySignIn(ctx, input)),

  secondFactor: procedure(adminSelf)
    .input(nothing)
    .output(schema.secondFactor)
    .query(({ ctx }) => viewSecondFactor(ctx)),

  startSecondFactor: procedure(adminSelf)
    .input(nothing)
    .output(z.object({ secret: z.string(), uri: z.string() }))
    .mutation(({ ctx }) => startSecondFactor(ctx)),

  confirmSecondFactor: procedure(adminSelf)
    .input(schema.typedCode)
    .output(schema.secondFactorConfirmed)
    .mutation(({ ctx, input }) => confirmSecondFactor(ctx, input)),

  checkSecondFactor: procedure(adminSelf)
    .input(schema.codeForSession)
    .output(schema.secondFactorChecked)
    .mutation(({ ctx, input }) => checkSecondFactor(ctx, input)),

  revokeSecondFactor: procedure(adminSelf)
    .input(schema.typedCode)
    .output(schema.secondFactorRevoked)
    .mutation(({ ctx, input }) => revokeSecondFactor(ctx, input)),

  tokens: procedure(signedIn)
    .input(nothing)
    .output(schema.tokens)
    .query(({ ctx }) => listAccessTokens(ctx)),

  createToken: procedure(trusted)
    .input(schema.tokenInput)
    .output(schema.tokenMade)
    .mutation(({ ctx, input }) => createAccessToken(ctx, input)),

  revokeToken: procedure(signedIn)
    .input(z.strictObject({ tokenId: idOf("pat") }))
    .output(schema.revoked)
    .mutation(({ ctx, input }) => revokeAccessToken(ctx, input)),
});
