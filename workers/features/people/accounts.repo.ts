/** Accounts in Postgres: the statements of the one transaction that signs a person in. */
import { desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { users } from "#db/schema/people.ts";
import { type LinkId, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";

import type { SessionRow, UserRow } from "./sessions.repo.ts";

const time = (date: Date) => sql`${date.toISOString()}::timestamptz`;
const uuid = (id: Parameters<typeof toUuid>[0] | null) => sql`${id && toUuid(id)}::uuid`;

/** One statement of a transaction, not run yet. */
export type Statement = SQL;

/** A taken address, alias or visitor fails the whole transaction: see `takenKey`. */
export function insertAccount(account: UserRow, onlyIf: SQL): SQL {
  return sql`insert into users (id, visitor_id, name, email, email_verified, persona, role, alias,
      birth_year, guardian_state, share_consent, created_at, updated_at)
    select ${uuid(account.id)}, ${uuid(account.visitorId)}, ${account.name}, ${account.email},
      ${account.emailVerified}::boolean, ${account.persona}, ${account.role}, ${account.alias},
      ${account.birthYear}::smallint, ${account.guardianState}, ${account.shareConsent}::boolean,
      ${time(account.createdAt)}, ${time(account.updatedAt)}
    where ${onlyIf} returning id`;
}

/** Ties a browser to the account, unless it belongs to another one already. */
export function claimVisitor(
  visitor: { id: VisitorId; userId: UserId; linkId: LinkId | null; at: Date },
  onlyIf: SQL,
): SQL {
  const touchedAt = visitor.linkId && time(visitor.at);
  return sql`insert into visitors (id, user_id, created_at, first_link_id, first_touch_at)
    select ${uuid(visitor.id)}, ${uuid(visitor.userId)}, ${time(visitor.at)},
      ${uuid(visitor.linkId)}, ${touchedAt ?? sql`null::timestamptz`} where ${onlyIf}
    on conflict (id) do update set user_id = coalesce(visitors.user_id, excluded.user_id)`;
}

export function insertSession(session: SessionRow, onlyIf: SQL): SQL {
  return sql`insert into sessions (id, user_id, token, expires_at, device, created_at, updated_at)
    select ${uuid(session.id)}, ${uuid(session.userId)}, ${session.token},
      ${time(session.expiresAt)}, ${session.device}, ${time(session.createdAt)},
      ${time(session.updatedAt)} where ${onlyIf}`;
}

/** The session that this browser had before: a sign-in begins a new one. */
export function endSession(sessionId: SessionRow["id"], onlyIf: SQL): SQL {
  return sql`delete from sessions where id = ${uuid(sessionId)} and ${onlyIf}`;
}

/** A new parent becomes the guardian of the children whose accounts this address agreed to. */
export function adoptChildren(parent: { id: UserId; email: string }, onlyIf: SQL): SQL {
  return sql`update users set guardian_id = ${uuid(parent.id)} where guardian_id is null
    and id in (select child_id from guardian_consents
        where guardian_email = ${parent.email} and answer = 'consented'
      union select child_id from share_consents
        where guardian_email = ${parent.email} and answer = 'consented') and ${onlyIf}`;
}

/** Runs the statements as one transaction in one round trip; answers the rows of each. */
export async function commit(
  db: Db,
  statements: readonly SQL[],
): Promise<Record<string, unknown>[][]> {
  const [first, ...rest] = statements.map((statement) => db.execute(statement));
  if (!first) throw new RangeError("nothing to commit");
  const answers = await db.batch([first, ...rest]);
  return answers.map((answer) => answer.rows);
}

const uniqueKeys = {
  users_email_key: "email",
  users_alias_key: "alias",
  users_visitor_key: "visitor",
} as const;
export type TakenKey = (typeof uniqueKeys)[keyof typeof uniqueKeys];

/** Which unique key a failed write hit; null for every other error. */
export function takenKey(error: unknown): TakenKey | null {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code, constraint } = (cause ?? {}) as { code?: unknown; constraint?: unknown };
  if (code !== "23505" || typeof constraint !== "string") return null;
  return uniqueKeys[constraint as keyof typeof uniqueKeys] ?? null;
}

export async function findAccount(db: Db, userId: UserId): Promise<UserRow | null> {
  const [row] = await db.select().from(users).where(eq(users.id, userId));
  return row ?? null;
}

/** A taken alias fails the whole transaction: see `takenKey`. */
export function setAlias(userId: UserId, alias: string, now: number): SQL {
  return sql`update users set alias = ${alias}, alias_version = alias_version + 1,
    updated_at = ${time(new Date(now))} where id = ${uuid(userId)}`;
}

export async function findByAddress(db: Db, email: string): Promise<UserRow | null> {
  const [row] = await db.select().from(users).where(eq(users.email, email));
  return row ?? null;
}

/** Who is blocked, the latest first. */
export async function listBlocked(db: Db): Promise<{ alias: string; blockedAt: number }[]> {
  const rows = await db
    .select({ alias: users.alias, blockedAt: users.blockedAt })
    .from(users)
    .where(isNotNull(users.blockedAt))
    .orderBy(desc(users.blockedAt))
    .limit(100);
  return rows.map((row) => ({ alias: row.alias, blockedAt: row.blockedAt?.getTime() ?? 0 }));
}

/** Changes nothing where it is so already. */
export function setBlocked(userId: UserId, blocked: boolean, now: number): SQL {
  const at = time(new Date(now));
  return sql`update users set blocked_at = case when ${blocked}::boolean then ${at} end,
      updated_at = ${at}
    where id = ${uuid(userId)} and (blocked_at is not null) <> ${blocked}::boolean`;
}

export function endAllSessions(userId: UserId): SQL {
  return sql`delete from sessions where user_id = ${uuid(userId)}`;
}

export function keepName(userId: UserId, name: string, now: number): SQL {
  return sql`update users set name = ${name}, updated_at = ${time(new Date(now))}
    where id = ${uuid(userId)}`;
}

export function setInvisible(userId: UserId, invisible: boolean, now: number): SQL {
  return sql`update users set invisible = ${invisible}::boolean, updated_at = ${time(new Date(now))}
    where id = ${uuid(userId)} and invisible <> ${invisible}::boolean`;
}

/** True in the one transaction that changed the account. */
export function isChangedHere(userId: UserId): SQL {
  return sql`exists (select 1 from users
    where id = ${uuid(userId)} and xmin = pg_current_xact_id()::xid)`;
}
