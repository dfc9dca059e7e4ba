/** What the door must know before it gives a ticket, in one statement. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Id, toUuid, type UserId } from "#shared/ids.ts";

export interface DoorFacts {
  /** End of the session in milliseconds since 1970; null when there is no such session. */
  sessionEndsAt: number | null;
  /** Null when there is no such cohort. */
  isCohortMember: boolean | null;
  /** Wants to be counted nowhere. */
  invisible: boolean;
}

/** Reads the session and, with a slug, the cohort and whether the person is in it. */
export async function readDoorFacts(
  db: Db,
  input: { sessionId: Id<"sess"> | null; userId: UserId; slug: string | null },
): Promise<DoorFacts> {
  const answer = await db.execute(sql`select
    (select (extract(epoch from expires_at) * 1000)::float8 from sessions
      where id = ${uuidOrNull(input.sessionId)}::uuid and user_id = ${toUuid(input.userId)}::uuid)
      as session_ms,
    (select invisible from users where id = ${toUuid(input.userId)}::uuid) as invisible,
    ${memberOf(input)} as is_member`);
  const row = answer.rows[0] ?? {};
  return {
    sessionEndsAt: typeof row["session_ms"] === "number" ? Math.floor(row["session_ms"]) : null,
    isCohortMember: typeof row["is_member"] === "boolean" ? row["is_member"] : null,
    invisible: row["invisible"] === true,
  };
}

function memberOf({ slug, userId }: { slug: string | null; userId: UserId }): SQL {
  if (slug === null) return sql`null::boolean`;
  return sql`(select exists (select 1 from cohort_members m
      where m.cohort_id = c.id and m.user_id = ${toUuid(userId)}::uuid)
    from cohorts c where c.slug = ${slug})`;
}

function uuidOrNull(id: Id<"sess"> | null): string | null {
  return id === null ? null : toUuid(id);
}
