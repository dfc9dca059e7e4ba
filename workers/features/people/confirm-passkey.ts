/** Keeps the passkey that the browser has made. */
import type { Id } from "#shared/ids.ts";
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { deviceKind } from "./device-kind.ts";
import { takeChallenge } from "./passkey-challenge-cookie.ts";
import {
  type AddedPasskey,
  maxPasskeys,
  passkeyAlgorithms,
  siteOfPasskey,
} from "./passkey-site.ts";
import { storePasskey } from "./passkeys.repo.ts";
import { tellOwner } from "./tell-owner.ts";

export type PasskeyConfirmed =
  | { status: "added"; passkeyId: Id<"pkey"> }
  | { status: "expired" }
  | { status: "refused" };

/**
 * One round trip. `refused` says nothing of why the proof failed. Throws CONFLICT where the
 * passkey is known already or there are ten, and FORBIDDEN without a session of one's own.
 */
export async function confirmPasskey(
  ctx: RequestCtx,
  input: { response: AddedPasskey },
): Promise<PasskeyConfirmed> {
  const { userId, sessionId } = requireMember(ctx);
  if (!sessionId) throw new AppError("FORBIDDEN");
  const challenge = takeChallenge(ctx, "add", userId);
  if (!challenge) return { status: "expired" };
  const { proveNewPasskey } = await import("./passkey-answer.ts");
  const proven = await proveNewPasskey(input.response, {
    ...siteOfPasskey(ctx.config.APP_URL),
    challenge: challenge.challenge,
    algorithms: passkeyAlgorithms,
  });
  if (!proven) return { status: "refused" };
  const passkeyId = ctx.ids.next("pkey");
  const row = {
    ...proven,
    id: passkeyId,
    userId,
    transports: input.response.response.transports ?? [],
    device: deviceKind(ctx.request.headers.get("user-agent")),
    createdAt: new Date(ctx.clock.now()),
  };
  const stored = await storePasskey(ctx.db, row, { challenge, sessionId, most: maxPasskeys });
  if (stored.status === "challenge_used") return { status: "expired" };
  if (stored.status !== "stored") {
    throw new AppError("CONFLICT", { message: "That passkey is here already, or there are ten." });
  }
  tellOwner(ctx, stored.ownerEmail, { access: "passkey", id: passkeyId });
  return { status: "added", passkeyId };
}
