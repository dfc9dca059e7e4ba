/** Ends this browser's session. */
import type { RequestCtx } from "../../platform/context.ts";
import { sessionCookies } from "./session-cookies.ts";
import { deleteSession } from "./sessions.repo.ts";

/** Safe to repeat. A caller with an access token has no session: nothing ends. */
export async function signOut(ctx: RequestCtx): Promise<{ status: "signed_out" }> {
  const { actor } = ctx;
  if (actor.kind === "member" && actor.sessionId) {
    await deleteSession(ctx.db, actor.userId, actor.sessionId);
  }
  if (!ctx.cookies.get(sessionCookies.token)) return { status: "signed_out" };
  const { createAuth } = await import("./auth.ts");
  const { headers } = await createAuth(ctx).api.closeSession({
    headers: ctx.request.headers,
    returnHeaders: true,
  });
  for (const line of headers.getSetCookie()) ctx.cookies.append(line);
  return { status: "signed_out" };
}
