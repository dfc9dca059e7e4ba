/** Friendships in Postgres: the statements that read. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { fromUuid, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";
import type { Member } from "../../platform/actor.ts";
import { sessionLives } from "../../platform/live-session.repo.ts";
import type { PagePosition } from "../../platform/page-cursor.ts";
import type { FriendOrigin, FriendshipId, SeenPair } from "./friendship.ts";

const ms = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`;

/** Under 18, or a student of unknown age: the same people as `isMinor` in people/age.ts. */
export function isMinorSql(user: SQL, now: number): SQL {
  const year = new Date(now).getUTCFullYear();
  return sql`(case when ${user}.birth_year is null then ${user}.persona = 'student'
    else ${year}::int - ${user}.birth_year - 1 < 18 end)`;
}

/** True for a pair `f` that studies in one cohort. */
const shareCohort = sql`exists (select 1 from cohort_members a
  join cohort_members b on b.cohort_id = a.cohort_id and b.user_id = f.high_id
  where a.user_id = f.low_id)`;

/** True where the guardian of that one of the pair `f` has to say yes, and has not. */
export function lacksGuardian(side: "low" | "high", now: number): SQL {
  const id = sql.identifier(`${side}_id`);
  const yes = sql.identifier(`${side}_guardian_at`);
  return sql`(f.${yes} is null and not ${shareCohort} and exists (
    select 1 from users g where g.id = f.${id} and ${isMinorSql(sql`g`, now)}))`;
}

/** What one person sees of the pairs: a relation with the columns of `SeenPair`. */
function seenBy(me: UserId, now: number): SQL {
  const id = sql`${toUuid(me)}::uuid`;
  const mine = sql`case when f.low_id = ${id}`;
  const low = lacksGuardian("low", now);
  const high = lacksGuardian("high", now);
  return sql`select f.id, u.id as other_id, u.visitor_id, u.alias, f.origin, f.made_at, f.changed_at, f.ended_at is not null as ended,
      (${mine} then f.low_agreed_at else f.high_agreed_at end) is not null as mine,
      (${mine} then f.high_agreed_at else f.low_agreed_at end) is not null as theirs,
      (${mine} then ${low} else ${high} end) as my_guardian,
      (${mine} then ${high} else ${low} end) as their_guardian
    from friendships f join users u on u.id = ${mine} then f.high_id else f.low_id end
    where (f.low_id = ${id} or f.high_id = ${id}) and u.guardian_state <> 'pending'
      and (f.ended_at is null or (f.quiet_ask_at is not null and f.ended_by <> ${id}))`;
}

const pairJson = sql`jsonb_build_object('id', p.id, 'alias', p.alias, 'origin', p.origin,
  'madeAt', ${ms(sql`p.made_at`)}, 'changedAt', ${ms(sql`p.changed_at`)}, 'mine', p.mine,
  'theirs', p.theirs, 'myGuardian', p.my_guardian, 'theirGuardian', p.their_guardian,
  'ended', p.ended)`;

/** A page of somebody's friends, newest first, and what is open, in one statement. */
export async function listPairs(
  db: Db,
  me: UserId,
  page: { before: PagePosition<"friend"> | null; limit: number; openLimit: number; now: number },
): Promise<{ friends: SeenPair[]; open: SeenPair[] }> {
  const { before, limit, openLimit, now } = page;
  const older = before
    ? sql`and (made_at, id) <
        (${new Date(before.at).toISOString()}::timestamptz, ${toUuid(before.id)}::uuid)`
    : sql``;
  const answer = await db.execute(sql`with seen as (${seenBy(me, now)})
    select
      (select coalesce(jsonb_agg(${pairJson} order by p.made_at desc, p.id desc), '[]')
        from (select * from seen where made_at is not null and not ended ${older}
          order by made_at desc, id desc limit ${limit}) p) as friends,
      (select coalesce(jsonb_agg(${pairJson} order by p.changed_at desc, p.id desc), '[]')
        from (select * from seen where made_at is null or ended
          order by changed_at desc, id desc limit ${openLimit}) p) as open`);
  const row = answer.rows[0] ?? {};
  return {
    friends: (row["friends"] as PairJson[]).map(toPair),
    open: (row["open"] as PairJson[]).map(toPair),
  };
}

/** What a person sees of the pairs with members of one cohort. */
export async function listPairsIn(
  db: Db,
  input: { slug: string; me: UserId; now: number },
): Promise<(SeenPair & { visitorId: VisitorId })[]> {
  const answer = await db.execute(sql`with seen as (${seenBy(input.me, input.now)})
    select ${pairJson} as pair, p.visitor_id from seen p
    join cohort_members m on m.user_id = p.other_id
    join cohorts c on c.id = m.cohort_id and c.slug = ${input.slug}`);
  return answer.rows.map((row) => ({
    ...toPair(row["pair"] as PairJson),
    visitorId: fromUuid("vis", String(row["visitor_id"])),
  }));
}

/** The members of a cohort that the asking person is in, too: whom one may ask there. */
export async function listCohortPeople(
  db: Db,
  input: { slug: string; me: UserId },
): Promise<{ userId: UserId; visitorId: VisitorId }[]> {
  const answer = await db.execute(sql`select u.id, u.visitor_id from cohorts c
    join cohort_members mine on mine.cohort_id = c.id and mine.user_id = ${toUuid(input.me)}::uuid
    join cohort_members m on m.cohort_id = c.id and m.user_id <> mine.user_id
    join users u on u.id = m.user_id and u.guardian_state <> 'pending' and u.blocked_at is null
    where c.slug = ${input.slug}`);
  return answer.rows.map((row) => ({
    userId: fromUuid("user", String(row["id"])),
    visitorId: fromUuid("vis", String(row["visitor_id"])),
  }));
}

export interface FoundPair {
  low: UserId;
  high: UserId;
  origin: FriendOrigin;
}

/** The pair of that id, where the person is one of the two. */
export async function findPair(db: Db, id: FriendshipId, me: UserId): Promise<FoundPair | null> {
  const person = sql`${toUuid(me)}::uuid`;
  const answer = await db.execute(sql`select low_id, high_id, origin from friendships
    where id = ${toUuid(id)}::uuid and (low_id = ${person} or high_id = ${person})`);
  const row = answer.rows[0];
  return row ? toFoundPair(row) : null;
}

function toFoundPair(row: Record<string, unknown>): FoundPair {
  return {
    low: fromUuid("user", String(row["low_id"])),
    high: fromUuid("user", String(row["high_id"])),
    origin: row["origin"] as FriendOrigin,
  };
}

/** The inviter of that visitor id may be gone; and nobody is a friend of a blocked account. */
export async function mayBefriend(db: Db, one: UserId, other: UserId): Promise<boolean> {
  const answer = await db.execute(sql`select count(*)::int as n from users
    where id in (${toUuid(one)}::uuid, ${toUuid(other)}::uuid) and blocked_at is null`);
  return answer.rows[0]?.["n"] === 2;
}

/** A child's request that waits for its guardian, or a friendship that stands. */
export interface WaitingPair extends FoundPair {
  id: FriendshipId;
  child: { userId: UserId; visitorId: VisitorId; alias: string };
  friendAlias: string;
  /** Milliseconds since 1970. */
  askedAt: number;
}

interface OfGuardian {
  id?: FriendshipId;
  /** Nothing is answered where the session is over. */
  fresh: boolean;
  now: number;
}

/** What waits for this guardian. */
export async function listWaiting(
  db: Db,
  guardian: Member,
  options: OfGuardian,
): Promise<WaitingPair[]> {
  return listOfChildren(db, guardian, options, (name) => {
    const agreed = sql.identifier(`${name}_agreed_at`);
    const waits = sql`f.${agreed} is not null and f.made_at is null
      and ${lacksGuardian(name, options.now)}`;
    return { at: sql`f.${agreed}`, where: waits };
  });
}

/** The friends that this guardian's minor children have; `askedAt` is since when. */
export async function listFriendsOfChildren(
  db: Db,
  guardian: Member,
  options: OfGuardian,
): Promise<WaitingPair[]> {
  const standing = sql`f.made_at is not null and ${isMinorSql(sql`c`, options.now)}`;
  return listOfChildren(db, guardian, options, () => ({ at: sql`f.made_at`, where: standing }));
}

async function listOfChildren(
  db: Db,
  guardian: Member,
  { id, fresh, now }: OfGuardian,
  which: (name: "low" | "high") => { at: SQL; where: SQL },
): Promise<WaitingPair[]> {
  const side = (name: "low" | "high") => {
    const other = name === "low" ? "high" : "low";
    const { at, where } = which(name);
    return sql`select f.id, f.low_id, f.high_id, f.origin, c.id as child_id,
        c.visitor_id as child_visitor, c.alias as child_alias, o.alias as friend_alias,
        ${ms(at)} as asked_ms
      from users c join friendships f on f.${sql.identifier(`${name}_id`)} = c.id
      join users o on o.id = f.${sql.identifier(`${other}_id`)}
      where c.guardian_id = ${toUuid(guardian.userId)}::uuid and f.ended_at is null and ${where}`;
  };
  const answer = await db.execute(sql`select * from
      (${side("low")} union all ${side("high")}) waiting
    where ${id ? sql`id = ${toUuid(id)}::uuid` : sql`true`}
      and ${fresh ? sessionLives(guardian, now) : sql`true`}
    order by asked_ms desc, id limit 100`);
  return answer.rows.map((row) => ({
    ...toFoundPair(row),
    id: fromUuid("friend", String(row["id"])),
    child: {
      userId: fromUuid("user", String(row["child_id"])),
      visitorId: fromUuid("vis", String(row["child_visitor"])),
      alias: String(row["child_alias"]),
    },
    friendAlias: String(row["friend_alias"]),
    askedAt: Number(row["asked_ms"]),
  }));
}

type PairJson = Omit<SeenPair, "id"> & { id: string };

function toPair({ id, ...rest }: PairJson): SeenPair {
  return { id: fromUuid("friend", id), ...rest };
}

/** Runs changes that are no facts as one transaction. */
export async function runQuietly(db: Db, statements: readonly SQL[]): Promise<void> {
  const [first, ...rest] = statements.map((statement) => db.execute(statement));
  if (first) await db.batch([first, ...rest]);
}
