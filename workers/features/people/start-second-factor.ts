/** Begins to enrol an authenticator app: a secret for it to keep. */
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { encryptText } from "../../platform/encrypted-value.ts";
import { storeUnprovenSecret } from "./second-factors.repo.ts";
import { newTotpSecret, totpUri } from "./totp.ts";
import { totpSealing } from "./totp-sealing.ts";

/**
 * Until a code proves it, each call makes another secret. One round trip. Throws CONFLICT where
 * the person has an app already.
 */
export async function startSecondFactor(ctx: RequestCtx): Promise<{ secret: string; uri: string }> {
  const { userId, alias } = requireMember(ctx);
  const secret = newTotpSecret();
  const sealed = await encryptText(totpSealing(ctx.config.AUTH_SECRET, userId), secret);
  if (!(await storeUnprovenSecret(ctx.db, userId, sealed, ctx.clock.now()))) {
    throw new AppError("CONFLICT", { message: "You have set up an app already." });
  }
  return { secret, uri: totpUri(secret, alias) };
}
