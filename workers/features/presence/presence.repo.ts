/** What presence must know of a person before it counts them, in one statement. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { toUuid } from "#shared/ids.ts";
import type { Member } from "../../platform/actor.ts";
import { sessionLives } from "../../platform/live-session.repo.ts";

/** Whether the session still stands, and whether the person wants to be counted nowhere. */
export async function readSeen(
  db: Db,
  member: Member,
  now: number,
): Promise<{ lives: boolean; invisible: boolean }> {
  const answer = await db.execute(sql`select ${sessionLives(member, now)} as lives,
    (select invisible from users where id = ${toUuid(member.userId)}::uuid) as invisible`);
  const row = answer.rows[0] ?? {};
  return { lives: row["lives"] === true, invisible: row["invisible"] === true };
}
