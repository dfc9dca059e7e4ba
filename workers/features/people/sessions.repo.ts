/** Sessions in Postgres. */
import {
  and,
  desc,
  eq,
  getTableColumns,
  gt,
  isNotNull,
  isNull,
  ne,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { sessions, users } from "#db/schema/people.ts";
import { secondFactors } from "#db/schema/sign-in.ts";
import { type Id, toUuid, type UserId } from "#shared/ids.ts";
import { sessionTimes } from "./session-cookies.ts";

export type UserRow = typeof users.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;

/** A session as the database knows it, with its person. */
export interface LiveSession {
  session: SessionRow;
  user: UserRow;
  /** The person has an app whose codes are asked for. */
  enrolled: boolean;
}

const oldest = (now: number) => new Date(now - sessionTimes.absoluteS * 1000);

/** The session of that token with its person; none where it is older than a session may be. */
export async function findLiveSession(
  db: Db,
  token: string,
  now: number,
): Promise<LiveSession | null> {
  const [row] = await db
    .select({
      session: getTableColumns(sessions),
      user: getTableColumns(users),
      factor: secondFactors.userId,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(
      secondFactors,
      and(eq(secondFactors.userId, sessions.userId), isNotNull(secondFactors.confirmedAt)),
    )
    .where(
      and(eq(sessions.token, token), gt(sessions.createdAt, oldest(now)), isNull(users.blockedAt)),
    );
  return row ? { session: row.session, user: row.user, enrolled: row.factor !== null } : null;
}

/** So many are shown; nobody has more browsers. */
const listed = 50;

/** The person's sessions that still work, the latest used first: a query, to be awaited. */
export function listLiveSessions(db: Db, userId: UserId, now: number) {
  const { id, device, createdAt, updatedAt } = getTableColumns(sessions);
  return db
    .select({ id, device, createdAt, updatedAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        gt(sessions.expiresAt, new Date(now)),
        gt(sessions.createdAt, oldest(now)),
      ),
    )
    .orderBy(desc(sessions.updatedAt), desc(sessions.createdAt))
    .limit(listed);
}

/** Ends that session, if it is of that person. */
export async function deleteSession(db: Db, userId: UserId, sessionId: Id<"sess">): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)));
}

/** Ends all sessions of that person but one; answers how many. */
export async function deleteOtherSessions(
  db: Db,
  userId: UserId,
  keep: Id<"sess"> | null,
): Promise<number> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), keep ? ne(sessions.id, keep) : undefined))
    .returning({ id: sessions.id });
  return ended.length;
}

/** True in the statement that runs while that session still lives: a copied cookie may outlast it. */
export function sessionLives(session: { id: Id<"sess">; userId: UserId }, now: number): SQL {
  return sql`exists (select 1 from sessions where id = ${toUuid(session.id)}::uuid
    and user_id = ${toUuid(session.userId)}::uuid
    and expires_at > ${new Date(now).toISOString()}::timestamptz
    and created_at > ${oldest(now).toISOString()}::timestamptz)`;
}
