/** Guardians' consent in Postgres. */
import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type consentMethods, guardianConsents, users } from "#db/schema/people.ts";
import { type Id, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";

/** How long a guardian may take to answer, in milliseconds. */
export const guardianLinkLifeMs = 14 * 24 * 3600_000;
/** A child that signs in again has its guardian asked again, but not more often than this. */
const askAgainAfterMs = 3600_000;

export interface GuardianQuestion {
  id: Id<"consent">;
  childId: UserId;
  tokenHash: string;
  askedAt: Date;
}

/** Asks that guardian for the first time. */
export function askGuardian(question: GuardianQuestion, guardianEmail: string, onlyIf: SQL): SQL {
  return insertQuestion(question, sql`select ${guardianEmail}::text as email where ${onlyIf}`);
}

/** Asks the same guardian again, if nobody has answered; answers the address to write to. */
export function askGuardianAgain(question: GuardianQuestion, onlyIf: SQL): SQL {
  const child = sql`${toUuid(question.childId)}::uuid`;
  const before = new Date(question.askedAt.getTime() - askAgainAfterMs).toISOString();
  return insertQuestion(
    question,
    sql`select guardian_email as email from (
        select guardian_email, asked_at from guardian_consents where child_id = ${child}
          and not exists (select 1 from guardian_consents
            where child_id = ${child} and answer is not null)
        order by asked_at desc limit 1) last
      where asked_at < ${before}::timestamptz and ${onlyIf}`,
  );
}

function insertQuestion(question: GuardianQuestion, address: SQL): SQL {
  const expiresAt = new Date(question.askedAt.getTime() + guardianLinkLifeMs);
  return sql`insert into guardian_consents (id, child_id, guardian_email, token_hash, asked_at,
      expires_at)
    select ${toUuid(question.id)}::uuid, ${toUuid(question.childId)}::uuid, a.email,
      ${question.tokenHash}, ${question.askedAt.toISOString()}::timestamptz,
      ${expiresAt.toISOString()}::timestamptz
    from (${address}) a returning guardian_email`;
}

export interface OpenQuestion {
  childId: UserId;
  childVisitorId: VisitorId;
  childAlias: string;
  askedAt: Date;
}

/** The question of that token while it is open and nobody has answered for this child. */
export async function findOpenQuestion(
  db: Db,
  tokenHash: string,
  now: number,
): Promise<OpenQuestion | null> {
  const [row] = await db
    .select({
      childId: users.id,
      childVisitorId: users.visitorId,
      childAlias: users.alias,
      askedAt: guardianConsents.askedAt,
    })
    .from(guardianConsents)
    .innerJoin(users, eq(users.id, guardianConsents.childId))
    .where(
      and(
        eq(guardianConsents.tokenHash, tokenHash),
        isNull(guardianConsents.answer),
        gt(guardianConsents.expiresAt, new Date(now)),
        eq(users.guardianState, "pending"),
        sql`not exists (select 1 from guardian_consents other
          where other.child_id = ${guardianConsents.childId} and other.answer is not null)`,
      ),
    );
  return row ?? null;
}

export interface GuardianAnswer {
  tokenHash: string;
  answer: "consented" | "declined";
  method: (typeof consentMethods)[number];
  allowSharing: boolean;
  now: number;
}

/**
 * Records the first answer for the child and opens the account if it is yes, as one transaction.
 * The lock on the child lets two links of the same child be answered one after the other.
 */
export function recordGuardianAnswer(given: GuardianAnswer): SQL[] {
  const at = sql`${new Date(given.now).toISOString()}::timestamptz`;
  return [
    sql`select id from users where guardian_state = 'pending' and id =
      (select child_id from guardian_consents where token_hash = ${given.tokenHash}) for update`,
    sql`with answered as (
        update guardian_consents c set answer = ${given.answer}, answered_at = ${at},
          method = ${given.method}
        from users u where u.id = c.child_id and u.guardian_state = 'pending'
          and c.token_hash = ${given.tokenHash} and c.answer is null and c.expires_at > ${at}
          and not exists (select 1 from guardian_consents other
            where other.child_id = c.child_id and other.answer is not null)
        returning c.child_id, c.guardian_email),
      opened as (
        update users u set guardian_state = 'consented', updated_at = ${at},
          share_consent = ${given.allowSharing}::boolean,
          guardian_id = (select p.id from users p
            where p.email = a.guardian_email and p.persona = 'parent' and p.id <> u.id)
        from answered a where u.id = a.child_id and ${given.answer} = 'consented')
      select child_id from answered`,
  ];
}

/** True in the one transaction that recorded a yes to that question. */
export function isConsentedHere(tokenHash: string): SQL {
  return sql`exists (select 1 from guardian_consents where token_hash = ${tokenHash}
    and answer = 'consented' and xmin = pg_current_xact_id()::xid)`;
}
