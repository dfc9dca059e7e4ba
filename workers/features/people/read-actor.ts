/** Who asks: the member behind a session cookie or an access token. */
import { tokenScopes } from "#shared/token-scopes.ts";
import type { Member } from "../../platform/actor.ts";
import { AppError } from "../../platform/app-error.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { accessTokenHash, bearerToken } from "./access-token.ts";
import { findTokenOwner, isUseWorthNoting, noteTokenUse } from "./access-tokens.repo.ts";
import { isMinor } from "./age.ts";
import type { Auth, AuthSession, SessionReading } from "./auth.ts";
import { sessionCookies } from "./session-cookies.ts";
import type { LiveSession } from "./sessions.repo.ts";

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
  const reading = await readFreshEnough(ctx);
  if (!reading) return null;
  const { session, user } = reading.session;
  const member = memberOf(
    user as unknown as Person,
    session.id as Member["sessionId"],
    ctx.clock.now(),
  );
  const owed = member.role === "admin" && owedFactor(ctx, reading.found);
  return owed ? { ...member, secondFactor: owed } : member;
}

/** What of the second factor an admin's session lacks; a session nobody looked up lacks it all. */
function owedFactor(ctx: RequestCtx, found: LiveSession | null): Member["secondFactor"] {
  if (!found) return "needed";
  if (found.enrolled) return found.session.secondFactorAt ? undefined : "needed";
  return ctx.config.ADMIN_SECOND_FACTOR === "required" ? "missing" : undefined;
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
  if (isUseWorthNoting(owner.token, now)) {
    ctx.waitUntil(noteTokenUse(ctx.db, owner.token.id, now));
  }
  const scopes = tokenScopes.filter((scope) => owner.token.scopes.includes(scope));
  return { ...memberOf(owner.user, null, now), scopes };
}

async function readFreshEnough(
  ctx: RequestCtx,
): Promise<{ session: AuthSession; found: LiveSession | null } | null> {
  const { createAuth } = await import("./auth.ts");
  const reading: SessionReading = {};
  const auth = createAuth(ctx, reading);
  try {
    let session = await readSession(ctx, auth, false);
    if (session && !reading.fromDatabase && isWorthALook(ctx, session.user)) {
      session = await readSession(ctx, auth, true);
    }
    return session && { session, found: reading.found ?? null };
  } catch (error) {
    throw reading.error ?? error;
  }
}

/** What an admin does, what a guardian changes, and whether a guardian has answered. */
function isWorthALook({ request }: RequestCtx, user: AuthSession["user"]): boolean {
  if (user.role === "admin" || user.guardianState === "pending") return true;
  return user.persona === "parent" && !["GET", "HEAD", undefined].includes(request.method);
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
