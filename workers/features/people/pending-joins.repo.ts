/** Pending joins in Postgres: what a sign-in request remembers until its mail comes back. */
import { and, eq, getTableColumns, gt, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { pendingJoins, users } from "#db/schema/people.ts";
import { type Id, toUuid } from "#shared/ids.ts";
import type { UserRow } from "./sessions.repo.ts";
import { maxCodeTries } from "./sign-in-code.ts";

export type PendingJoin = typeof pendingJoins.$inferSelect;
export type PendingJoinRow = Omit<PendingJoin, "codeTries" | "usedAt" | "sessionId">;

/** Mails an address may be sent, and a visitor and a network may ask for, in so many ms. */
const limits = {
  address: { mails: 5, windowMs: 15 * 60_000 },
  visitor: { mails: 20, windowMs: 3600_000 },
  // A school behind one address signs in as a class or three.
  network: { mails: 100, windowMs: 3600_000 },
};

/** How long a closed request is kept, in milliseconds. */
const keepMs = 24 * 3600_000;

export type StoredPendingJoin =
  | { status: "stored"; known: boolean; blocked: boolean }
  | { status: "limited"; retryAfterS: number };

/**
 * Stores the request unless a limit is reached, in one round trip. Locks, always taken in this
 * order, let requests of the same address, visitor or network count one after the other.
 */
export async function storePendingJoin(db: Db, row: PendingJoinRow): Promise<StoredPendingJoin> {
  const lock = (space: number, key: string) =>
    db.execute(sql`select pg_advisory_xact_lock(${space}::int, hashtext(${key}))`);
  const [, , , answer] = await db.batch([
    lock(1, row.email),
    lock(2, row.visitorId),
    lock(3, row.network ?? ""),
    db.execute(insertWithinLimits(row)),
    db.execute(forgetOldRequests(row.createdAt.getTime())),
  ]);
  const result = answer.rows[0] as {
    stored: boolean;
    known: boolean;
    blocked: boolean;
    wait_ms: number;
  };
  if (result.stored) return { status: "stored", known: result.known, blocked: result.blocked };
  return { status: "limited", retryAfterS: Math.max(1, Math.ceil(Number(result.wait_ms) / 1000)) };
}

/** A limit is reached when the mail `mails` ago is still within its window: it says when to retry. */
function insertWithinLimits(row: PendingJoinRow): SQL {
  const now = row.createdAt.toISOString();
  const waitMs = (column: SQL, value: SQL, limit: { mails: number; windowMs: number }) =>
    sql`coalesce((select extract(epoch from created_at - ${now}::timestamptz) * 1000
      + ${limit.windowMs}::int from pending_joins where ${column} = ${value}
      order by created_at desc offset ${limit.mails - 1} limit 1), 0)`;
  return sql`with waiting as (
      select greatest(${waitMs(sql`email`, sql`${row.email}`, limits.address)},
        ${waitMs(sql`visitor_id`, sql`${toUuid(row.visitorId)}::uuid`, limits.visitor)},
        ${waitMs(sql`network`, sql`${row.network}::text`, limits.network)})::float8
        as wait_ms),
    stored as (
      insert into pending_joins (id, email, visitor_id, link_id, loop, persona, birth_year,
        guardian_email, token_hash, code_hash, return_to, created_at, expires_at, network)
      select ${toUuid(row.id)}::uuid, ${row.email}, ${toUuid(row.visitorId)}::uuid,
        ${row.linkId && toUuid(row.linkId)}::uuid, ${row.loop}, ${row.persona},
        ${row.birthYear}::smallint, ${row.guardianEmail}, ${row.tokenHash}, ${row.codeHash},
        ${row.returnTo}, ${now}::timestamptz, ${row.expiresAt.toISOString()}::timestamptz,
        ${row.network}::text
      from waiting where wait_ms <= 0 returning id)
    select wait_ms, exists (select 1 from stored) as stored,
      exists (select 1 from users where email = ${row.email}) as known,
      exists (select 1 from users where email = ${row.email} and blocked_at is not null) as blocked
    from waiting`;
}

/** Addresses of people who never came back are not kept: a few of the oldest go with each request. */
function forgetOldRequests(now: number): SQL {
  const before = new Date(now - keepMs).toISOString();
  return sql`delete from pending_joins where id in (select id from pending_joins
    where expires_at < ${before}::timestamptz order by expires_at limit 100
    for update skip locked)`;
}

export interface FoundPendingJoin {
  pending: PendingJoin;
  /** The account of that address, where there is one. */
  user: UserRow | null;
}

const open = (now: number) =>
  and(isNull(pendingJoins.usedAt), gt(pendingJoins.expiresAt, new Date(now)));

/** The request of that token's hash or id, if it is still open. */
export async function findPendingJoin(
  db: Db,
  by: { tokenHash: string } | { joinId: Id<"join"> },
  now: number,
): Promise<FoundPendingJoin | null> {
  const key =
    "joinId" in by ? eq(pendingJoins.id, by.joinId) : eq(pendingJoins.tokenHash, by.tokenHash);
  const [row] = await db
    .select({ pending: getTableColumns(pendingJoins), user: getTableColumns(users) })
    .from(pendingJoins)
    .leftJoin(users, eq(users.email, pendingJoins.email))
    .where(and(key, open(now)));
  return row ?? null;
}

/** Counts a try of the code, then finds the request: null when it is closed or out of tries. */
export async function tryPendingCode(
  db: Db,
  joinId: Id<"join">,
  now: number,
): Promise<FoundPendingJoin | null> {
  const [tried, found] = await db.batch([
    db
      .update(pendingJoins)
      .set({ codeTries: sql`${pendingJoins.codeTries} + 1` })
      .where(and(eq(pendingJoins.id, joinId), open(now), lt(pendingJoins.codeTries, maxCodeTries)))
      .returning({ id: pendingJoins.id }),
    db
      .select({ pending: getTableColumns(pendingJoins), user: getTableColumns(users) })
      .from(pendingJoins)
      .leftJoin(users, eq(users.email, pendingJoins.email))
      .where(eq(pendingJoins.id, joinId)),
  ]);
  return tried.length > 0 ? (found[0] ?? null) : null;
}

/** Marks the request used by that session; false for everybody but the first. */
export function takePendingJoin(joinId: Id<"join">, sessionId: Id<"sess">, now: number): SQL {
  const at = new Date(now).toISOString();
  return sql`update pending_joins set used_at = ${at}::timestamptz,
      session_id = ${toUuid(sessionId)}::uuid
    where id = ${toUuid(joinId)}::uuid and used_at is null and expires_at > ${at}::timestamptz
    returning id`;
}

/** True in the one transaction that used the request. */
export function isUsedBy(joinId: Id<"join">, sessionId: Id<"sess">): SQL {
  return sql`exists (select 1 from pending_joins where id = ${toUuid(joinId)}::uuid
    and session_id = ${toUuid(sessionId)}::uuid)`;
}
