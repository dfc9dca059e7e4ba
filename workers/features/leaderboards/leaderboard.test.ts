import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { boardPage, digestPages } from "./board-digest.ts";
import {
  boardBefore,
  boardPhase,
  boardsAt,
  compareTotals,
  nextPhaseAt,
  tickMs,
  withPlaces,
} from "./leaderboard.ts";

const now = Date.parse("2026-11-21T12:00:00Z");

describe("boardsAt", () => {
  it("names the day's, the week's and the all-time board", () => {
    expect(boardsAt("algebra", now)).toEqual([
      { subject: "algebra", period: "daily", periodStart: "2026-11-21" },
      { subject: "algebra", period: "weekly", periodStart: "2026-11-16" },
      { subject: "algebra", period: "all_time", periodStart: "1970-01-01" },
    ]);
  });
});

const ids = Array.from({ length: 5 }, () => newId("vis", now));
const totals = fc.array(
  fc.record({
    visitorId: fc.constantFrom(...ids),
    score: fc.integer({ min: 0, max: 3 }),
    reachedAt: fc.integer({ min: 0, max: 3 }),
    version: fc.constant(1),
  }),
  { maxLength: 5 },
);

describe("compareTotals", () => {
  it("puts the greater score first, then the earlier, then the smaller id", () => {
    const [a, b] = [ids[0] as (typeof ids)[0], ids[1] as (typeof ids)[0]].sort();
    const total = (visitorId: typeof a, score: number, reachedAt: number) => ({
      visitorId: visitorId as NonNullable<typeof a>,
      score,
      reachedAt,
    });
    expect(compareTotals(total(b, 20, 9), total(a, 10, 1))).toBeLessThan(0);
    expect(compareTotals(total(b, 10, 1), total(a, 10, 2))).toBeLessThan(0);
    expect(compareTotals(total(a, 10, 1), total(b, 10, 1))).toBeLessThan(0);
    expect(compareTotals(total(a, 10, 1), total(a, 10, 1))).toBe(0);
  });

  it("is a total order: sorting is the same from any beginning", () => {
    fc.assert(
      fc.property(totals, (list) => {
        const sorted = list.toSorted(compareTotals);
        expect(list.toReversed().sort(compareTotals)).toEqual(sorted);
      }),
    );
  });
});

describe("digestPages", () => {
  const total = (index: number, score: number, version = 1) => ({
    visitorId: ids[index] as (typeof ids)[0],
    score,
    reachedAt: now,
    version,
  });

  it("counts and adds up", async () => {
    const digest = await digestPages([[total(0, 10), total(1, 20)]]);
    expect(digest).toMatchObject({ count: 2, sum: 30 });
  });

  it("tells apart boards with equal count and sum", async () => {
    const digest = await digestPages([[total(0, 10), total(1, 20)]]);
    expect(await digestPages([[total(0, 20), total(1, 10)]])).not.toEqual(digest);
    expect(await digestPages([[total(0, 10), total(1, 20, 2)]])).not.toEqual(digest);
  });

  it("sees a difference on any page", async () => {
    const page = Array.from({ length: boardPage }, (_, index) => total(index % 5, index));
    const digest = await digestPages([page, [total(0, 1)]]);
    expect(await digestPages([page, [total(0, 2)]])).not.toEqual(digest);
    expect(await digestPages([page.with(7, total(0, 7, 9)), [total(0, 1)]])).not.toEqual(digest);
  });
});

describe("a board in time", () => {
  const at = (text: string) => Date.parse(text);
  const day = { subject: "algebra", period: "daily", periodStart: "2026-11-21" } as const;
  const week = { subject: "algebra", period: "weekly", periodStart: "2026-11-16" } as const;
  const ever = { subject: "algebra", period: "all_time", periodStart: "1970-01-01" } as const;

  it("freezes at the end of its UTC day or ISO week, and is over 35 days later", () => {
    expect(boardPhase(day, at("2026-11-21T23:59:59.999Z"))).toBe("open");
    expect(boardPhase(day, at("2026-11-22T00:00:00Z"))).toBe("frozen");
    expect(boardPhase(week, at("2026-11-22T23:59:59.999Z"))).toBe("open");
    expect(boardPhase(week, at("2026-12-27T23:59:59.999Z"))).toBe("frozen");
    expect(boardPhase(week, at("2026-12-28T00:00:00Z"))).toBe("over");
    expect(boardPhase(ever, at("2100-01-01T00:00:00Z"))).toBe("open");
  });

  it("knows when its phase changes next", () => {
    expect(nextPhaseAt(day, now)).toBe(at("2026-11-22T00:00:00Z"));
    expect(nextPhaseAt(day, at("2026-11-22T00:00:00Z"))).toBe(at("2026-12-27T00:00:00Z"));
    expect(nextPhaseAt(day, at("2026-12-27T00:00:00Z"))).toBeNull();
    expect(nextPhaseAt(ever, now)).toBeNull();
  });

  it("follows the one before it", () => {
    expect(boardBefore(day)?.periodStart).toBe("2026-11-20");
    expect(boardBefore(week)?.periodStart).toBe("2026-11-09");
    expect(boardBefore(ever)).toBeNull();
  });

  it("is told to its watchers within a second, however many there are", () => {
    expect([tickMs(1), tickMs(300), tickMs(10_000)]).toEqual([100, 300, 800]);
  });
});

describe("withPlaces", () => {
  it("gives equal scores one place, and counts on by rank", () => {
    const rows = [9, 7, 7, 5].map((score) => ({ score }));
    expect(withPlaces(rows, 1, 1).map(({ place }) => place)).toEqual([1, 2, 2, 4]);
    expect(withPlaces(rows.slice(2), 3, 2).map(({ rank, place }) => [rank, place])).toEqual([
      [3, 2],
      [4, 4],
    ]);
  });
});
