/** Personal access tokens in Postgres. */
import { and, desc, eq, getTableColumns, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { accessTokens, users } from "#db/schema/people.ts";
import { type Id, toUuid, type UserId } from "#shared/ids.ts";
import { maxTokens } from "#shared/token-scopes.ts";
import { sessionLives, type UserRow } from "./sessions.repo.ts";

export type TokenRow = typeof accessTokens.$inferSelect;
export type NewTokenRow = Omit<TokenRow, "revokedAt" | "lastUsedAt">;
type FoundToken = Pick<TokenRow, "id" | "scopes" | "lastUsedAt">;

/** A token's last use is noted at most this often, in milliseconds. */
const noteUseEveryMs = 3600_000;

const live = (now: number) =>
  and(gt(accessTokens.expiresAt, new Date(now)), isNull(accessTokens.revokedAt));

/** The person whose unexpired, unrevoked token has that hash. */
export async function findTokenOwner(
  db: Db,
  tokenHash: string,
  now: number,
): Promise<{ user: UserRow; token: FoundToken } | null> {
  const { id, scopes, lastUsedAt } = getTableColumns(accessTokens);
  const [row] = await db
    .select({ user: getTableColumns(users), token: { id, scopes, lastUsedAt } })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.userId))
    .where(and(eq(accessTokens.tokenHash, tokenHash), live(now), isNull(users.blockedAt)));
  return row ?? null;
}

/** True once an hour: only then a use is worth a write. */
export function isUseWorthNoting({ lastUsedAt }: FoundToken, now: number): boolean {
  return (lastUsedAt?.getTime() ?? 0) <= now - noteUseEveryMs;
}

/** Parallel calls write once. */
export async function noteTokenUse(db: Db, tokenId: Id<"pat">, now: number): Promise<void> {
  const { lastUsedAt } = accessTokens;
  await db
    .update(accessTokens)
    .set({ lastUsedAt: new Date(now) })
    .where(
      and(
        eq(accessTokens.id, tokenId),
        or(isNull(lastUsedAt), lt(lastUsedAt, new Date(now - noteUseEveryMs + 1))),
      ),
    );
}

export async function insertAccessToken(db: Db, token: NewTokenRow): Promise<void> {
  await db.insert(accessTokens).values(token);
}

/**
 * Stores a token that the person made in the browser, in one round trip, and answers the person's
 * address: null where there are too many, or the session is over. The lock lets parallel requests count one after the other.
 */
export async function storeOwnToken(
  db: Db,
  token: NewTokenRow,
  sessionId: Id<"sess">,
): Promise<string | null> {
  const owner = sql`${toUuid(token.userId)}::uuid`;
  const now = token.createdAt.toISOString();
  const [owners, stored] = await db.batch([
    db.execute(sql`select email from users where id = ${owner} for update`),
    db.execute(sql`insert into access_tokens
        (id, user_id, name, token_hash, scopes, created_at, expires_at)
      select ${toUuid(token.id)}::uuid, ${owner}, ${token.name}, ${token.tokenHash},
        ${JSON.stringify(token.scopes)}::jsonb, ${now}::timestamptz,
        ${token.expiresAt.toISOString()}::timestamptz
      where ${sessionLives({ id: sessionId, userId: token.userId }, token.createdAt.getTime())}
        and (select count(*) from access_tokens where user_id = ${owner}
          and revoked_at is null and expires_at > ${now}::timestamptz) < ${maxTokens}::int
      returning id`),
  ]);
  return stored.rows.length === 1 ? String(owners.rows[0]?.["email"]) : null;
}

/** The person's tokens that still work, the newest first: a query, to be awaited. */
export function listLiveTokens(db: Db, userId: UserId, now: number) {
  return db
    .select()
    .from(accessTokens)
    .where(and(eq(accessTokens.userId, userId), live(now)))
    .orderBy(desc(accessTokens.createdAt))
    .limit(100);
}

/** Revokes that token, if it is of that person. The first time stays. */
export async function revokeToken(
  db: Db,
  userId: UserId,
  tokenId: Id<"pat">,
  now: number,
): Promise<void> {
  await db
    .update(accessTokens)
    .set({ revokedAt: new Date(now) })
    .where(
      and(
        eq(accessTokens.id, tokenId),
        eq(accessTokens.userId, userId),
        isNull(accessTokens.revokedAt),
      ),
    );
}
