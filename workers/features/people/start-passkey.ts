/** Begins to add a passkey: what the browser needs to make one. */
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { giveChallenge } from "./passkey-challenge-cookie.ts";
import { creationOptions, siteOfPasskey } from "./passkey-site.ts";
import { listPasskeyRows } from "./passkeys.repo.ts";

/** One round trip. The challenge is good for 5 minutes, once, in this browser. */
export async function startPasskey(ctx: RequestCtx) {
  const { userId, alias } = requireMember(ctx);
  const known = await listPasskeyRows(ctx.db, userId);
  const options = creationOptions({
    site: siteOfPasskey(ctx.config.APP_URL),
    challenge: giveChallenge(ctx, "add", userId),
    person: { userId, alias },
    secret: ctx.config.AUTH_SECRET,
    known,
  });
  return { options };
}
