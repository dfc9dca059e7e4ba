/** A new session, and the cookies that give it to the browser, however the person signed in. */
import type { UserId } from "#shared/ids.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { randomToken } from "../../platform/hmac.ts";
import { deviceKind } from "./device-kind.ts";
import { sessionTimes } from "./session-cookies.ts";
import type { SessionRow, UserRow } from "./sessions.repo.ts";

/** The row of a session that begins now; the caller writes it. */
export function newSession(ctx: RequestCtx, userId: UserId): SessionRow {
  const now = new Date(ctx.clock.now());
  return {
    id: ctx.ids.next("sess"),
    userId,
    token: randomToken(32),
    expiresAt: new Date(now.getTime() + sessionTimes.idleS * 1000),
    ipAddress: null,
    userAgent: null,
    device: deviceKind(ctx.request.headers.get("user-agent")),
    secondFactorAt: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** Loads what is heavy; the function it answers sets the cookies of a session that was written. */
export async function sessionOpener(ctx: RequestCtx) {
  const { createAuth } = await import("./auth.ts");
  const auth = createAuth(ctx);
  return async ({ session, user }: { session: SessionRow; user: UserRow }): Promise<void> => {
    const { headers } = await auth.api.openSession({
      body: { session, user },
      headers: ctx.request.headers,
      returnHeaders: true,
    });
    for (const line of headers.getSetCookie()) ctx.cookies.append(line);
  };
}
