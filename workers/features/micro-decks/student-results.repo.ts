/** The newest results of a tutor's students. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { fromUuid, toUuid, type UserId } from "#shared/ids.ts";
import type { ChildResult } from "./family-results.repo.ts";

/** Of each student of the cohort the newest `each`; none where the asking person is not its tutor. */
export async function listStudentResults(
  db: Db,
  input: { slug: string; tutor: UserId; each: number },
): Promise<ChildResult[]> {
  const answer = await db.execute(sql`select u.visitor_id, r.id, r.deck_id, r.score,
      (extract(epoch from r.completed_at) * 1000)::float8 as completed_ms
    from cohorts c
    join cohort_members t on t.cohort_id = c.id and t.tutor
      and t.user_id = ${toUuid(input.tutor)}::uuid
    join cohort_members m on m.cohort_id = c.id and m.user_id <> t.user_id
    join users u on u.id = m.user_id and u.persona = 'student' and u.guardian_state <> 'pending'
    cross join lateral (select * from deck_runs r
      where r.user_id = u.id and r.completed_at is not null
      order by r.completed_at desc nulls last, r.id desc nulls last limit ${input.each}) r
    where c.slug = ${input.slug} order by r.completed_at desc, r.id desc`);
  return answer.rows.map((row) => ({
    visitorId: fromUuid("vis", String(row["visitor_id"])),
    runId: fromUuid("run", String(row["id"])),
    deckId: String(row["deck_id"]),
    score: Number(row["score"]),
    completedAt: Number(row["completed_ms"]),
  }));
}
