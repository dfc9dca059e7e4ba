/** Passkeys and used-up challenges in Postgres. */
import { and, desc, eq, getTableColumns, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { users } from "#db/schema/people.ts";
import { passkeys } from "#db/schema/sign-in.ts";
import { type Id, toUuid, type UserId } from "#shared/ids.ts";
import type { Challenge } from "./passkey-challenge-cookie.ts";
import { type SessionRow, sessionLives, type UserRow } from "./sessions.repo.ts";

export type PasskeyRow = typeof passkeys.$inferSelect;

/** The person's passkeys, the newest first: a query, to be awaited. */
export function listPasskeyRows(db: Db, userId: UserId) {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(desc(passkeys.createdAt))
    .limit(100);
}

export async function deletePasskey(db: Db, userId: UserId, id: Id<"pkey">): Promise<void> {
  await db.delete(passkeys).where(and(eq(passkeys.id, id), eq(passkeys.userId, userId)));
}

export type PasskeyStored =
  | { status: "stored"; ownerEmail: string }
  | { status: "challenge_used" | "not_wanted" };

/**
 * Uses the challenge up and stores the passkey in one round trip. `not_wanted`: the credential is
 * known, there are `most` already, or the session is over.
 */
export async function storePasskey(
  db: Db,
  row: Omit<PasskeyRow, "lastUsedAt">,
  by: { challenge: Challenge; sessionId: Id<"sess">; most: number },
): Promise<PasskeyStored> {
  const owner = sql`${toUuid(row.userId)}::uuid`;
  const lives = sessionLives({ id: by.sessionId, userId: row.userId }, row.createdAt.getTime());
  const [owners, answer] = await db.batch([
    db.execute(sql`select email from users where id = ${owner} for update`),
    db.execute(sql`with used as (${spendChallenge(by.challenge)}),
      stored as (
        insert into passkeys (id, user_id, credential_id, public_key, counter, transports, device,
          created_at)
        select ${toUuid(row.id)}::uuid, ${owner}, ${row.credentialId}, ${row.publicKey},
          ${row.counter}::bigint, ${JSON.stringify(row.transports)}::jsonb, ${row.device},
          ${row.createdAt.toISOString()}::timestamptz
        from used where ${lives}
          and (select count(*) from passkeys where user_id = ${owner}) < ${by.most}::int
        on conflict (credential_id) do nothing returning id)
      select exists (select 1 from used) as used, exists (select 1 from stored) as stored`),
    db.execute(forgetChallenges(row.createdAt)),
  ]);
  const { used, stored } = answer.rows[0] as { used: boolean; stored: boolean };
  if (!used) return { status: "challenge_used" };
  if (!stored) return { status: "not_wanted" };
  return { status: "stored", ownerEmail: String(owners.rows[0]?.["email"]) };
}

export interface FoundPasskey {
  passkey: PasskeyRow;
  user: UserRow;
}

/** Uses the challenge up, whatever comes of it: null where somebody has, or the key is unknown. */
export async function takePasskey(
  db: Db,
  credentialId: string,
  challenge: Challenge,
  now: number,
): Promise<FoundPasskey | null> {
  const [used, found] = await db.batch([
    db.execute(spendChallenge(challenge)),
    db
      .select({ passkey: getTableColumns(passkeys), user: getTableColumns(users) })
      .from(passkeys)
      .innerJoin(users, eq(users.id, passkeys.userId))
      .where(and(eq(passkeys.credentialId, credentialId), isNull(users.blockedAt))),
    db.execute(forgetChallenges(new Date(now))),
  ]);
  return used.rows.length === 1 ? (found[0] ?? null) : null;
}

/** The one insert of a challenge that answers a row. */
function spendChallenge({ challenge, expiresAt }: Challenge): SQL {
  return sql`insert into used_challenges (challenge, expires_at)
    values (${challenge}, ${new Date(expiresAt).toISOString()}::timestamptz)
    on conflict do nothing returning challenge`;
}

/** A few go with each use: after its end a challenge is refused without being known. */
function forgetChallenges(now: Date): SQL {
  return sql`delete from used_challenges where challenge in (
    select challenge from used_challenges where expires_at < ${now.toISOString()}::timestamptz
    order by expires_at limit 100 for update skip locked)`;
}

/**
 * Begins the session if the authenticator's counter has moved on (or never counts): a copied
 * authenticator, and all but one of parallel uses of one counter, get none.
 */
export function beginPasskeySession(
  passkeyId: Id<"pkey">,
  counter: number,
  session: SessionRow,
): SQL {
  const at = sql`${session.createdAt.toISOString()}::timestamptz`;
  return sql`with used as (
      update passkeys set counter = ${counter}::bigint, last_used_at = ${at}
      where id = ${toUuid(passkeyId)}::uuid
        and (counter < ${counter}::bigint or (counter = 0 and ${counter}::bigint = 0))
      returning user_id)
    insert into sessions (id, user_id, token, expires_at, device, created_at, updated_at)
    select ${toUuid(session.id)}::uuid, user_id, ${session.token},
      ${session.expiresAt.toISOString()}::timestamptz, ${session.device}, ${at}, ${at}
    from used returning id`;
}

/** True in the transaction that began that session, after it did. */
export function hasBegun(session: SessionRow): SQL {
  return sql`exists (select 1 from sessions where id = ${toUuid(session.id)}::uuid)`;
}
