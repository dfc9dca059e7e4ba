/** Bucketing against GrowthBook's published vectors, and over a hundred thousand people. */
import { describe, expect, it } from "vitest";
import { fromUuid } from "#shared/ids.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import {
  type BucketRange,
  bucketOf,
  bucketRanges,
  chooseVariant,
  coarseBucketOf,
  fnv1a32,
  inNamespace,
} from "./bucketing.ts";

it("FNV-1a gives the values of its authors' test vectors", () => {
  expect(fnv1a32("")).toBe(0x811c9dc5);
  expect(fnv1a32("a")).toBe(0xe40c292c);
  expect(fnv1a32("foobar")).toBe(0xbf9cf968);
});

// The figures of GrowthBook's cases.json, specification 0.5.4.
describe("GrowthBook's vectors", () => {
  it.each([
    ["", "a", 0.22],
    ["", "b", 0.077],
    ["b", "a", 0.946],
    ["ef", "d", 0.652],
    ["asdf", "8952klfjas09ujk", 0.549],
    ["", "123", 0.011],
    ["", '___)((*":&', 0.563],
  ])("hash version 1 of %j and %j is %f", (seed, id, bucket) => {
    expect(coarseBucketOf(seed, id)).toBe(bucket);
  });

  it.each([
    ["seed", "a", 0.0505],
    ["seed", "b", 0.2696],
    ["foo", "ab", 0.2575],
    ["foo", "def", 0.2019],
    ["89123klj", "8952klfjas09ujkasdf", 0.124],
    ["90850943850283058242805", "123", 0.7516],
    ["()**(%$##$%#$#", '___)((*":&', 0.0128],
    ["feature-exp", "d123", 0.6468],
    ["feature-exp", "i123", 0.9943],
  ])("hash version 2 of %j and %j is %f", (seed, id, bucket) => {
    expect(bucketOf(seed, id)).toBe(bucket);
  });

  it.each<[string, number, number, number[] | null, [number, number][]]>([
    [
      "normal 50/50",
      2,
      1,
      null,
      [
        [0, 0.5],
        [0.5, 1],
      ],
    ],
    [
      "reduced coverage",
      2,
      0.5,
      null,
      [
        [0, 0.25],
        [0.5, 0.75],
      ],
    ],
    [
      "zero coverage",
      2,
      0,
      null,
      [
        [0, 0],
        [0.5, 0.5],
      ],
    ],
    [
      "four",
      4,
      1,
      null,
      [
        [0, 0.25],
        [0.25, 0.5],
        [0.5, 0.75],
        [0.75, 1],
      ],
    ],
    [
      "uneven",
      2,
      1,
      [0.4, 0.6],
      [
        [0, 0.4],
        [0.4, 1],
      ],
    ],
    [
      "uneven, three",
      3,
      1,
      [0.2, 0.3, 0.5],
      [
        [0, 0.2],
        [0.2, 0.5],
        [0.5, 1],
      ],
    ],
    [
      "uneven, reduced",
      3,
      0.2,
      [0.2, 0.3, 0.5],
      [
        [0, 0.04],
        [0.2, 0.26],
        [0.5, 0.6],
      ],
    ],
    [
      "negative coverage",
      2,
      -0.2,
      null,
      [
        [0, 0],
        [0.5, 0.5],
      ],
    ],
    [
      "coverage above 1",
      2,
      1.5,
      null,
      [
        [0, 0.5],
        [0.5, 1],
      ],
    ],
    [
      "sum below 1",
      2,
      1,
      [0.4, 0.1],
      [
        [0, 0.5],
        [0.5, 1],
      ],
    ],
    [
      "sum above 1",
      2,
      1,
      [0.7, 0.6],
      [
        [0, 0.5],
        [0.5, 1],
      ],
    ],
    [
      "too few weights",
      4,
      1,
      [0.4, 0.4, 0.2],
      [
        [0, 0.25],
        [0.25, 0.5],
        [0.5, 0.75],
        [0.75, 1],
      ],
    ],
    [
      "sum almost 1",
      2,
      1,
      [0.4, 0.5999],
      [
        [0, 0.4],
        [0.4, 0.9999],
      ],
    ],
  ])("ranges: %s", (_, variants, coverage, weights, expected) => {
    const ranges = bucketRanges(variants, coverage, weights);
    expect(ranges).toHaveLength(expected.length);
    ranges.forEach(([from, to], index) => {
      expect(from).toBeCloseTo(expected[index]?.[0] ?? -1, 12);
      expect(to).toBeCloseTo(expected[index]?.[1] ?? -1, 12);
    });
  });

  const even: BucketRange[] = [
    [0, 0.5],
    [0.5, 1],
  ];
  const reduced: BucketRange[] = [
    [0, 0.25],
    [0.5, 0.75],
  ];
  it.each<[number, BucketRange[], number]>([
    [0.2, even, 0],
    [0.4, even, 0],
    [0.6, even, 1],
    [0.8, even, 1],
    [0, even, 0],
    [0.5, even, 1],
    [0.2, reduced, 0],
    [0.4, reduced, -1],
    [0.6, reduced, 1],
    [0.8, reduced, -1],
    [0.25, reduced, -1],
    [0.5, reduced, 1],
    [
      0.5,
      [
        [0, 0.5],
        [0.5, 0.5],
        [0.5, 1],
      ],
      2,
    ],
  ])("bucket %f in %j is variant %i", (bucket, ranges, variant) => {
    expect(chooseVariant(bucket, ranges)).toBe(variant);
  });

  it.each([
    ["1", "namespace1", false],
    ["1", "namespace2", false],
    ["2", "namespace1", false],
    ["2", "namespace2", false],
    ["3", "namespace1", false],
    ["3", "namespace2", true],
    ["4", "namespace1", false],
    ["4", "namespace2", true],
  ])("person %s is in the first 0.4 of %s: %s", (id, name, expected) => {
    expect(inNamespace(id, { name, from: 0, to: 0.4 })).toBe(expected);
    expect(inNamespace(id, { name, from: 0.4, to: 1 })).toBe(!expected);
  });
});

describe("over 100,000 visitor ids", () => {
  // Seeded: at a share of a tenth, chance alone strays by more than 2 % once in thirty draws.
  const random = seededRandom(20_261_121);
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(random.next() * 16).toString(16)).join("");
  const ids = Array.from({ length: 100_000 }, () =>
    fromUuid("vis", `019${hex(5)}-${hex(4)}-7${hex(3)}-9${hex(3)}-${hex(12)}`),
  );

  it.each([[[0.5, 0.5]], [[0.9, 0.1]], [[0.2, 0.3, 0.5]]])(
    "the shares are within 2 %% of the weights %j",
    (weights) => {
      const ranges = bucketRanges(weights.length, 1, weights);
      const counts = weights.map(() => 0);
      for (const id of ids) {
        const variant = chooseVariant(bucketOf("buddy-words", id), ranges);
        counts[variant] = (counts[variant] ?? 0) + 1;
      }
      const shares = counts.map((count) => count / ids.length);
      process.stdout.write(`shares of ${weights.join("/")}: ${shares.join("/")}\n`);
      shares.forEach((share, i) => {
        expect(Math.abs(share / (weights[i] ?? 0) - 1)).toBeLessThan(0.02);
      });
    },
  );

  it("two experiments cut the same people independently of one another", () => {
    let both = 0;
    for (const id of ids) if (bucketOf("one", id) < 0.5 && bucketOf("two", id) < 0.5) both += 1;
    expect(Math.abs(both / ids.length - 0.25)).toBeLessThan(0.01);
  });

  it("more coverage moves nobody who was covered", () => {
    const [some, more] = [bucketRanges(2, 0.2, null), bucketRanges(2, 0.8, null)];
    for (const id of ids.slice(0, 20_000)) {
      const before = chooseVariant(bucketOf("one", id), some);
      if (before >= 0) expect(chooseVariant(bucketOf("one", id), more)).toBe(before);
    }
  });
});
