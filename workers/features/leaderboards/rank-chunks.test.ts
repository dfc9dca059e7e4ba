/** The sums and chunks behind a rank, against counting one by one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FenwickTree } from "./fenwick.ts";
import { type BoardPlace, compareTotals } from "./leaderboard.ts";
import { firstPlace, RankChunks } from "./rank-chunks.ts";

const counts = fc.array(fc.nat(50), { maxLength: 40 });
const changes = fc.array(fc.tuple(fc.nat(39), fc.integer({ min: -9, max: 9 })), { maxLength: 30 });

function sumsAsAdded(list: number[], steps: [number, number][], make: typeof makeTree) {
  const tree = make(list);
  const plain = [...list];
  for (const [index, delta] of steps) {
    if (index >= plain.length) continue;
    plain[index] = (plain[index] ?? 0) + delta;
    tree.add(index, delta);
  }
  return plain.every((_, length) => {
    const sum = plain.slice(0, length + 1).reduce((all, count) => all + count, 0);
    return tree.sumOfFirst(length + 1) === sum;
  });
}
const makeTree = (list: readonly number[]) => new FenwickTree(list);

describe("FenwickTree", () => {
  it("sums as adding one by one does, whatever changes", () => {
    fc.assert(
      fc.property(counts, changes, (list, steps) => sumsAsAdded(list, steps, makeTree)),
      { numRuns: 500 },
    );
  });

  it("would be caught if it left out a step of an update", () => {
    class Lazy extends FenwickTree {
      override add(index: number, delta: number): void {
        if (index % 3 !== 1) super.add(index, delta);
      }
    }
    const make = (list: readonly number[]) => new Lazy(list);
    const property = fc.property(counts, changes, (list, steps) => sumsAsAdded(list, steps, make));
    expect(fc.check(property).failed).toBe(true);
  });
});

const place = fc.record({
  score: fc.nat(4),
  reachedAt: fc.nat(3),
  visitorId: fc.constantFrom("a", "b", "c", "d", "e", "f"),
});

describe("RankChunks", () => {
  const bounds: BoardPlace[] = [
    { score: 3, reachedAt: 1, visitorId: "c" },
    { score: 2, reachedAt: 0, visitorId: "" },
    { score: 1, reachedAt: 3, visitorId: "b" },
  ];
  const empty = () =>
    [firstPlace, ...bounds].map((from, index) => ({ id: index + 1, from, size: 0 }));

  it("finds for each place the chunk it is in, and how many are before that chunk", () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), place, (people, asked) => {
        const chunks = new RankChunks(empty());
        for (const one of people) chunks.add(one);
        const { chunk, before } = chunks.find(asked);
        expect(compareTotals(chunk.from, asked)).toBeLessThanOrEqual(0);
        const earlier = people.filter((one) => compareTotals(one, chunk.from) < 0);
        expect(before).toBe(earlier.length);
        expect(chunks.total).toBe(people.length);
      }),
    );
  });

  it("joins neighbours only where both together are small", () => {
    const [a, b, c] = empty();
    const list = [a, b, c].map((chunk, index) => ({ ...chunk, size: [3, 2, 1][index] })) as never;
    const chunks = new RankChunks(list, { split: 8, kept: 4 });
    expect(chunks.joinable().map(({ id }) => id)).toEqual([2]);
    const [first, second] = chunks.list();
    expect(chunks.join(first as never)).toBeNull();
    expect(chunks.join(second as never)?.stays).toMatchObject({ id: 2, size: 3 });
    expect(chunks.list().map(({ size }) => size)).toEqual([3, 3]);
    expect(chunks.total).toBe(6);
  });
});
