/** Who asks: the member behind a session cookie or an access token. */
import type { Member } from "../../platform/actor.ts";
import { AppError } from "../../platform/app-error.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { accessTokenHash, bearerToken } from "./access-token.ts";
import { isMinor } from "./age.ts";
import type { Auth, AuthSession, SessionReading } from "./auth.ts";
import { sessionCookies } from "./session-cookies.ts";
import { findTokenOwner, noteTokenUse } from "./sessions.repo.ts";

/** A token's last use is noted at most this often, in milliseconds. */
const noteUseEveryMs = 5 * 60_000;

type Person = Pick<
  Member,
  | "visitorId"
  | "persona"
  | "role"
  | "alias"
  | "name"
  | "guardianState"
  | "shareConsent"
  | "assignments"
> & { id: Member["userId"]; birthYear: number | null };

/**
 * The member, or null for a guest. No query while the cookie cache is fresh, one otherwise.
 * Throws UNAUTHENTICATED for an access token that is unknown, expired or revoked.
 */
export async function readActor(ctx: RequestCtx): Promise<Member | null> {
  const token = bearerToken(ctx.request.headers.get("authorization"));
  if (token !== null) return readTokenOwner(ctx, token);
  if (!ctx.cookies.get(sessionCookies.token)) return null;
  const session = await readFreshEnough(ctx);
  if (!session) return null;
  const person = session.user as unknown as Person;
  return memberOf(person, session.session.id as Member["sessionId"], ctx.clock.now());
}

async function readTokenOwner(ctx: RequestCtx, token: string): Promise<Member> {
  const now = ctx.clock.now();
  const hash = await accessTokenHash(token);
  const owner = hash && (await findTokenOwner(ctx.db, hash, now));
  if (!owner) {
    throw new AppError("UNAUTHENTICATED", {
      message: "This access token is unknown, expired or revoked.",
    });
  }
  if ((owner.lastUsedAt?.getTime() ?? 0) < now - noteUseEveryMs) {
    ctx.waitUntil(noteTokenUse(ctx.db, owner.tokenId, now));
  }
  return memberOf(owner.user, null, now);
}

async function readFreshEnough(ctx: RequestCtx): Promise<AuthSession | null> {
  const { createAuth } = await import("./auth.ts");
  const reading: SessionReading = {};
  const auth = createAuth(ctx, reading);
  try {
    const found = await readSession(ctx, auth, false);
    if (!found || reading.fromDatabase) return found;
    // What an admin may do, and whether the guardian has answered, is worth a look each time.
    const mustLook = found.user.role === "admin" || found.user.guardianState === "pending";
    return mustLook ? await readSession(ctx, auth, true) : found;
  } catch (error) {
    throw reading.error ?? error;
  }
}

/** better-auth renews or removes cookies as it reads: the answer takes them along. */
async function readSession(
  ctx: RequestCtx,
  auth: Auth,
  disableCookieCache: boolean,
): Promise<AuthSession | null> {
  const { headers, response } = await auth.api.getSession({
    headers: ctx.request.headers,
    query: { disableCookieCache },
    returnHeaders: true,
  });
  for (const line of headers.getSetCookie()) ctx.cookies.append(line);
  return response;
}

function memberOf(person: Person, sessionId: Member["sessionId"], now: number): Member {
  return {
    kind: "member",
    userId: person.id,
    visitorId: person.visitorId,
    sessionId,
    persona: person.persona,
    role: person.role,
    alias: person.alias,
    name: person.name,
    minor: isMinor(person, now),
    guardianState: person.guardianState,
    shareConsent: person.shareConsent,
    assignments: person.assignments ?? {},
  };
}
