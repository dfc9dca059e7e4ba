/** Signs a person in by a passkey, as the mailed link would. */
import type { GuardianState } from "#shared/vocabulary.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { claimVisitor, commit, endSession, type Statement } from "./accounts.repo.ts";
import { mailGuardian, newGuardianQuestion } from "./ask-guardian.ts";
import { askGuardianAgain } from "./guardian.repo.ts";
import { newSession, sessionOpener } from "./open-session.ts";
import { takeChallenge } from "./passkey-challenge-cookie.ts";
import { type PasskeySignature, siteOfPasskey } from "./passkey-site.ts";
import { beginPasskeySession, type FoundPasskey, hasBegun, takePasskey } from "./passkeys.repo.ts";
import { safeReturnTo } from "./return-to.ts";
import type { SessionRow } from "./sessions.repo.ts";

export type PasskeySignedIn =
  | { status: "signed_in"; returnTo: string; guardianState: GuardianState }
  | { status: "expired" }
  | { status: "refused" };

/**
 * Two round trips. `expired`: the challenge is not this browser's, or too old.
 * `refused`: a used challenge, an unknown passkey or a failing proof, which nobody can tell apart.
 */
export async function confirmPasskeySignIn(
  ctx: RequestCtx,
  input: { response: PasskeySignature; returnTo?: string | undefined },
): Promise<PasskeySignedIn> {
  const challenge = takeChallenge(ctx, "signIn", null);
  if (!challenge) return { status: "expired" };
  const found = await takePasskey(ctx.db, input.response.id, challenge, ctx.clock.now());
  if (!found) return { status: "refused" };
  const { provePasskey } = await import("./passkey-answer.ts");
  const expected = { ...siteOfPasskey(ctx.config.APP_URL), challenge: challenge.challenge };
  const proven = await provePasskey(input.response, expected, found.passkey);
  if (!proven) return { status: "refused" };
  const openSession = await sessionOpener(ctx);
  const session = newSession(ctx, found.user.id);
  if (!(await commitPasskeySignIn(ctx, found, session, proven.counter))) {
    return { status: "refused" };
  }
  await openSession({ session, user: found.user });
  const { guardianState } = found.user;
  return { status: "signed_in", returnTo: safeReturnTo(input.returnTo), guardianState };
}

/** The new session, the end of this browser's old one, the browser's owner, the guardian's mail. */
async function commitPasskeySignIn(
  ctx: RequestCtx,
  { passkey, user }: FoundPasskey,
  session: SessionRow,
  counter: number,
): Promise<boolean> {
  const { actor } = ctx;
  const begun = hasBegun(session);
  const statements: Statement[] = [beginPasskeySession(passkey.id, counter, session)];
  if (actor.kind === "member" && actor.sessionId) {
    statements.push(endSession(actor.sessionId, begun));
  }
  if (actor.kind === "guest") {
    const browser = { id: actor.visitorId, userId: user.id, linkId: null, at: session.createdAt };
    statements.push(claimVisitor(browser, begun));
  }
  const question =
    user.guardianState === "pending" ? await newGuardianQuestion(ctx, user.id) : null;
  if (question) statements.push(askGuardianAgain(question, begun));
  const rows = await commit(ctx.db, statements);
  if (rows[0]?.length !== 1) return false;
  const guardianEmail = question && rows.at(-1)?.[0]?.["guardian_email"];
  if (question && typeof guardianEmail === "string") {
    await mailGuardian(ctx, question, { guardianEmail, childAlias: user.alias });
  }
  return true;
}
