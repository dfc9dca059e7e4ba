/** A guardian's consent to a minor's sharing outside, in Postgres. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { consentMethods } from "#db/schema/people.ts";
import { fromUuid, type Id, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";

export type ShareAnswer = "consented" | "declined" | "withdrawn";
type Method = (typeof consentMethods)[number];

/** How long a guardian may take to answer, in milliseconds. */
const questionLifeMs = 14 * 24 * 3_600_000;
/** A question that is open is mailed again, but not more often than this. */
const askAgainAfterMs = 24 * 3_600_000;
/** Questions of one child in `asksPerMs`; answered ones count, too. */
const maxAsks = 3;
const asksPerMs = 7 * 24 * 3_600_000;

const time = (at: number) => sql`${new Date(at).toISOString()}::timestamptz`;
const uuid = (id: UserId | Id<"consent">) => sql`${toUuid(id)}::uuid`;

export interface ShareQuestion {
  id: Id<"consent">;
  childId: UserId;
  tokenHash: string;
  /** Counts only where no guardian is known. */
  guardianEmail: string | null;
  now: number;
}

export interface AskedShare {
  /** Null where no guardian is known, and none was named. */
  guardianEmail: string | null;
  ownEmail: string;
  alias: string;
  allowed: boolean;
  /** This call's question is the one to mail. */
  toMail: boolean;
  limited: boolean;
}

/** Asks the child's guardian, in one statement: a question that is open stays the one. */
export async function storeShareQuestion(db: Db, question: ShareQuestion): Promise<AskedShare> {
  const { id, childId, tokenHash, now } = question;
  const answer = await db.execute(sql`with child as (
      select u.id, u.email as own, u.alias, u.share_consent, coalesce(
          (select g.email from users g where g.id = u.guardian_id),
          (select c.guardian_email from guardian_consents c
            where c.child_id = u.id and c.answer = 'consented' order by c.answered_at desc limit 1),
          ${question.guardianEmail}::text) as guardian,
        (select count(*) from share_consents s where s.child_id = u.id
          and s.guardian_email is not null and s.asked_at > ${time(now - asksPerMs)}) as asks
      from users u where u.id = ${uuid(childId)}),
    asked as (
      insert into share_consents (id, child_id, guardian_email, token_hash, asked_at, expires_at)
      select ${uuid(id)}, id, guardian, ${tokenHash}, ${time(now)}, ${time(now + questionLifeMs)}
      from child where guardian <> own and not share_consent and asks < ${maxAsks}
      on conflict (child_id) where answer is null do update set id = excluded.id,
        guardian_email = excluded.guardian_email, token_hash = excluded.token_hash,
        asked_at = excluded.asked_at, expires_at = excluded.expires_at
      where share_consents.asked_at <= ${time(now - askAgainAfterMs)}
      returning id)
    select c.guardian, c.own, c.alias, c.share_consent, c.asks >= ${maxAsks} as limited,
      exists (select 1 from asked) as to_mail from child c`);
  const row = answer.rows[0] ?? {};
  return {
    guardianEmail: typeof row["guardian"] === "string" ? row["guardian"] : null,
    ownEmail: String(row["own"]),
    alias: String(row["alias"]),
    allowed: row["share_consent"] === true,
    toMail: row["to_mail"] === true,
    limited: row["limited"] === true,
  };
}

/** A question whose mail could not be sent was never asked. */
export async function forgetShareQuestion(db: Db, id: Id<"consent">): Promise<void> {
  await db.execute(sql`delete from share_consents where id = ${uuid(id)} and answer is null`);
}

export interface FoundShareQuestion {
  state: "open" | "consented";
  childId: UserId;
  childVisitorId: VisitorId;
  childAlias: string;
  /** Milliseconds since 1970. */
  askedAt: number;
}

/** The question of that token while it can be answered, or its yes be taken back. */
export async function findShareQuestion(
  db: Db,
  tokenHash: string,
  now: number,
): Promise<FoundShareQuestion | null> {
  const answer = await db.execute(sql`select u.id, u.visitor_id, u.alias, s.answer,
      (extract(epoch from s.asked_at) * 1000)::float8 as asked_ms
    from share_consents s join users u on u.id = s.child_id
    where s.token_hash = ${tokenHash} and ((s.answer is null and s.expires_at > ${time(now)})
      or (s.answer = 'consented' and u.share_consent))`);
  const row = answer.rows[0];
  if (!row) return null;
  return {
    state: row["answer"] === null ? "open" : "consented",
    childId: fromUuid("user", String(row["id"])),
    childVisitorId: fromUuid("vis", String(row["visitor_id"])),
    childAlias: String(row["alias"]),
    askedAt: Number(row["asked_ms"]),
  };
}

export interface ShareDecision {
  /** Of the row that keeps it, where no open question is answered. */
  id: Id<"consent">;
  childId: UserId;
  answer: ShareAnswer;
  method: Method;
  now: number;
}

/**
 * One statement for each answer; it names the child where it changed something. A yes answers the
 * open question or stands for itself; a withdrawal is a row of its own, so that the history stays.
 */
export function decideSharing(decision: ShareDecision): SQL {
  const { id, childId, answer, method, now } = decision;
  const answered = sql`update share_consents s set answer = ${answer}, answered_at = ${time(now)},
    method = ${method} where s.child_id = ${uuid(childId)} and s.answer is null`;
  if (answer === "declined") return sql`${answered} returning s.child_id`;
  const keep = sql`insert into share_consents
      (id, child_id, asked_at, expires_at, answered_at, answer, method)
    select ${uuid(id)}, changed.id, ${time(now)}, ${time(now)}, ${time(now)}, ${answer}, ${method}
    from changed`;
  if (answer === "withdrawn") {
    return sql`with changed as (update users u set share_consent = false, updated_at = ${time(now)}
        where u.id = ${uuid(childId)} and u.share_consent returning u.id)
      ${keep} returning child_id`;
  }
  return sql`with changed as (update users u set share_consent = true, updated_at = ${time(now)},
        guardian_id = coalesce(u.guardian_id, (select p.id from users p
          join share_consents s on s.guardian_email = p.email
          where s.child_id = u.id and s.answer is null and p.persona = 'parent' and p.id <> u.id))
      where u.id = ${uuid(childId)} and not u.share_consent returning u.id),
    answered as (${answered} and exists (select 1 from changed) returning s.child_id),
    kept as (${keep} where not exists (select 1 from answered) returning child_id)
    select child_id from answered union all select child_id from kept`;
}

/** True in the one transaction that kept this decision's own row. */
export function isKept(id: Id<"consent">): SQL {
  return sql`exists (select 1 from share_consents where id = ${uuid(id)} and answer is not null)`;
}
