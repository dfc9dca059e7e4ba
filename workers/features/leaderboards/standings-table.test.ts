/** The board under thousands of histories, on the engine it runs on; and the faults they would find. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Faults, histories, playHistory } from "#tests/support/board-history.ts";
import { createSqliteStorage } from "#tests/support/sqlite-storage.ts";
import { type BoardChange, compareTotals } from "./leaderboard.ts";
import { RankChunks } from "./rank-chunks.ts";
import type { TableStorage } from "./standings-reader.ts";
import { StandingsTable } from "./standings-table.ts";

const sizes = { split: 8, kept: 4 };

describe("a board, whatever comes in whatever order", () => {
  it("holds its invariants in 2,000 histories", () => {
    fc.assert(
      fc.property(histories, (steps) => playHistory(steps)),
      { numRuns: 2_000 },
    );
  }, 120_000);
});

describe("the histories find", () => {
  const found = (faults: Faults) =>
    fc.check(
      fc.property(histories, (steps) => playHistory(steps, faults)),
      { numRuns: 5_000, endOnFailure: true, seed: 4 },
    );
  const finds = (faults: Faults, invariant: string) => {
    const { failed, errorInstance } = found(faults);
    expect(failed).toBe(true);
    expect(String(errorInstance)).toContain(invariant);
  };

  it("a comparison that forgets who was earlier", () => {
    const compare: typeof compareTotals = (a, b) =>
      compareTotals({ ...a, reachedAt: 0 }, { ...b, reachedAt: 0 });
    const { failed, errorInstance } = found({ compare });
    expect(failed).toBe(true);
    expect(String(errorInstance)).toMatch(/rank|neighbours|share a place/);
  });

  it("a chunk that does not count who comes", () => {
    class Forgetful extends RankChunks {
      override add(place: Parameters<RankChunks["add"]>[0]) {
        const chunk = super.add(place);
        return chunk.id === 1 ? super.remove(place) : chunk;
      }
    }
    finds({ makeChunks: (list) => new Forgetful(list, sizes) }, "everybody counts once");
  });

  it("sizes that are not kept for the next wake", () => {
    const storage = (real: TableStorage): TableStorage => ({
      ...real,
      sql: {
        exec: ((query: string, ...values: never[]) =>
          query.startsWith("update chunks set size")
            ? real.sql.exec("select 1")
            : real.sql.exec(query, ...values)) as TableStorage["sql"]["exec"],
      },
    });
    finds({ storage }, "everybody counts once");
  });

  it("an older state that overtakes a newer one", () => {
    let version = 1_000;
    const deliver = (change: BoardChange) => ({ ...change, version: ++version });
    expect(found({ deliver }).failed).toBe(true);
  });

  it("a message that is added instead of taken", () => {
    const deliver = (change: BoardChange, held: BoardChange | undefined) => {
      if ("gone" in change || !held || "gone" in held) return change;
      return { ...change, score: held.score + change.score, version: held.version + 1 };
    };
    finds({ deliver }, "");
  });

  it("somebody who leaves and stays", () => {
    const deliver = (change: BoardChange): BoardChange =>
      "gone" in change ? { ...change, visitorId: "vis_nobody" as never, gone: true } : change;
    expect(found({ deliver }).failed).toBe(true);
  });

  it("a rebuild that loses a row", () => {
    expect(found({ rebuild: (totals) => totals.slice(1) }).failed).toBe(true);
  });
});

it("knows a score of nothing as 0", () => {
  const table = new StandingsTable(createSqliteStorage());
  table.complete("key");
  const visitorId = "a" as never;
  const about = { handle: "a", alias: "a", reachedAt: 1, version: 1 };
  table.take([{ visitorId, score: 0, ...about }]);
  expect(table.place(visitorId)).toEqual({ rank: 1, place: 1, score: 0 });
  expect(table.page("", 1)).toEqual([{ visitorId, score: 0, reachedAt: 1, version: 1 }]);
});

describe("a change that fails half-way", () => {
  it("leaves rows and ranks as they were", () => {
    const real = createSqliteStorage();
    let failing = false;
    const table = new StandingsTable({
      ...real,
      sql: {
        exec: ((query: string, ...values: never[]) => {
          if (failing && query.startsWith("update chunks set size")) throw new Error("disk");
          return real.sql.exec(query, ...values);
        }) as TableStorage["sql"]["exec"],
      },
    });
    table.complete("key");
    const total = (id: string, score: number, version = 1) => ({
      visitorId: id as never,
      ...{ handle: id, alias: id, score, reachedAt: 1, version },
    });
    table.take([total("a", 10)]);
    failing = true;
    expect(() => table.take([total("b", 20)])).toThrow("disk");
    failing = false;
    expect(table.count()).toBe(1);
    expect(table.top(5).map(({ handle }) => handle)).toEqual(["a"]);
    expect(table.take([total("b", 20)])).toBe(1);
    expect(table.place("a" as never)).toEqual({ rank: 2, place: 2, score: 10 });
  });
});
