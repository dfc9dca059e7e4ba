/** better-auth, set up for our tables and cookies. Heavy: load it by `await import()` only. */
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { accounts, sessions, users, verifications } from "#db/schema/people.ts";
import { newId } from "#shared/ids.ts";
import type { Ctx } from "../../platform/context.ts";
import { scrub } from "../../platform/logger.ts";
import { sessionCookies, sessionTimes } from "./session-cookies.ts";
import { sessionDoor } from "./session-door.ts";
import { findLiveSession, type LiveSession } from "./sessions.repo.ts";

export type Auth = ReturnType<typeof createAuth>;
export type AuthSession = Auth["$Infer"]["Session"];

/** What reading a session came to, beside what better-auth answers. */
export interface SessionReading {
  /** False or absent: the cookie cache was enough. */
  fromDatabase?: boolean;
  /** What the database said; better-auth hands on only the fields that it knows. */
  found?: LiveSession | null;
  error?: unknown;
}

/** Fields that only our own code writes; better-auth carries them in the session cache. */
const own = { input: false, required: true } as const;
const idPrefixOf = {
  user: "user",
  session: "sess",
  account: "acct",
  verification: "vrfy",
} as const;

/**
 * An instance over this request's database client. It has no HTTP endpoints of its own: our
 * procedures call `auth.api`, behind the Worker's same-origin check. It answers every failure with
 * an error of its own: `reading` keeps what really happened.
 */
export function createAuth(ctx: Pick<Ctx, "db" | "config" | "log">, reading: SessionReading = {}) {
  return betterAuth({
    appName: "Vel Tutor",
    baseURL: ctx.config.APP_URL,
    secret: ctx.config.AUTH_SECRET,
    database: databaseOf(ctx, reading),
    telemetry: { enabled: false },
    logger: {
      level: "error",
      log: (_level, message) => ctx.log.warn("auth", { text: scrub(message) }),
    },
    user: {
      additionalFields: {
        visitorId: { type: "string", ...own },
        persona: { type: "string", ...own },
        role: { type: "string", ...own },
        alias: { type: "string", ...own },
        birthYear: { type: "number", input: false, required: false },
        guardianId: { type: "string", input: false, required: false },
        guardianState: { type: "string", ...own },
        shareConsent: { type: "boolean", ...own },
        assignments: { type: "json", input: false, required: false },
      },
    },
    session: {
      expiresIn: sessionTimes.idleS,
      updateAge: sessionTimes.refreshS,
      // Encrypted: the cache holds name and e-mail, which "compact" and "jwt" would show.
      cookieCache: { enabled: true, maxAge: sessionTimes.cacheS, strategy: "jwe" },
    },
    advanced: {
      // Our names carry the `__Host-` prefix themselves.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, secure: true, sameSite: "lax", path: "/" },
      cookies: {
        session_token: { name: sessionCookies.token },
        session_data: { name: sessionCookies.cache },
        dont_remember: { name: sessionCookies.dontRemember },
      },
      ipAddress: { disableIpTracking: true },
      database: { generateId: ({ model }) => idFor(model), validateSchema: false },
    },
    plugins: [sessionDoor()],
  });
}

function idFor(model: string): string {
  const prefix = idPrefixOf[model as keyof typeof idPrefixOf];
  if (!prefix) throw new RangeError(`no id prefix for ${model}`);
  return newId(prefix, Date.now());
}

/** The drizzle adapter, but a session is read with its person in one round trip, not two. */
function databaseOf(ctx: Pick<Ctx, "db">, reading: SessionReading) {
  const make = drizzleAdapter(ctx.db, {
    provider: "pg",
    schema: { user: users, session: sessions, account: accounts, verification: verifications },
  });
  return (options: Parameters<typeof make>[0]) => {
    const adapter = make(options);
    const findOne: typeof adapter.findOne = async (query) => {
      const token = query.where[0]?.value;
      if (query.model !== "session" || !query.join || typeof token !== "string") {
        return adapter.findOne(query);
      }
      reading.fromDatabase = true;
      try {
        reading.found = await findLiveSession(ctx.db, token, Date.now());
        return (reading.found && { ...reading.found.session, user: reading.found.user }) as never;
      } catch (error) {
        reading.error = error;
        throw error;
      }
    };
    return { ...adapter, findOne };
  };
}
