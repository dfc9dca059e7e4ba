/** Cohorts and their members in Postgres: the statements that read. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type CohortId, fromUuid, toUuid, type UserId } from "#shared/ids.ts";
import type { Subject } from "#shared/vocabulary.ts";
import type { Cohort, CohortMember } from "./cohort.ts";

export type CohortWithCount = Cohort & { members: number };

export interface CohortPage {
  cohort: Cohort;
  isMember: boolean;
  members: CohortMember[];
}

const ms = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`;
const memberJson = sql`jsonb_build_object('userId', u.id, 'visitorId', u.visitor_id,
  'alias', u.alias, 'aliasVersion', u.alias_version, 'joinedAt', ${ms(sql`m.joined_at`)})`;

/** A child whose guardian has not answered is on no list yet. */
const isAdmitted = sql`u.guardian_state <> 'pending'`;

/** The cohorts a person is in, by name. */
export async function listCohortsOf(db: Db, userId: UserId): Promise<CohortWithCount[]> {
  const answer = await db.execute(sql`select c.id, c.slug, c.name, c.subject,
      (select count(*)::int from cohort_members n join users u on u.id = n.user_id and ${isAdmitted}
        where n.cohort_id = c.id) as members
    from cohort_members m join cohorts c on c.id = m.cohort_id
    where m.user_id = ${toUuid(userId)} order by c.name, c.id`);
  return answer.rows.map((row) => ({ ...toCohort(row), members: Number(row["members"]) }));
}

/** The cohort of that slug; null where there is none. */
export async function findCohort(db: Db, slug: string): Promise<Cohort | null> {
  const answer = await db.execute(
    sql`select id, slug, name, subject from cohorts where slug = ${slug}`,
  );
  return answer.rows[0] ? toCohort(answer.rows[0]) : null;
}

/** A cohort with all members, in one statement; null where there is none. */
export async function readCohort(
  db: Db,
  slug: string,
  viewer: UserId | null,
): Promise<CohortPage | null> {
  const answer = await db.execute(sql`select c.id, c.slug, c.name, c.subject,
      (select coalesce(jsonb_agg(${memberJson} order by m.joined_at, u.id), '[]')
        from cohort_members m join users u on u.id = m.user_id and ${isAdmitted}
        where m.cohort_id = c.id) as members,
      exists (select 1 from cohort_members m
        where m.cohort_id = c.id and m.user_id = ${viewer && toUuid(viewer)}::uuid) as is_member
    from cohorts c where c.slug = ${slug}`);
  const row = answer.rows[0];
  if (!row) return null;
  return {
    cohort: toCohort(row),
    isMember: row["is_member"] === true,
    members: (row["members"] as MemberJson[]).map(toMember),
  };
}

/** The inviter's cohorts (of that subject, where one is named) that the person is not in yet. */
export async function listCohortsToJoin(
  db: Db,
  input: { inviterId: UserId; userId: UserId; subject: Subject | null },
): Promise<Cohort[]> {
  const answer = await db.execute(sql`select c.id, c.slug, c.name, c.subject
    from cohort_members m join cohorts c on c.id = m.cohort_id
    where m.user_id = ${toUuid(input.inviterId)}
      and (${input.subject}::text is null or c.subject = ${input.subject})
      and not exists (select 1 from cohort_members o
        where o.cohort_id = c.id and o.user_id = ${toUuid(input.userId)})
    order by c.id`);
  return answer.rows.map(toCohort);
}

/** A cohort's slug, and one of its members. */
export async function readNewMember(
  db: Db,
  input: { cohortId: CohortId; userId: UserId },
): Promise<{ slug: string; member: CohortMember } | null> {
  const answer = await db.execute(sql`select c.slug, ${memberJson} as member
    from cohort_members m join cohorts c on c.id = m.cohort_id
    join users u on u.id = m.user_id and ${isAdmitted}
    where m.cohort_id = ${toUuid(input.cohortId)} and m.user_id = ${toUuid(input.userId)}`);
  const row = answer.rows[0];
  if (!row) return null;
  return { slug: String(row["slug"]), member: toMember(row["member"] as MemberJson) };
}

/** A person as a member of each of their cohorts. */
export async function readMemberships(
  db: Db,
  userId: UserId,
): Promise<{ slug: string; member: CohortMember }[]> {
  const answer = await db.execute(sql`select c.slug, ${memberJson} as member
    from cohort_members m join cohorts c on c.id = m.cohort_id
    join users u on u.id = m.user_id and ${isAdmitted}
    where m.user_id = ${toUuid(userId)}::uuid order by c.slug`);
  return answer.rows.map((row) => ({
    slug: String(row["slug"]),
    member: toMember(row["member"] as MemberJson),
  }));
}

type MemberJson = Omit<CohortMember, "userId" | "visitorId"> & {
  userId: string;
  visitorId: string;
};
function toMember({ userId, visitorId, ...row }: MemberJson): CohortMember {
  return { userId: fromUuid("user", userId), visitorId: fromUuid("vis", visitorId), ...row };
}

function toCohort(row: Record<string, unknown>): Cohort {
  const { slug, name, subject } = row as { slug: string; name: string; subject: Subject };
  return { id: fromUuid("coh", String(row["id"])), slug, name, subject };
}
