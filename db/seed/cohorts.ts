/** The demo's cohorts, one for each subject, and the demo students' study group. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { cohorts } from "#db/schema/cohorts.ts";
import { fromUuid } from "#shared/ids.ts";
import type { Subject } from "#shared/vocabulary.ts";

const seeded: readonly { slug: string; name: string; subject: Subject }[] = [
  { slug: "alg-101", name: "Algebra 101", subject: "algebra" },
  { slug: "geo-101", name: "Geometry 101", subject: "geometry" },
  { slug: "bio-101", name: "Biology 101", subject: "biology" },
  { slug: "chem-101", name: "Chemistry 101", subject: "chemistry" },
  { slug: "phys-101", name: "Physics 101", subject: "physics" },
  { slug: "read-101", name: "Reading 101", subject: "reading" },
  { slug: "vocab-101", name: "Vocabulary 101", subject: "vocabulary" },
  { slug: "sat-101", name: "SAT math 101", subject: "sat_math" },
];

const studyGroup = {
  slug: "alg-101",
  emails: ["student@demo.test", "student2@demo.test", "minor@demo.test", "tutor@demo.test"],
  tutor: "tutor@demo.test",
};

/** Needs the seeded people. Safe to repeat: what is there stays as it is. */
export async function seedCohorts(db: Db, now: number): Promise<void> {
  const createdAt = new Date(now);
  const rows = seeded.map((cohort, index) => ({ id: cohortId(index + 1), ...cohort, createdAt }));
  await db.batch([
    db.insert(cohorts).values(rows).onConflictDoNothing(),
    db.execute(joinStudyGroup(createdAt)),
  ]);
}

function joinStudyGroup(joinedAt: Date): SQL {
  return sql`insert into cohort_members (cohort_id, user_id, joined_at, tutor)
    select c.id, u.id, ${joinedAt.toISOString()}::timestamptz, u.email = ${studyGroup.tutor} from cohorts c cross join users u
    where c.slug = ${studyGroup.slug} and u.email in (
      select jsonb_array_elements_text(${JSON.stringify(studyGroup.emails)}::jsonb))
    on conflict do nothing`;
}

/** The same number is the same cohort for ever. */
function cohortId(number: number) {
  return fromUuid("coh", `01900000-0000-7000-8000-0000000c${String(number).padStart(4, "0")}`);
}
