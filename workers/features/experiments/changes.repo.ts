/** Writes a change of a flag or experiment down beside it, in the same statement. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { toUuid, type UserId } from "#shared/ids.ts";

export type Statement = SQL;

/** Who changes what, and when. */
export interface Change {
  key: string;
  action: string;
  /** Null where a guardrail did it. */
  actorId: UserId | null;
  now: Date;
}

/** One statement: what `change` inserted or updated, its row of the audit, and its new version. */
export function audited(kind: "experiment" | "flag", change: SQL, by: Change): Statement {
  return sql`with changed as (${change} returning *),
    noted as (insert into definition_changes (kind, key, version, action, actor_id, at, became)
      select ${kind}::text, key, version, ${by.action}::text,
        ${by.actorId ? toUuid(by.actorId) : null}::uuid, ${by.now.toISOString()}::timestamptz,
        to_jsonb(changed) from changed)
    select key, version from changed`;
}

/** One transaction; answers the rows of each statement. */
export async function commitStatements(
  db: Db,
  statements: readonly Statement[],
): Promise<Record<string, unknown>[][]> {
  const [first, ...rest] = statements.map((statement) => db.execute(statement));
  if (!first) throw new RangeError("nothing to commit");
  return (await db.batch([first, ...rest])).map(({ rows }) => rows);
}

/** One transaction; the answer is that of the first statement, null where it changed nothing. */
export async function commitChange(
  db: Db,
  statements: readonly Statement[],
): Promise<{ key: string; version: number } | null> {
  const row = (await commitStatements(db, statements))[0]?.[0];
  return row ? { key: String(row["key"]), version: Number(row["version"]) } : null;
}
