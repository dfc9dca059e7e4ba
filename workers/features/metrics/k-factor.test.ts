import { describe, expect, it } from "vitest";
import { amplification, bootstrapInterval, kFactor } from "./k-factor.ts";

const histogram = (cells: Record<number, number>) =>
  new Map(Object.entries(cells).map(([invitees, persons]) => [Number(invitees), persons]));

describe("kFactor", () => {
  it("counts those who invited nobody among the persons", () => {
    const k = kFactor({ persons: 10, invites: 8, histogram: histogram({ 0: 7, 1: 2, 2: 1 }) });
    expect(k.credited).toBe(4);
    expect(k.k).toBe(0.4);
  });

  it("is exactly the product of invites per person and first values per invite", () => {
    const k = kFactor({ persons: 7, invites: 13, histogram: histogram({ 0: 4, 1: 1, 3: 2 }) });
    expect((k.invitesPerPerson ?? 0) * (k.fvmPerInvite ?? 0)).toBeCloseTo(k.k ?? -1, 12);
  });

  it("does not average daily ratios", () => {
    // Two days: 1 person with 5 credited, 99 persons with none. The mean of ratios would say 2.5.
    const k = kFactor({ persons: 100, invites: 50, histogram: histogram({ 0: 99, 5: 1 }) });
    expect(k.k).toBe(0.05);
  });

  it("says nothing where there is nobody", () => {
    const k = kFactor({ persons: 0, invites: 0, histogram: new Map() });
    expect(k).toMatchObject({
      k: null,
      invitesPerPerson: null,
      fvmPerInvite: null,
      interval: null,
    });
  });
});

describe("bootstrapInterval", () => {
  it("is the same for the same seed, and holds the mean", () => {
    const cells = histogram({ 0: 500, 1: 300, 2: 150, 4: 50 });
    const first = bootstrapInterval(cells, 7);
    expect(bootstrapInterval(cells, 7)).toEqual(first);
    expect(first.low).toBeLessThan(0.8);
    expect(first.high).toBeGreaterThan(0.8);
  });

  it("is as wide as the normal approximation says for a large intake", () => {
    const cells = histogram({ 0: 6000, 1: 4000 });
    const { low, high } = bootstrapInterval(cells, 3);
    const expected = 2 * 1.96 * Math.sqrt((0.4 * 0.6) / 10_000);
    expect(high - low).toBeGreaterThan(expected * 0.9);
    expect(high - low).toBeLessThan(expected * 1.1);
  });

  it("has no width where everybody is alike", () => {
    expect(bootstrapInterval(histogram({ 2: 40 }), 1)).toEqual({ low: 2, high: 2 });
  });
});

describe("amplification", () => {
  it("exists only below one", () => {
    expect(amplification(0.5)).toBe(2);
    expect(amplification(1)).toBeNull();
    expect(amplification(null)).toBeNull();
  });
});
