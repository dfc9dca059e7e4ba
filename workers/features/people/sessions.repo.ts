/** Sessions and access tokens in Postgres. */
import { and, eq, getTableColumns, gt, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { accessTokens, sessions, users } from "#db/schema/people.ts";
import type { Id } from "#shared/ids.ts";
import { sessionTimes } from "./session-cookies.ts";

export type UserRow = typeof users.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;

/** The session of that token with its person; none where it is older than a session may be. */
export async function findLiveSession(
  db: Db,
  token: string,
  now: number,
): Promise<(SessionRow & { user: UserRow }) | null> {
  const oldest = new Date(now - sessionTimes.absoluteS * 1000);
  const [row] = await db
    .select({ session: getTableColumns(sessions), user: getTableColumns(users) })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.token, token), gt(sessions.createdAt, oldest)));
  return row ? { ...row.session, user: row.user } : null;
}

export async function deleteSession(db: Db, sessionId: Id<"sess">): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, sessionId));
}

/** The person whose unexpired, unrevoked token has that hash. */
export async function findTokenOwner(
  db: Db,
  tokenHash: string,
  now: number,
): Promise<{ user: UserRow; tokenId: Id<"pat">; lastUsedAt: Date | null } | null> {
  const [row] = await db
    .select({
      user: getTableColumns(users),
      tokenId: accessTokens.id,
      lastUsedAt: accessTokens.lastUsedAt,
    })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.userId))
    .where(
      and(
        eq(accessTokens.tokenHash, tokenHash),
        gt(accessTokens.expiresAt, new Date(now)),
        isNull(accessTokens.revokedAt),
      ),
    );
  return row ?? null;
}

export async function noteTokenUse(db: Db, tokenId: Id<"pat">, now: number): Promise<void> {
  await db
    .update(accessTokens)
    .set({ lastUsedAt: new Date(now) })
    .where(eq(accessTokens.id, tokenId));
}

export async function insertAccessToken(
  db: Db,
  token: typeof accessTokens.$inferInsert,
): Promise<void> {
  await db.insert(accessTokens).values(token);
}
