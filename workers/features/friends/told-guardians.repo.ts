/** Which guardians were told that a friendship waits for them, in Postgres. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { toUuid } from "#shared/ids.ts";
import type { Acting } from "./agreements.repo.ts";
import { lacksGuardian } from "./friends.repo.ts";
import { pairOf } from "./friendship.ts";

const dayMs = 24 * 3_600_000;
const mailsADay = 3;

/** Notes it where a mail is due, and answers whom to write to; null where none is. One round trip. */
export async function noteTold(
  db: Db,
  { me, other, now }: Acting,
): Promise<{ guardianEmail: string; childAlias: string } | null> {
  const { low, high } = pairOf(me, other);
  const mine = low === me ? "low" : "high";
  const told = sql.identifier(`${mine}_told_at`);
  const agreed = sql.identifier(`${mine}_agreed_at`);
  const child = sql`${toUuid(me)}::uuid`;
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const dayAgo = sql`${new Date(now - dayMs).toISOString()}::timestamptz`;
  const answer = await db.execute(sql`update friendships f set ${told} = ${at}
    from users c join users g on g.id = c.guardian_id
    where c.id = ${child} and f.low_id = ${toUuid(low)}::uuid and f.high_id = ${toUuid(high)}::uuid
      and f.${agreed} is not null and f.made_at is null and f.ended_at is null
      and (f.${told} is null or f.${told} < f.${agreed}) and ${lacksGuardian(mine, now)}
      and (select count(*) from friendships t
        where (t.low_id = ${child} and t.low_told_at > ${dayAgo})
          or (t.high_id = ${child} and t.high_told_at > ${dayAgo})) < ${mailsADay}
    returning g.email, c.alias`);
  const row = answer.rows[0];
  if (!row) return null;
  return { guardianEmail: String(row["email"]), childAlias: String(row["alias"]) };
}
