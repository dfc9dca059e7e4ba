/** `npm run bench -- leaderboard`: what a rank, a change and a wake cost, from a thousand to a million. */
import { fileURLToPath } from "node:url";
import { BenchFault } from "./bench-fault.ts";
import {
  type Bench,
  type BenchInput,
  type BenchReport,
  type Table,
  wholeNumber,
} from "./bench-shape.ts";
import type { BoardLoad, BoardRowsUsed } from "./leaderboard-object.ts";
import { median } from "./rounds.ts";
import { serveBoard } from "./serve-board.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const fillBatch = 5_000;
const targets = { rankMs: 0.1, updateRows: 5, wakeShare: 128 } as const;

type Operation = BoardLoad["operation"];
interface Figure {
  players: number;
  operation: Operation;
  /** Of one operation, less an empty call: the median of the rounds. */
  ms: number;
  /** The same as CPU time, which what else the machine does leaves alone: the targets are of this. */
  cpuMs: number;
  rowsRead: number;
  rowsWritten: number;
  mostWritten: number;
}

const measured = ["rank", "around", "update", "wake", "count"] as const;
type BoardServer = Awaited<ReturnType<typeof serveBoard>>;
type Measured = (typeof measured)[number];
type Sample = BoardRowsUsed & { ms: number; cpuMs: number };

/** How often each operation is done in one call: dear ones less often. */
const perCall: Record<
  Exclude<Operation, "fill" | "complete" | "nothing">,
  (n: number) => number
> = {
  rank: () => 5_000,
  around: () => 2_000,
  update: () => 1_000,
  wake: (players) => Math.max(5, Math.min(200, Math.round(1_000_000 / players))),
  count: (players) => Math.max(5, Math.min(500, Math.round(1_000_000 / players))),
};

class BoardBench {
  readonly #server: BoardServer;
  readonly players: number;

  constructor(server: BoardServer, players: number) {
    this.#server = server;
    this.players = players;
  }

  /** Answers how long the whole took, in milliseconds. */
  async fill(): Promise<number> {
    const startedAt = performance.now();
    for (let seed = 0; seed < this.players; seed += fillBatch) {
      const times = Math.min(fillBatch, this.players - seed);
      await this.#ask({ operation: "fill", times, seed });
    }
    await this.#ask({ operation: "complete", times: 1, seed: 0 });
    return performance.now() - startedAt;
  }

  /** One round of an operation; answers how long one took and what it read and wrote. */
  async measure(operation: Measured, round: number): Promise<Sample> {
    const times = perCall[operation](this.players);
    const idle = await this.#ask({ operation: "nothing", times, seed: 0 });
    const busy = await this.#ask({ operation, times, seed: (round + 2) * 1_000_003 });
    const { rowsRead, rowsWritten, mostWritten } = busy.used;
    return {
      ms: Math.max(0, busy.tookMs - idle.tookMs) / times,
      cpuMs: Math.max(0, busy.cpuMs - idle.cpuMs) / times,
      rowsRead: rowsRead / times,
      rowsWritten: rowsWritten / times,
      mostWritten,
    };
  }

  async #ask(load: Omit<BoardLoad, "players">) {
    const startedAt = performance.now();
    const cpuBefore = this.#server.cpuMs();
    const answer = await fetch(`http://127.0.0.1:${this.#server.port}/${this.players}`, {
      method: "POST",
      body: JSON.stringify({ ...load, players: this.players }),
    });
    if (!answer.ok)
      throw new BenchFault(`the board answered ${answer.status} to ${load.operation}`);
    const used = (await answer.json()) as BoardRowsUsed;
    const tookMs = performance.now() - startedAt;
    const cpuAfter = this.#server.cpuMs();
    const known = cpuBefore !== null && cpuAfter !== null;
    return { used, tookMs, cpuMs: known ? cpuAfter - cpuBefore : tookMs };
  }
}

async function run({ options, closers, say }: BenchInput): Promise<BenchReport> {
  const most = wholeNumber(options, "players", { min: 1_000, max: 1_000_000 });
  const rounds = wholeNumber(options, "rounds", { min: 1, max: 50 });
  const server = await serveBoard(root, closers);
  const boards: BoardBench[] = [];
  const fills: Record<string, number> = {};
  for (const players of [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= most)) {
    say(`Filling a board of ${players.toLocaleString("en-US")} players.`);
    const board = new BoardBench(server, players);
    fills[players] = await board.fill();
    boards.push(board);
  }
  const figures = await measureAll(boards, rounds);
  return {
    tables: [tableOf(figures)],
    figures: { rounds, fillMs: fills, operations: figures, targets },
    faults: faultsOf(figures, most),
  };
}

/** All sizes take turns, so that what else the machine does falls on each of them. */
async function measureAll(boards: readonly BoardBench[], rounds: number): Promise<Figure[]> {
  const samples = new Map<string, Sample[]>();
  for (let round = -1; round < rounds; round++) {
    for (const operation of measured) {
      for (const board of boards) {
        const sample = await board.measure(operation, round);
        const name = `${operation} ${board.players}`;
        if (round >= 0) samples.set(name, [...(samples.get(name) ?? []), sample]);
      }
    }
  }
  return boards.flatMap(({ players }) =>
    measured.map((operation) => {
      const list = samples.get(`${operation} ${players}`) ?? [];
      const values = (name: keyof Sample) => list.map((sample) => sample[name]);
      return {
        ...{ players, operation, ms: median(values("ms")), cpuMs: median(values("cpuMs")) },
        rowsRead: median(values("rowsRead")),
        rowsWritten: median(values("rowsWritten")),
        mostWritten: Math.max(...values("mostWritten")),
      };
    }),
  );
}

function tableOf(figures: readonly Figure[]): Table {
  const words: Partial<Record<Operation, string>> = {
    rank: "exact rank and place",
    around: "around me, 5 either side",
    update: "update",
    wake: "wake",
    count: "rank by COUNT(*)",
  };
  return {
    title: "A board in its object's SQLite, bare workerd",
    columns: ["players", "operation", "us", "cpu us", "rows read", "rows written", "most written"],
    rows: figures.map((one) => [
      one.players,
      words[one.operation] ?? one.operation,
      ...[one.ms, one.cpuMs].map((ms) => (ms * 1000).toFixed(1).padStart(9)),
      one.rowsRead,
      one.rowsWritten,
      one.mostWritten,
    ]),
  };
}

/** From the smallest board on, a rank may cost as much more as the logarithm grows. */
export function faultsOf(figures: readonly Figure[], most: number): string[] {
  const of = (operation: Operation) => figures.filter((one) => one.operation === operation);
  const [first, ...larger] = of("rank");
  const growth = larger.flatMap(({ players, cpuMs }) => {
    const allowed = ((first?.cpuMs ?? 0) * Math.log(players)) / Math.log(first?.players ?? 1);
    return cpuMs <= allowed ? [] : [`a rank of ${players} takes ${cpuMs} ms, above ${allowed}`];
  });
  const slow = of("rank")
    .filter(({ players, cpuMs }) => players === most && cpuMs >= targets.rankMs)
    .map(({ cpuMs }) => `a rank of ${most} takes ${cpuMs} ms, not under ${targets.rankMs}`);
  const wordy = of("update")
    .filter(({ mostWritten }) => mostWritten > targets.updateRows)
    .map(({ players, mostWritten }) => `an update of ${players} wrote ${mostWritten} rows`);
  const wakes = of("wake")
    .filter(({ players, rowsRead }) => rowsRead > players / targets.wakeShare)
    .map(({ players, rowsRead }) => `a wake of ${players} read ${rowsRead} rows`);
  return [...growth, ...slow, ...wordy, ...wakes];
}

export const bench: Bench = {
  about: "a board's rank, neighbours, update and wake, next to counting",
  options: {
    players: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "9" },
  },
  run,
};
