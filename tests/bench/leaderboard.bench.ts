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
const fillBatch = 10_000;
const targets = { rankMs: 0.1, updateRows: 5, wakeShare: 128 } as const;

type Operation = BoardLoad["operation"];
interface Figure {
  players: number;
  operation: Operation;
  /** Of one operation; what an empty call takes is left out. */
  ms: number;
  rowsRead: number;
  rowsWritten: number;
  mostWritten: number;
}

/** How often each operation is done in one call: dear ones less often. */
const perCall: Record<
  Exclude<Operation, "fill" | "complete" | "nothing">,
  (n: number) => number
> = {
  rank: () => 2_000,
  around: () => 1_000,
  update: () => 1_000,
  wake: (players) => Math.max(3, Math.round(200_000 / players)),
  count: (players) => Math.max(5, Math.min(500, Math.round(1_000_000 / players))),
};

class BoardBench {
  readonly #port: number;
  readonly #players: number;
  readonly #rounds: number;

  constructor(port: number, players: number, rounds: number) {
    this.#port = port;
    this.#players = players;
    this.#rounds = rounds;
  }

  /** Answers how long the whole took, in milliseconds. */
  async fill(): Promise<number> {
    const startedAt = performance.now();
    for (let seed = 0; seed < this.#players; seed += fillBatch) {
      const times = Math.min(fillBatch, this.#players - seed);
      await this.#ask({ operation: "fill", times, seed });
    }
    await this.#ask({ operation: "complete", times: 1, seed: 0 });
    return performance.now() - startedAt;
  }

  async measure(operation: keyof typeof perCall): Promise<Figure> {
    const times = perCall[operation](this.#players);
    const samples: number[] = [];
    const used: BoardRowsUsed = { rowsRead: 0, rowsWritten: 0, mostWritten: 0 };
    for (let round = -1; round < this.#rounds; round++) {
      const idle = await this.#ask({ operation: "nothing", times, seed: 0 });
      const busy = await this.#ask({ operation, times, seed: (round + 2) * 1_000_003 });
      if (round < 0) continue;
      samples.push(Math.max(0, busy.tookMs - idle.tookMs) / times);
      used.rowsRead += busy.used.rowsRead / times / this.#rounds;
      used.rowsWritten += busy.used.rowsWritten / times / this.#rounds;
      used.mostWritten = Math.max(used.mostWritten, busy.used.mostWritten);
    }
    return { players: this.#players, operation, ms: median(samples), ...used };
  }

  async #ask(load: Omit<BoardLoad, "players">) {
    const startedAt = performance.now();
    const answer = await fetch(`http://127.0.0.1:${this.#port}/${this.#players}`, {
      method: "POST",
      body: JSON.stringify({ ...load, players: this.#players }),
    });
    if (!answer.ok)
      throw new BenchFault(`the board answered ${answer.status} to ${load.operation}`);
    const used = (await answer.json()) as BoardRowsUsed;
    return { used, tookMs: performance.now() - startedAt };
  }
}

async function run({ options, closers, say }: BenchInput): Promise<BenchReport> {
  const most = wholeNumber(options, "players", { min: 1_000, max: 1_000_000 });
  const rounds = wholeNumber(options, "rounds", { min: 1, max: 50 });
  const port = await serveBoard(root, closers);
  const figures: Figure[] = [];
  const fills: Record<string, number> = {};
  for (const players of [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= most)) {
    say(`Filling a board of ${players.toLocaleString("en-US")} players.`);
    const board = new BoardBench(port, players, rounds);
    fills[players] = await board.fill();
    for (const operation of ["rank", "around", "update", "wake", "count"] as const) {
      figures.push(await board.measure(operation));
    }
  }
  return {
    tables: [tableOf(figures)],
    figures: { rounds, fillMs: fills, operations: figures, targets },
    faults: faultsOf(figures, most),
  };
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
    columns: ["players", "operation", "us", "rows read", "rows written", "most written"],
    rows: figures.map((one) => [
      one.players,
      words[one.operation] ?? one.operation,
      (one.ms * 1000).toFixed(1).padStart(9),
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
  const growth = larger.flatMap(({ players, ms }) => {
    const allowed = ((first?.ms ?? 0) * Math.log(players)) / Math.log(first?.players ?? 1);
    return ms <= allowed ? [] : [`a rank of ${players} takes ${ms} ms, above ${allowed} ms`];
  });
  const slow = of("rank")
    .filter(({ players, ms }) => players === most && ms >= targets.rankMs)
    .map(
      ({ players, ms }) => `a rank of ${players} takes ${ms} ms, not under ${targets.rankMs} ms`,
    );
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
    rounds: { type: "string", default: "7" },
  },
  run,
};
