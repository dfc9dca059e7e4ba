/** The newest results of a guardian's children. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { fromUuid, type RunId, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";

export interface ChildResult {
  visitorId: VisitorId;
  runId: RunId;
  deckId: string;
  score: number;
  /** Milliseconds since 1970. */
  completedAt: number;
}

/** Of each child the newest `each`, newest first, in one statement. */
export async function listChildResults(
  db: Db,
  guardian: UserId,
  each: number,
): Promise<ChildResult[]> {
  const answer = await db.execute(sql`select c.visitor_id, r.id, r.deck_id, r.score,
      (extract(epoch from r.completed_at) * 1000)::float8 as completed_ms
    from users c cross join lateral (select * from deck_runs r
      where r.user_id = c.id and r.completed_at is not null
      order by r.completed_at desc nulls last, r.id desc nulls last limit ${each}) r
    where c.guardian_id = ${toUuid(guardian)}::uuid
    order by r.completed_at desc, r.id desc`);
  return answer.rows.map((row) => ({
    visitorId: fromUuid("vis", String(row["visitor_id"])),
    runId: fromUuid("run", String(row["id"])),
    deckId: String(row["deck_id"]),
    score: Number(row["score"]),
    completedAt: Number(row["completed_ms"]),
  }));
}
