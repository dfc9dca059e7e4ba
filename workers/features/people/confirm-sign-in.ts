/** Signs a person in by the mailed link or code; the first time, makes the account. */
import type { GuardianState } from "#shared/vocabulary.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { equalBytes, fromBase64Url, sha256Hex } from "../../platform/hmac.ts";
import { commitSignIn } from "./commit-sign-in.ts";
import { isJoining } from "./new-account.ts";
import { sessionOpener } from "./open-session.ts";
import { forgetPendingJoin, readPendingJoin } from "./pending-join-cookie.ts";
import { type FoundPendingJoin, findPendingJoin, tryPendingCode } from "./pending-joins.repo.ts";
import { safeReturnTo } from "./return-to.ts";
import { signInCodeHash } from "./sign-in-code.ts";

export type SignInProof = { token: string } | { code: string };

export type SignInConfirmed =
  | { status: "signed_in"; joined: boolean; returnTo: string; guardianState: GuardianState }
  | { status: "expired" }
  | { status: "wrong_code" };

/**
 * Uses the request up: a replay, and all but one of parallel confirmations, answer `expired`.
 * The code works in the browser that asked, and only a few times. Two round trips.
 */
export async function confirmSignIn(ctx: RequestCtx, proof: SignInProof): Promise<SignInConfirmed> {
  const found = "token" in proof ? await findByToken(ctx, proof.token) : await tryCode(ctx, proof);
  if (found === "wrong_code") return { status: "wrong_code" };
  // Somebody without an account who did not ask to join: no mail had this link.
  if (!found || !(found.user || isJoining(found.pending))) return { status: "expired" };
  if (found.user?.blockedAt) return { status: "expired" };
  // Loaded before anything is written: what fails here uses nothing up.
  const openSession = await sessionOpener(ctx);
  const signedIn = await commitSignIn(ctx, found);
  if (!signedIn) return { status: "expired" };
  await openSession(signedIn);
  forgetPendingJoin(ctx);
  return {
    status: "signed_in",
    joined: signedIn.joined,
    returnTo: safeReturnTo(found.pending.returnTo),
    guardianState: signedIn.user.guardianState,
  };
}

async function findByToken(ctx: RequestCtx, token: string): Promise<FoundPendingJoin | null> {
  return findPendingJoin(ctx.db, { tokenHash: await sha256Hex(token) }, ctx.clock.now());
}

async function tryCode(
  ctx: RequestCtx,
  proof: { code: string },
): Promise<FoundPendingJoin | "wrong_code" | null> {
  const joinId = readPendingJoin(ctx);
  const found = joinId && (await tryPendingCode(ctx.db, joinId, ctx.clock.now()));
  if (!found) return null;
  const code = proof.code.replaceAll(/\s/g, "");
  const hash = signInCodeHash(ctx.config.AUTH_SECRET, found.pending.id, code);
  return equalHashes(hash, found.pending.codeHash) ? found : "wrong_code";
}

function equalHashes(one: string, other: string): boolean {
  const [a, b] = [fromBase64Url(one), fromBase64Url(other)];
  return a !== null && b !== null && equalBytes(a, b);
}
