import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { digestTotals } from "./board-digest.ts";
import { boardsAt, compareTotals } from "./leaderboard.ts";

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

describe("digestTotals", () => {
  const total = (index: number, score: number, version = 1) => ({
    visitorId: ids[index] as (typeof ids)[0],
    score,
    reachedAt: now,
    version,
  });

  it("does not depend on the order of rows", async () => {
    const forward = await digestTotals([total(0, 10), total(1, 20)]);
    expect(await digestTotals([total(1, 20), total(0, 10)])).toEqual(forward);
    expect(forward).toMatchObject({ count: 2, sum: 30 });
  });

  it("tells apart boards with equal count and sum", async () => {
    const digest = await digestTotals([total(0, 10), total(1, 20)]);
    expect(await digestTotals([total(0, 20), total(1, 10)])).not.toEqual(digest);
    expect(await digestTotals([total(0, 10), total(1, 20, 2)])).not.toEqual(digest);
  });
});
