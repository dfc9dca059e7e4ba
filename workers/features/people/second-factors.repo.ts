/** The second factor in Postgres: one statement decides each race. */
import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { secondFactors } from "#db/schema/sign-in.ts";
import { type Id, toUuid, type UserId } from "#shared/ids.ts";

export type SecondFactorRow = typeof secondFactors.$inferSelect;

/** After so many wrong tries in a row there is a wait, and after as many more a longer one. */
const triesBeforeWait = 5;
const firstWaitMinutes = 15;
const longestWaitMinutes = 24 * 60;

export interface Asking {
  userId: UserId;
  sessionId: Id<"sess">;
  /** Milliseconds since 1970. */
  now: number;
}

const uuid = (id: UserId | Id<"sess">) => sql`${toUuid(id)}::uuid`;
const time = (ms: number) => sql`${new Date(ms).toISOString()}::timestamptz`;

/** How many recovery codes are left, in one row; no row without an app. A query, to be awaited. */
export function readSecondFactor(db: Db, userId: UserId) {
  return db
    .select({
      codesLeft: sql<number>`(select count(*)::int from recovery_codes c
        where c.user_id = second_factors.user_id and c.used_at is null)`,
    })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)));
}

/** Keeps a secret that no code has proved yet; false where the person has an app already. */
export async function storeUnprovenSecret(
  db: Db,
  userId: UserId,
  secret: string,
  now: number,
): Promise<boolean> {
  const answer = await db.execute(sql`insert into second_factors
      (user_id, secret, last_step, created_at)
    values (${uuid(userId)}, ${secret}, 0, ${time(now)})
    on conflict (user_id) do update set secret = excluded.secret, last_step = 0,
      created_at = excluded.created_at
    where second_factors.confirmed_at is null returning user_id`);
  return answer.rows.length === 1;
}

export type Try =
  | { status: "counted"; factor: SecondFactorRow }
  | { status: "wait"; retryAfterS: number }
  | { status: "none" };

/**
 * Counts a try before its code is looked at, so that parallel ones cannot be more than five: the
 * fifth begins the wait, which only a right code takes back. One round trip.
 */
export async function countTry(db: Db, userId: UserId, now: number): Promise<Try> {
  const owner = eq(secondFactors.userId, userId);
  const tries = sql`(${secondFactors.wrongTries} + 1)`;
  const minutes = sql`least(${longestWaitMinutes}::int, ${firstWaitMinutes}::int *
    power(2, least(10, ${tries} / ${triesBeforeWait}::int - 1)))`;
  const [counted, found] = await db.batch([
    db
      .update(secondFactors)
      .set({
        wrongTries: sql`least(${tries}, 1000)`,
        waitUntil: sql`case when ${tries} % ${triesBeforeWait}::int = 0
          then ${time(now)} + make_interval(mins => (${minutes})::int)
          else ${secondFactors.waitUntil} end`,
      })
      .where(
        and(
          owner,
          sql`(${secondFactors.waitUntil} is null or ${secondFactors.waitUntil} <= ${time(now)})`,
        ),
      )
      .returning(),
    db.select().from(secondFactors).where(owner),
  ]);
  if (counted[0]) return { status: "counted", factor: counted[0] };
  const until = found[0]?.waitUntil?.getTime();
  if (until === undefined) return { status: "none" };
  return { status: "wait", retryAfterS: Math.max(1, Math.ceil((until - now) / 1000)) };
}

/** What proves the person: a step of the app, or the hash of a recovery code. */
export type CodeProof = { step: number } | { recoveryHash: string };

const noTries = sql`wrong_tries = 0, wait_until = null`;

/** Takes the first code: the app is proved, codes are made, this session alone has its factor. */
export async function acceptFirstCode(
  db: Db,
  asking: Asking,
  step: number,
  codeHashes: readonly string[],
): Promise<boolean> {
  const answer = await db.execute(sql`with accepted as (
      update second_factors set confirmed_at = ${time(asking.now)}, last_step = ${step}::bigint,
        ${noTries}
      where user_id = ${uuid(asking.userId)} and confirmed_at is null
        and last_step < ${step}::bigint returning user_id),
    codes as (
      insert into recovery_codes (user_id, code_hash) select a.user_id, c.hash from accepted a,
        jsonb_array_elements_text(${JSON.stringify(codeHashes)}::jsonb) as c(hash)),
    begun as (
      update sessions s set second_factor_at = case when s.id = ${uuid(asking.sessionId)}
        then ${time(asking.now)} end
      from accepted a where s.user_id = a.user_id)
    select user_id from accepted`);
  return answer.rows.length === 1;
}

/** Takes a code for this session; false for all but the first use of it. */
export async function acceptCode(db: Db, asking: Asking, proof: CodeProof): Promise<boolean> {
  const owner = uuid(asking.userId);
  const accepted =
    "step" in proof
      ? sql`accepted as (
          update second_factors set last_step = ${proof.step}::bigint, ${noTries}
          where user_id = ${owner} and confirmed_at is not null
            and last_step < ${proof.step}::bigint returning user_id)`
      : sql`used as (
          update recovery_codes set used_at = ${time(asking.now)} where user_id = ${owner}
            and code_hash = ${proof.recoveryHash} and used_at is null returning user_id),
        accepted as (
          update second_factors f set ${noTries} from used u where f.user_id = u.user_id
          returning f.user_id)`;
  const answer = await db.execute(sql`with ${accepted}
    update sessions s set second_factor_at = ${time(asking.now)} from accepted a
    where s.id = ${uuid(asking.sessionId)} and s.user_id = a.user_id returning s.id`);
  return answer.rows.length === 1;
}

/** Forgets app and recovery codes, for a code that was not used yet. */
export async function forgetSecondFactor(
  db: Db,
  asking: Asking,
  proof: CodeProof,
): Promise<boolean> {
  const owner = uuid(asking.userId);
  const proves: SQL =
    "step" in proof
      ? sql`last_step < ${proof.step}::bigint`
      : sql`exists (select 1 from recovery_codes c where c.user_id = ${owner}
          and c.code_hash = ${proof.recoveryHash} and c.used_at is null)`;
  const answer = await db.execute(sql`with gone as (
      delete from second_factors where user_id = ${owner} and confirmed_at is not null
        and ${proves} returning user_id),
    ended as (
      update sessions s set second_factor_at = null from gone g where s.user_id = g.user_id)
    select user_id from gone`);
  return answer.rows.length === 1;
}
