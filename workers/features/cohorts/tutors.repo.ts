/** Tutors of cohorts in Postgres: whom they teach, and who was named. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type CohortId, fromUuid, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";
import type { Subject } from "#shared/vocabulary.ts";

/** The students of a cohort by name, for its named tutor; none for anybody else. */
export async function listStudents(
  db: Db,
  input: { slug: string; tutor: UserId },
): Promise<{ visitorId: VisitorId; alias: string; name: string | null }[]> {
  const answer = await db.execute(sql`select u.visitor_id, u.alias, nullif(u.name, '') as name
    from cohorts c
    join cohort_members t on t.cohort_id = c.id and t.tutor
      and t.user_id = ${toUuid(input.tutor)}::uuid
    join cohort_members m on m.cohort_id = c.id and m.user_id <> t.user_id
    join users u on u.id = m.user_id and u.persona = 'student' and u.guardian_state <> 'pending'
    where c.slug = ${input.slug} order by coalesce(nullif(u.name, ''), u.alias), u.id`);
  return answer.rows.map((row) => ({
    visitorId: fromUuid("vis", String(row["visitor_id"])),
    alias: String(row["alias"]),
    name: row["name"] === null ? null : String(row["name"]),
  }));
}

export interface CohortOfAdmin {
  slug: string;
  name: string;
  subject: Subject;
  members: number;
  /** The members who are tutors by persona. */
  tutors: { userId: UserId; alias: string; named: boolean }[];
}

/** All cohorts with their tutors, by name. */
export async function listForAdmin(db: Db): Promise<CohortOfAdmin[]> {
  const answer = await db.execute(sql`select c.slug, c.name, c.subject,
      (select count(*)::int from cohort_members m where m.cohort_id = c.id) as members,
      (select coalesce(jsonb_agg(jsonb_build_object('userId', u.id, 'alias', u.alias,
          'named', m.tutor) order by u.alias), '[]')
        from cohort_members m join users u on u.id = m.user_id and u.persona = 'tutor'
        where m.cohort_id = c.id) as tutors
    from cohorts c order by c.name, c.id`);
  return answer.rows.map((row) => ({
    ...(row as unknown as CohortOfAdmin),
    tutors: (row["tutors"] as CohortOfAdmin["tutors"]).map((one) => ({
      ...one,
      userId: fromUuid("user", one.userId),
    })),
  }));
}

/** A tutor by persona who is a member of that cohort; null for everybody else. */
export async function findTutor(
  db: Db,
  input: { slug: string; userId: UserId },
): Promise<{ cohortId: CohortId; visitorId: VisitorId } | null> {
  const answer = await db.execute(sql`select m.cohort_id, u.visitor_id from cohorts c
    join cohort_members m on m.cohort_id = c.id and m.user_id = ${toUuid(input.userId)}::uuid
    join users u on u.id = m.user_id and u.persona = 'tutor' where c.slug = ${input.slug}`);
  const row = answer.rows[0];
  if (!row) return null;
  return {
    cohortId: fromUuid("coh", String(row["cohort_id"])),
    visitorId: fromUuid("vis", String(row["visitor_id"])),
  };
}

interface Naming {
  cohortId: CohortId;
  userId: UserId;
  named: boolean;
}

export function nameTutor({ cohortId, userId, named }: Naming): SQL {
  return sql`update cohort_members set tutor = ${named}::boolean
    where cohort_id = ${toUuid(cohortId)}::uuid and user_id = ${toUuid(userId)}::uuid
      and tutor <> ${named}::boolean`;
}

/** True in the one transaction that changed it: only then it is a fact. */
export function isNamedHere({ cohortId, userId }: Naming): SQL {
  return sql`exists (select 1 from cohort_members where cohort_id = ${toUuid(cohortId)}::uuid
    and user_id = ${toUuid(userId)}::uuid and xmin = pg_current_xact_id()::xid)`;
}
