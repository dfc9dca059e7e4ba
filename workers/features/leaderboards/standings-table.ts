/** The standings of one board in its room's SQLite: exact ranks without counting the board. */
import type { VisitorId } from "#shared/ids.ts";
import {
  type BoardChange,
  type BoardPlace,
  type BoardTotal,
  compareTotals,
} from "./leaderboard.ts";
import { type Chunk, type ChunkSizes, chunkSizes, firstPlace, RankChunks } from "./rank-chunks.ts";
import {
  order,
  type PlaceRow,
  type Row,
  StandingsReader,
  type TableStorage,
  toPlace,
  toRow,
} from "./standings-reader.ts";
import { createStandingsTables } from "./standings-schema.ts";

export class StandingsTable extends StandingsReader {
  readonly #sizes: ChunkSizes;
  readonly #makeChunks: (chunks: readonly Chunk[]) => RankChunks;
  /** Chunks that may have to be joined, but not by the change that made them small. */
  #small: Chunk[] = [];

  /** Small `sizes` and another `makeChunks` are for tests: of splits, and of planted faults. */
  constructor(
    storage: TableStorage,
    sizes: ChunkSizes = chunkSizes,
    makeChunks = (list: readonly Chunk[]) => new RankChunks(list, sizes),
  ) {
    super(storage);
    this.#sizes = sizes;
    this.#makeChunks = makeChunks;
    createStandingsTables(storage.sql);
  }

  /** Reads the chunks; false until everything that Postgres had was taken once, with such handles. */
  open(handleKey: string): boolean {
    const known = this.rows("select 1 from built where handle_key = ?", handleKey);
    if (known.length === 0) return false;
    this.#readChunks();
    return true;
  }

  /** From here on nothing is read of the storage, which may be deleted. */
  close(): void {
    this.chunks = null;
  }

  /** Forgets everything; what is taken from here on is ranked once `complete` is called. */
  clear(): void {
    this.chunks = null;
    for (const table of ["built", "standings", "chunks", "departed"]) {
      this.run(`delete from ${table}`);
    }
  }

  /** Everything is there: divides the board into chunks, and remembers that it is complete. */
  complete(handleKey: string): void {
    this.storage.transactionSync(() => {
      this.run("delete from chunks");
      this.run(
        `insert into chunks
         with numbered as (select neg_score, reached_at, visitor_id,
             row_number() over (order by neg_score, reached_at, visitor_id) - 1 as at
           from standings)
         select at / ?1 + 1, neg_score, reached_at, visitor_id,
           min(?1, (select count(*) from standings) - at)
         from numbered where at % ?1 = 0`,
        this.#sizes.kept,
      );
      const { score, reachedAt, visitorId } = firstPlace;
      this.run("insert or ignore into chunks values (1, 0, 0, '', 0)");
      this.run(
        "update chunks set neg_score = ?, reached_at = ?, visitor_id = ? where id = 1",
        ...[-score, reachedAt, visitorId],
      );
      this.run("insert or ignore into built values (?)", handleKey);
    });
    this.#readChunks();
  }

  #readChunks(): void {
    const rows = this.rows<PlaceRow & { id: number; size: number }>(
      "select id, neg_score, reached_at, visitor_id, size from chunks",
    );
    const list = rows.map((row) => ({ id: row.id, from: toPlace(row), size: row.size }));
    list.sort((a, b) => compareTotals(a.from, b.from));
    this.chunks = this.#makeChunks(list);
    this.#small = this.chunks.joinable();
  }

  /** Takes the changes whose version is newer than the one held; answers how many. */
  take(changes: readonly BoardChange[]): number {
    if (!this.chunks) return this.#takeUnranked(changes);
    try {
      return changes.filter((change) => this.storage.transactionSync(() => this.#takeOne(change)))
        .length;
    } catch (error) {
      // The rows were rolled back; what memory says of them is read again.
      if (this.chunks) this.#readChunks();
      throw error;
    }
  }

  /** Many rows in one statement: while the board is being filled there are no chunks to keep. */
  #takeUnranked(changes: readonly BoardChange[]): number {
    const totals = changes.filter((change): change is BoardTotal => !("gone" in change));
    const rows = totals.map(({ visitorId, handle, alias, score, reachedAt, version }) => [
      ...[visitorId, handle, alias, 0 - score, reachedAt, version],
    ]);
    const taken = this.rows(
      `insert into standings
       select row.value ->> 0, row.value ->> 1, row.value ->> 2, row.value ->> 3, row.value ->> 4,
         row.value ->> 5 from json_each(?) as row
       where not exists (select 1 from departed
         where visitor_id = row.value ->> 0 and version >= row.value ->> 5)
       on conflict (visitor_id) do update set handle = excluded.handle, alias = excluded.alias,
         neg_score = excluded.neg_score, reached_at = excluded.reached_at,
         version = excluded.version
       where excluded.version > standings.version returning 1`,
      JSON.stringify(rows),
    );
    const gone = changes.filter((change) => "gone" in change);
    return taken.length + gone.filter((change) => this.#takeOne(change)).length;
  }

  #takeOne(change: BoardChange): boolean {
    const { visitorId, version } = change;
    const [old] = this.rows<PlaceRow & { version: number }>(
      "select neg_score, reached_at, visitor_id, version from standings where visitor_id = ?",
      visitorId,
    );
    const left = old ? null : this.#departedAt(visitorId);
    if (version <= (old?.version ?? left ?? 0)) return false;
    const from = old ? toPlace(old) : null;
    if ("gone" in change) {
      if (from) this.run("delete from standings where visitor_id = ?", visitorId);
      this.run("insert or replace into departed values (?, ?)", visitorId, version);
      this.#move(from, null, false);
      return true;
    }
    if (left !== null) this.run("delete from departed where visitor_id = ?", visitorId);
    this.#store(change, from !== null);
    this.#move(from, change, left === null);
    return true;
  }

  #departedAt(visitorId: VisitorId): number | null {
    const query = "select version from departed where visitor_id = ?";
    return this.rows<Row<{ version: number }>>(query, visitorId)[0]?.version ?? null;
  }

  #store(total: BoardTotal, isKnown: boolean): void {
    const { visitorId, handle, alias, score, reachedAt, version } = total;
    const query = isKnown
      ? `update standings set handle = ?2, alias = ?3, neg_score = ?4, reached_at = ?5, version = ?6
         where visitor_id = ?1`
      : "insert into standings values (?1, ?2, ?3, ?4, ?5, ?6)";
    this.run(query, visitorId, handle, alias, 0 - score, reachedAt, version);
  }

  /** Keeps the chunks' sizes: at most three rows of them, so that a change writes five at most. */
  #move(from: BoardPlace | null, to: BoardPlace | null, mayTidy: boolean): void {
    if (!this.chunks) return;
    const left = from && this.chunks.remove(from);
    const entered = to && this.chunks.add(to);
    if (left === entered) {
      this.#joinSmall();
      return;
    }
    const isFull = entered !== null && entered.size >= this.#sizes.split;
    if (entered && isFull) this.#split(entered);
    if (entered) this.#keep(entered);
    if (left && isFull) this.#small.push(left);
    if (left && (isFull || !this.#join(left))) this.#keep(left);
    if (!left && !isFull && mayTidy) this.#joinSmall();
  }

  #split(chunk: Chunk): void {
    const [middle] = this.rows<PlaceRow>(
      `select neg_score, reached_at, visitor_id from standings where ${order} >= (?, ?, ?)
       order by neg_score, reached_at, visitor_id limit 1 offset ${this.#sizes.kept}`,
      ...toRow(chunk.from),
    );
    const fresh = middle && this.chunks?.split(chunk, toPlace(middle), this.#sizes.kept);
    if (!fresh) return;
    const { id, from, size } = fresh;
    this.run("insert into chunks values (?, ?, ?, ?, ?)", id, ...toRow(from), size);
  }

  /** Joins one of the small chunks with its neighbour. */
  #joinSmall(): void {
    for (let chunk = this.#small.pop(); chunk; chunk = this.#small.pop()) {
      if (this.#join(chunk)) return;
    }
  }

  #join(chunk: Chunk): boolean {
    const joined = this.chunks?.join(chunk);
    if (!joined) return false;
    this.run("delete from chunks where id = ?", joined.goes.id);
    this.#keep(joined.stays);
    return true;
  }

  #keep(chunk: Chunk): void {
    this.run("update chunks set size = ? where id = ?", chunk.size, chunk.id);
  }
}
