/** The totals of one board in its room's SQLite. Ranks are counted, for now. */
import type { VisitorId } from "#shared/ids.ts";
import type { Standing } from "#shared/protocol/server-frames.ts";
import type { BoardTotal } from "./leaderboard.ts";

interface Row extends Record<string, SqlStorageValue> {
  visitor_id: string;
  score: number;
  reached_at: number;
  version: number;
}

export class StandingsTable {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(`create table if not exists totals (
      visitor_id text primary key, handle text not null, alias text not null,
      score integer not null, reached_at integer not null, version integer not null) without rowid`);
    sql.exec(`create unique index if not exists totals_order
      on totals (score desc, reached_at, visitor_id)`);
    sql.exec("create table if not exists complete (handle_key text primary key)");
  }

  /** False until everything that Postgres had was taken once, with handles of that key. */
  isComplete(handleKey: string): boolean {
    const query = "select 1 from complete where handle_key = ?";
    return this.#sql.exec(query, handleKey).toArray().length > 0;
  }

  markComplete(handleKey: string): void {
    this.#sql.exec("insert or ignore into complete values (?)", handleKey);
  }

  clear(): void {
    this.#sql.exec("delete from complete");
    this.#sql.exec("delete from totals");
  }

  /** Takes the totals whose version is newer than the one held; answers how many. */
  take(totals: readonly BoardTotal[]): number {
    let taken = 0;
    for (const { visitorId, handle, alias, score, reachedAt, version } of totals) {
      const cursor = this.#sql.exec(
        `insert into totals values (?, ?, ?, ?, ?, ?)
         on conflict (visitor_id) do update set handle = excluded.handle, alias = excluded.alias,
           score = excluded.score, reached_at = excluded.reached_at, version = excluded.version
         where excluded.version > totals.version returning 1`,
        ...[visitorId, handle, alias, score, reachedAt, version],
      );
      taken += cursor.toArray().length;
    }
    return taken;
  }

  top(limit: number): Standing[] {
    const order =
      "select handle, alias, score from totals order by score desc, reached_at, visitor_id";
    return this.#sql
      .exec<Pick<Standing, "handle" | "alias" | "score">>(`${order} limit ?`, limit)
      .toArray()
      .map((row, index) => ({ ...row, rank: index + 1 }));
  }

  count(): number {
    return this.#sql.exec<{ n: number }>("select count(*) as n from totals").one().n;
  }

  /** A person's rank and score; null for somebody who is not on the board. */
  place(visitorId: VisitorId): { rank: number; score: number } | null {
    const query = "select score, reached_at from totals where visitor_id = ?";
    const [own] = this.#sql.exec<{ score: number; reached_at: number }>(query, visitorId).toArray();
    if (!own) return null;
    const before = this.#sql.exec<{ n: number }>(
      `select count(*) as n from totals
       where score > ?1 or (score = ?1 and (reached_at, visitor_id) < (?2, ?3))`,
      ...[own.score, own.reached_at, visitorId],
    );
    return { rank: before.one().n + 1, score: own.score };
  }

  all(): Omit<BoardTotal, "handle" | "alias">[] {
    const query = "select visitor_id, score, reached_at, version from totals";
    return this.#sql.exec<Row & Record<string, SqlStorageValue>>(query).toArray().map(toTotal);
  }
}

function toTotal(row: Row): Omit<BoardTotal, "handle" | "alias"> {
  const { visitor_id: visitorId, score, reached_at: reachedAt, version } = row;
  return { visitorId: visitorId as VisitorId, score, reachedAt, version };
}
