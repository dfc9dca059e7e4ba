/** A guardian's children, and the children who wait for this guardian, in Postgres. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { consentMethods } from "#db/schema/people.ts";
import { fromUuid, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";
import type { GuardianState, Persona } from "#shared/vocabulary.ts";
import type { Member } from "../../platform/actor.ts";
import { sessionLives } from "../../platform/live-session.repo.ts";
import type { ShareAnswer } from "./share-consents.repo.ts";

/** What a guardian decided for a child. `at` in milliseconds since 1970. */
export interface Decision {
  about: "joining" | "sharing";
  answer: ShareAnswer;
  method: (typeof consentMethods)[number];
  at: number;
}

export interface ChildRow {
  visitorId: VisitorId;
  name: string;
  alias: string;
  birthYear: number | null;
  persona: Persona;
  guardianState: GuardianState;
  shareConsent: boolean;
  shareAskedAt: number | null;
  /** Newest first. */
  decisions: Decision[];
}

export interface JoiningRow {
  visitorId: VisitorId;
  alias: string;
  askedAt: number;
}

const ms = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`;

const decisions = sql`(select coalesce(jsonb_agg(to_jsonb(d) order by d.at desc), '[]') from (
  select 'sharing' as about, s.answer, s.method, ${ms(sql`s.answered_at`)} as at
  from share_consents s where s.child_id = c.id and s.answer is not null
  union all
  select 'joining', g.answer, g.method, ${ms(sql`g.answered_at`)}
  from guardian_consents g where g.child_id = c.id and g.answer is not null
  order by at desc limit 50) d)`;

const children = (guardian: UserId) => sql`select c.visitor_id as "visitorId", c.name, c.alias,
    c.birth_year as "birthYear", c.persona, c.guardian_state as "guardianState",
    c.share_consent as "shareConsent", ${decisions} as decisions,
    (select ${ms(sql`s.asked_at`)} from share_consents s
      where s.child_id = c.id and s.answer is null) as "shareAskedAt"
  from users c where c.guardian_id = ${toUuid(guardian)}::uuid order by c.created_at, c.id`;

/** Open questions to the guardian's own address, the newest of each child. */
const joining = (guardian: UserId, now: number) => sql`select distinct on (c.id)
    c.id, c.visitor_id as "visitorId", c.alias, ${ms(sql`q.asked_at`)} as "askedAt", q.token_hash
  from users me join guardian_consents q on q.guardian_email = me.email and q.answer is null
    and q.expires_at > ${new Date(now).toISOString()}::timestamptz
  join users c on c.id = q.child_id and c.guardian_state = 'pending'
  where me.id = ${toUuid(guardian)}::uuid and not exists (select 1 from guardian_consents other
    where other.child_id = c.id and other.answer is not null)
  order by c.id, q.asked_at desc`;

export async function readFamily(
  db: Db,
  guardian: UserId,
  now: number,
): Promise<{ children: ChildRow[]; joining: JoiningRow[] }> {
  const answer = await db.execute(sql`select
    (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from (${children(guardian)}) c) as children,
    (select coalesce(jsonb_agg(to_jsonb(j) - 'token_hash' - 'id'), '[]')
      from (${joining(guardian, now)}) j) as joining`);
  const row = answer.rows[0] ?? {};
  const withId = <R extends { visitorId: string }>(one: R) => ({
    ...one,
    visitorId: fromUuid("vis", one.visitorId),
  });
  return {
    children: (row["children"] as ChildRow[]).map(withId),
    joining: (row["joining"] as JoiningRow[]).map(withId),
  };
}

/** Whom the guardian may decide for now; nobody where the session is over. */
export async function listDecidable(
  db: Db,
  guardian: Member,
  now: number,
): Promise<{ userId: UserId; visitorId: VisitorId; tokenHash: string | null }[]> {
  const answer = await db.execute(sql`select * from (
      select c.id, c.visitor_id, null as token_hash from users c
        where c.guardian_id = ${toUuid(guardian.userId)}::uuid
      union all
      select j.id, j."visitorId", j.token_hash from (${joining(guardian.userId, now)}) j) decidable
    where ${sessionLives(guardian, now)}`);
  return answer.rows.map((row) => ({
    userId: fromUuid("user", String(row["id"])),
    visitorId: fromUuid("vis", String(row["visitor_id"])),
    tokenHash: typeof row["token_hash"] === "string" ? row["token_hash"] : null,
  }));
}
