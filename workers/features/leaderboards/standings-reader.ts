/** What one can ask of a board's standings: the top, a rank, who is next, and all of it by pages. */
import type { VisitorId } from "#shared/ids.ts";
import type { Standing } from "#shared/protocol/server-frames.ts";
import {
  type BoardPlace,
  compareTotals,
  type DigestedTotal,
  type Place,
  withPlaces,
} from "./leaderboard.ts";
import type { RankChunks } from "./rank-chunks.ts";

/** What the table needs of an object's storage. */
export interface TableStorage {
  sql: Pick<SqlStorage, "exec">;
  transactionSync<T>(work: () => T): T;
}

export type Row<T> = T & Record<string, SqlStorageValue>;
export type PlaceRow = Row<{ neg_score: number; reached_at: number; visitor_id: string }>;
type PersonRow = PlaceRow & Row<{ handle: string; alias: string }>;

export const order = "(neg_score, reached_at, visitor_id)";
const person = "handle, alias, neg_score, reached_at, visitor_id";

export class StandingsReader {
  protected readonly storage: TableStorage;
  /** Null while the board is being filled: ranks are known when it is complete. */
  protected chunks: RankChunks | null = null;

  constructor(storage: TableStorage) {
    this.storage = storage;
  }

  get isComplete(): boolean {
    return this.chunks !== null;
  }

  /** People on the board. While it is being filled nobody counts. */
  count(): number {
    return this.chunks?.total ?? 0;
  }

  /** The first `limit` rows. */
  top(limit: number): Standing[] {
    const rows = this.rows<PersonRow>(
      `select ${person} from standings order by neg_score, reached_at, visitor_id limit ?`,
      limit,
    );
    return withPlaces(rows.map(toPerson), 1, 1);
  }

  /** A person's rank, place and score; null for somebody who is not on the board. */
  place(visitorId: VisitorId): Place | null {
    const own = this.chunks && this.#find(visitorId);
    if (!own) return null;
    const { before, better } = this.#countBefore(own);
    return { rank: before + 1, place: better + 1, score: own.score };
  }

  /** A person's row, and `reach` rows before and after it; empty for who is not on the board. */
  around(visitorId: VisitorId, reach: number): Standing[] {
    const own = this.chunks && this.#find(visitorId);
    if (!own) return [];
    const above = this.rows<PersonRow>(
      `select ${person} from standings where ${order} < (?, ?, ?)
       order by neg_score desc, reached_at desc, visitor_id desc limit ?`,
      ...[...toRow(own), reach],
    ).reverse();
    const below = this.rows<PersonRow>(
      `select ${person} from standings where ${order} >= (?, ?, ?)
       order by neg_score, reached_at, visitor_id limit ?`,
      ...[...toRow(own), reach + 1],
    );
    const { before, better } = this.#countBefore(above[0] ? toPlace(above[0]) : own);
    return withPlaces([...above, ...below].map(toPerson), before + 1, better + 1);
  }

  /** The first page of totals after that id, in the order of ids. */
  page(after: string, limit: number): DigestedTotal[] {
    const rows = this.rows<PlaceRow & { version: number }>(
      `select neg_score, reached_at, visitor_id, version from standings
       where visitor_id > ? order by visitor_id limit ?`,
      ...[after, limit],
    );
    return rows.map((row) => ({ ...toPlace(row), version: row.version }));
  }

  /** All totals, in pages of so many; none is empty. */
  *pages(size: number): Generator<DigestedTotal[]> {
    for (let after = ""; ; ) {
      const page = this.page(after, size);
      if (page.length > 0) yield page;
      if (page.length < size) return;
      after = page.at(-1)?.visitorId ?? "";
    }
  }

  #find(visitorId: VisitorId): BoardPlace | null {
    const query = "select neg_score, reached_at, visitor_id from standings where visitor_id = ?";
    const [row] = this.rows<PlaceRow>(query, visitorId);
    return row ? toPlace(row) : null;
  }

  /**
   * People before that place, and those of them with a greater score: whole chunks by their sums,
   * the last one by its rows.
   */
  #countBefore(place: BoardPlace): { before: number; better: number } {
    if (!this.chunks) return { before: 0, better: 0 };
    const { chunk, before } = this.chunks.find(place);
    const [row] = this.rows<Row<{ n: number; better: number }>>(
      `select count(*) as n, count(*) filter (where neg_score < ?) as better from standings
       where ${order} >= (?, ?, ?) and ${order} < (?, ?, ?)`,
      ...[-place.score, ...toRow(chunk.from), ...toRow(place)],
    );
    const { n, better } = row ?? { n: 0, better: 0 };
    const first = { score: place.score, reachedAt: 0, visitorId: "" };
    // Where equal scores begin in an earlier chunk, that one has to be looked into as well.
    const isTorn = chunk.from.score === place.score && compareTotals(first, place) < 0;
    return {
      before: before + n,
      better: isTorn ? this.#countBefore(first).before : before + better,
    };
  }

  protected run(query: string, ...values: SqlStorageValue[]): void {
    this.storage.sql.exec(query, ...values);
  }

  protected rows<R extends Record<string, SqlStorageValue>>(
    query: string,
    ...values: SqlStorageValue[]
  ): R[] {
    return this.storage.sql.exec<R>(query, ...values).toArray();
  }
}

/** SQLite compares rows of values in one direction only: a greater score is the smaller number. */
export function toRow({ score, reachedAt, visitorId }: BoardPlace): [number, number, string] {
  return [0 - score, reachedAt, visitorId];
}

export function toPlace(row: PlaceRow): BoardPlace {
  const { neg_score: negScore, reached_at: reachedAt, visitor_id: visitorId } = row;
  return { score: 0 - negScore, reachedAt, visitorId };
}

function toPerson({ handle, alias, neg_score: negScore }: PersonRow) {
  return { handle, alias, score: 0 - negScore };
}
