/** Histories of one board for model-based tests: people score and leave, messages come in any order. */
import fc from "fast-check";
import type { VisitorId } from "#shared/ids.ts";
import {
  type BoardChange,
  type BoardTotal,
  compareTotals,
} from "#workers/features/leaderboards/leaderboard.ts";
import { type Chunk, RankChunks } from "#workers/features/leaderboards/rank-chunks.ts";
import type { TableStorage } from "#workers/features/leaderboards/standings-reader.ts";
import { StandingsTable } from "#workers/features/leaderboards/standings-table.ts";
import { createSqliteStorage } from "./sqlite-storage.ts";

const sizes = { split: 8, kept: 4 };
/** The same in every run, so that a seed names one history. */
const people = Array.from(
  { length: 24 },
  (_, index) => `vis_${String(index).padStart(26, "0")}` as VisitorId,
);
const keyOfHandles = "key";

/** What happens to a board: `message` picks one of those that were ever sent. */
export type Step =
  | { kind: "score"; who: number; points: number; reachedAt: number }
  | { kind: "leave"; who: number }
  | { kind: "deliver"; message: number }
  | { kind: "wake" }
  | { kind: "rebuild" }
  | { kind: "lose storage" };

const who = fc.nat(people.length - 1);
const score = fc.record({
  kind: fc.constant("score" as const),
  who,
  points: fc.nat(3),
  reachedAt: fc.nat(3),
});
const deliver = fc.record({ kind: fc.constant("deliver" as const), message: fc.nat(200) });
const rare = fc.constantFrom<Step>({ kind: "wake" }, { kind: "rebuild" }, { kind: "lose storage" });
export const histories = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: score },
    { weight: 8, arbitrary: deliver },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("leave" as const), who }) },
    { weight: 2, arbitrary: rare },
  ),
  { maxLength: 70 },
);

/** Where a test may plant a fault; what is left out works. */
export interface Faults {
  compare?: typeof compareTotals;
  makeChunks?(list: readonly Chunk[]): RankChunks;
  storage?(storage: TableStorage): TableStorage;
  deliver?(change: BoardChange, held: BoardChange | undefined): BoardChange;
  rebuild?(totals: BoardTotal[]): BoardTotal[];
}

/** Plays a history, and throws an Error that names the invariant that does not hold. */
export function playHistory(steps: readonly Step[], faults: Faults = {}): void {
  const board = new PlayedBoard(faults);
  for (const step of steps) {
    board.play(step);
    board.check();
  }
  board.settle();
}

class PlayedBoard {
  readonly #faults: Faults;
  readonly #truth = new Map<VisitorId, BoardChange>();
  readonly #sent: BoardChange[] = [];
  /** The newest state that has come to the board, of each person. */
  #held = new Map<VisitorId, BoardChange>();
  #storage = this.#newStorage({});
  #table = new StandingsTable(this.#storage, sizes);

  constructor(faults: Faults) {
    this.#faults = faults;
    this.#storage = this.#newStorage(faults);
    this.#wake();
    this.#rebuild();
  }

  play(step: Step): void {
    if (step.kind === "score") this.#score(people[step.who] as VisitorId, step);
    if (step.kind === "leave") this.#leave(people[step.who] as VisitorId);
    if (step.kind === "deliver") this.#deliver(this.#sent[step.message % this.#sent.length]);
    if (step.kind === "wake") this.#wake();
    if (step.kind === "rebuild") this.#rebuild();
    if (step.kind === "lose storage") {
      this.#storage = this.#newStorage(this.#faults);
      this.#wake();
      this.#rebuild();
    }
  }

  #score(visitorId: VisitorId, { points, reachedAt }: Extract<Step, { kind: "score" }>): void {
    const old = this.#truth.get(visitorId);
    const before = old && !("gone" in old) ? old : null;
    this.#send({
      visitorId,
      handle: visitorId,
      alias: visitorId,
      score: (before?.score ?? 0) + points,
      reachedAt: Math.max(before?.reachedAt ?? 0, reachedAt),
      version: (old?.version ?? 0) + 1,
    });
  }

  #leave(visitorId: VisitorId): void {
    this.#send({
      visitorId,
      version: (this.#truth.get(visitorId)?.version ?? 0) + 1,
      gone: true,
    });
  }

  #send(change: BoardChange): void {
    this.#truth.set(change.visitorId, change);
    this.#sent.push(change);
  }

  #deliver(change: BoardChange | undefined): void {
    if (!change) return;
    const held = this.#held.get(change.visitorId);
    this.#table.take([this.#faults.deliver?.(change, held) ?? change]);
    if (change.version > (held?.version ?? 0)) this.#held.set(change.visitorId, change);
  }

  #wake(): void {
    this.#table = new StandingsTable(this.#storage, sizes, (list) => {
      if (this.#faults.makeChunks) return this.#faults.makeChunks(list);
      return new RankChunks(list, sizes, this.#faults.compare);
    });
    this.#table.open(keyOfHandles);
  }

  /** As the room does: what comes while Postgres is read is taken as well. */
  #rebuild(): void {
    this.#table.clear();
    const totals = shownOf(this.#truth);
    const late = this.#sent.at(-1);
    if (late) this.#table.take([late]);
    this.#table.take(this.#faults.rebuild?.(totals) ?? totals);
    this.#table.complete(keyOfHandles);
    this.#held = new Map(totals.map((total) => [total.visitorId, total]));
    if (late && late === this.#truth.get(late.visitorId)) this.#held.set(late.visitorId, late);
  }

  /** After every message has come, in whatever order: the board is what Postgres has. */
  settle(): void {
    for (const change of this.#sent.toReversed()) this.#deliver(change);
    this.check();
    const stored = JSON.stringify(shownOf(this.#truth).map(facts).sort());
    const own = JSON.stringify(this.#table.page("", 1_000).map(facts).sort());
    claim(own === stored, "the board is what Postgres has");
  }

  check(): void {
    const sorted = shownOf(this.#held).sort(compareTotals);
    claim(this.#table.count() === sorted.length, "everybody counts once");
    const top = this.#table.top(1_000);
    claim(same(top, sorted), "the order is that of sorting");
    for (const [index, { visitorId, score }] of sorted.entries()) {
      const place = this.#table.place(visitorId);
      claim(place?.rank === index + 1, "a rank is that of sorting");
      claim(place?.score === score, "each entry is applied once, the newest stays");
      const better = sorted.filter((other) => other.score > score).length;
      claim(place?.place === better + 1, "equal scores share a place");
      const near = sorted.slice(Math.max(0, index - 2), index + 3);
      claim(same(this.#table.around(visitorId, 2), near), "one's neighbours are those of sorting");
    }
    for (const visitorId of people) {
      const isOn = sorted.some((total) => total.visitorId === visitorId);
      claim(isOn || this.#table.place(visitorId) === null, "who has left is not on the board");
    }
  }

  #newStorage(faults: Faults): TableStorage {
    const storage = createSqliteStorage();
    return faults.storage?.(storage) ?? storage;
  }
}

const facts = ({ visitorId, score, reachedAt, version }: BoardTotal | DigestLine) =>
  `${visitorId} ${score} ${reachedAt} ${version}`;
type DigestLine = ReturnType<StandingsTable["page"]>[number];

const same = (rows: readonly { handle: string }[], totals: readonly BoardTotal[]) =>
  rows.map((row) => row.handle).join() === totals.map((total) => total.handle).join();

function shownOf(states: ReadonlyMap<VisitorId, BoardChange>): BoardTotal[] {
  return [...states.values()].filter((change): change is BoardTotal => !("gone" in change));
}

function claim(holds: boolean, invariant: string): void {
  if (!holds) throw new Error(invariant);
}
