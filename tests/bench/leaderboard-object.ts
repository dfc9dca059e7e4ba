/** The object that `npm run bench -- leaderboard` measures: the very table of a board's room, metered. */
import { DurableObject } from "cloudflare:workers";
import type { VisitorId } from "#shared/ids.ts";
import type { BoardTotal } from "#workers/features/leaderboards/leaderboard.ts";
import type { TableStorage } from "#workers/features/leaderboards/standings-reader.ts";
import { StandingsTable } from "#workers/features/leaderboards/standings-table.ts";

const key = "bench";
/** Many boards have far fewer scores than players: ties are the rule. */
const differentScores = 5_000;

export interface BoardLoad {
  operation: "fill" | "complete" | "rank" | "around" | "update" | "wake" | "count" | "nothing";
  /** Players on the board, and how often to do it. */
  players: number;
  times: number;
  /** Where the row of picked players begins. */
  seed: number;
}

export interface BoardRowsUsed {
  rowsRead: number;
  rowsWritten: number;
  /** The most that one operation wrote. */
  mostWritten: number;
}

/** A number that looks picked at random, always the same for one index (after Knuth, TAOCP 6.4). */
const scatter = (index: number) => Math.imul(index ^ (index >>> 15), 2_654_435_761) >>> 0;

/** As ids are: in the order in which people came, which is also that of a rebuild's pages. */
const nameOf = (index: number) =>
  `vis_${index.toString(36).padStart(12, "0")}${scatter(index).toString(36).padStart(14, "0")}`;

function totalOf(index: number, version: number): BoardTotal {
  const score = (scatter(index * 31 + version) % differentScores) * 5;
  const visitorId = nameOf(index) as VisitorId;
  const reachedAt = 1_790_000_000_000 + (scatter(index + version) % 86_400_000);
  return {
    visitorId,
    handle: visitorId.slice(14),
    alias: "Quiet Otter 42",
    score,
    reachedAt,
    version,
  };
}

export class BoardObject extends DurableObject<object> {
  #cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
  #version = 1;
  readonly #storage = this.#metered();
  #table = new StandingsTable(this.#storage);

  #metered(): TableStorage {
    const { sql } = this.ctx.storage;
    const exec = (query: string, ...values: SqlStorageValue[]) => {
      const cursor = sql.exec(query, ...values);
      this.#cursors.push(cursor);
      return cursor;
    };
    return {
      sql: { exec: exec as unknown as SqlStorage["exec"] },
      transactionSync: (work) => this.ctx.storage.transactionSync(work),
    };
  }

  /** Does it `times` times; what it took is for the caller to measure: time stands still in here. */
  override async fetch(request: Request): Promise<Response> {
    const load = (await request.json()) as BoardLoad;
    const used: BoardRowsUsed = { rowsRead: 0, rowsWritten: 0, mostWritten: 0 };
    if (load.operation === "fill") this.#fill(load);
    for (let step = 0; step < load.times; step++) {
      this.#cursors = [];
      this.#do(load, step);
      const written = this.#cursors.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0);
      used.rowsRead += this.#cursors.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
      used.rowsWritten += written;
      used.mostWritten = Math.max(used.mostWritten, written);
    }
    this.#cursors = [];
    return Response.json(used);
  }

  /** As a rebuild does: a page at once. */
  #fill({ seed, times }: BoardLoad): void {
    this.#table.take(Array.from({ length: times }, (_, step) => totalOf(seed + step, 1)));
  }

  #do({ operation, players, seed }: BoardLoad, step: number): void {
    const index = scatter(seed + step) % players;
    const visitorId = nameOf(index) as VisitorId;
    if (operation === "complete") this.#table.complete(key);
    if (operation === "rank") this.#table.place(visitorId);
    if (operation === "around") this.#table.around(visitorId, 5);
    if (operation === "update") this.#table.take([totalOf(index, ++this.#version)]);
    if (operation === "wake") {
      this.#table = new StandingsTable(this.#storage);
      this.#cursors = [];
      this.#table.open(key);
    }
    if (operation === "count") this.#countBefore(totalOf(index, 1));
  }

  /** What a rank costs when everybody before is counted. */
  #countBefore({ score, reachedAt, visitorId }: BoardTotal): void {
    this.#storage.sql
      .exec(
        `select count(*) from standings where (neg_score, reached_at, visitor_id) < (?, ?, ?)`,
        ...[-score, reachedAt, visitorId],
      )
      .toArray();
  }
}

interface BenchEnv {
  BOARDS: DurableObjectNamespace<BoardObject>;
}

export default {
  fetch: (request: Request, env: BenchEnv) =>
    env.BOARDS.getByName(new URL(request.url).pathname).fetch(request),
};
