/** Prefixes and leaves: everybody has exactly one, whatever was split and joined. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadHandle } from "#tests/support/spread-handle.ts";
import {
  entryFor,
  entryOf,
  firstDirectory,
  isNewerDirectory,
  type LeafSize,
  rebalance,
} from "./leaf-directory.ts";

const times = { moveSpreadMs: 60_000, leaveGraceMs: 10_000 };
const rules = { leafTarget: 5, leafSplit: 8, leafDepth: 5, ...times };
const handles = Array.from({ length: 64 }, (_, index) => spreadHandle(index));

describe("rebalance", () => {
  it("keeps every handle in exactly one leaf, and each leaf at most one prefix", () => {
    const sizes = fc.array(fc.nat(12), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(sizes, { maxLength: 30 }), (rounds) => {
        let directory = firstDirectory(1);
        rounds.forEach((round, index) => {
          const told = directory.entries.map(({ leaf, prefix }): [number, LeafSize] => [
            leaf,
            { prefix, sockets: round[leaf % 40] ?? 0 },
          ]);
          const before = directory;
          directory = rebalance(directory, new Map(told), rules, index * 1_000_000);
          if (directory !== before) expect(isNewerDirectory(directory, before)).toBe(true);
          const leaves = directory.entries.map(({ leaf }) => leaf);
          expect(new Set(leaves).size).toBe(leaves.length);
          const share = directory.entries.reduce((sum, { prefix }) => sum + 2 ** -prefix.length, 0);
          expect(share).toBe(1);
          for (const handle of handles) entryFor(directory, handle);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("moves only people of the leaf that split", () => {
    let directory = firstDirectory(1);
    const full = (leaf: number, prefix: string) => new Map([[leaf, { prefix, sockets: 8 }]]);
    directory = rebalance(directory, full(1, ""), rules, 0);
    const before = handles.map((handle) => entryFor(directory, handle).leaf);
    const next = rebalance(directory, full(2, "1"), rules, 0);
    const moved = handles.filter((handle, i) => entryFor(next, handle).leaf !== before[i]);
    expect(moved).toHaveLength(16);
    expect(moved.every((handle) => entryFor(directory, handle).leaf === 2)).toBe(true);
    expect(entryOf(next, 3)?.from).toEqual([1, 2]);
  });

  it("believes no size that was counted for another prefix", () => {
    const directory = firstDirectory(1);
    const stale = new Map([[1, { prefix: "0", sockets: 900 }]]);
    expect(rebalance(directory, stale, rules, 0)).toBe(directory);
  });
});
