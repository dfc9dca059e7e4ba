/** Begins a sign-in by passkey: a challenge for this browser. */
import type { RequestCtx } from "../../platform/context.ts";
import { giveChallenge } from "./passkey-challenge-cookie.ts";
import { requestOptions, siteOfPasskey } from "./passkey-site.ts";

/** No round trip, and the same for everybody: it tells nothing of who has an account. */
export async function startPasskeySignIn(ctx: RequestCtx) {
  const challenge = giveChallenge(ctx, "signIn", null);
  return { options: requestOptions(siteOfPasskey(ctx.config.APP_URL), challenge) };
}
