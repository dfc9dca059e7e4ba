/** Signs a person out elsewhere: one browser, or all but this one. */
import type { Id } from "#shared/ids.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { deleteOtherSessions, deleteSession } from "./sessions.repo.ts";
import { signOut } from "./sign-out.ts";

/**
 * Safe to repeat; somebody else's session is left alone, and the answer is the same. A copied
 * cookie dies within a minute, and at once for what admins and guardians do.
 */
export async function revokeSession(
  ctx: RequestCtx,
  input: { sessionId: Id<"sess"> },
): Promise<{ status: "revoked" }> {
  const member = requireMember(ctx);
  if (input.sessionId === member.sessionId) await signOut(ctx);
  else await deleteSession(ctx.db, member.userId, input.sessionId);
  return { status: "revoked" };
}

/** Answers how many ended. */
export async function revokeOtherSessions(ctx: RequestCtx): Promise<{ revoked: number }> {
  const { sessionId, userId } = requireMember(ctx);
  return { revoked: await deleteOtherSessions(ctx.db, userId, sessionId) };
}
