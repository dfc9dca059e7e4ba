/** Whether the asking person's session still stands, whatever the cookie's cache believes. */
import { type SQL, sql } from "drizzle-orm";
import { toUuid } from "#shared/ids.ts";
import type { Member } from "./actor.ts";

/** Part of a statement that reads or changes what a revoked session must not. Tokens are live. */
export function sessionLives({ sessionId, userId }: Member, now: number): SQL {
  if (sessionId === null) return sql`true`;
  return sql`exists (select 1 from sessions where id = ${toUuid(sessionId)}::uuid
    and user_id = ${toUuid(userId)}::uuid and expires_at > ${new Date(now).toISOString()}::timestamptz)`;
}
