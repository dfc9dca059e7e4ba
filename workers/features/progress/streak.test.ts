/** Checks streaks: the freeze, repeated and late days, and that practice never costs anything. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOfStreak, freezeCost, streakOf, viewStreak } from "./streak.ts";

const days = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 40 });
const row = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);

describe("a streak", () => {
  it("counts days in a row, and ends after a missed one without a freeze", () => {
    expect(viewStreak(streakOf([1, 2, 3]), 3)).toMatchObject({ days: 3, practisedToday: true });
    expect(viewStreak(streakOf([1, 2, 3]), 4)).toMatchObject({ days: 3, practisedToday: false });
    expect(viewStreak(streakOf([1, 2, 3]), 5)).toMatchObject({ days: 0, longest: 3 });
  });

  it("earns a freeze with five days and spends it on one missed day", () => {
    const earned = viewStreak(streakOf(row(1, freezeCost)), freezeCost);
    expect(earned.freeze).toEqual({ held: true, inUse: false, daysToEarn: 0 });
    const missed = viewStreak(streakOf(row(1, 5)), 7);
    expect(missed).toMatchObject({ days: 5, freeze: { held: true, inUse: true } });
    const goneOn = viewStreak(streakOf([...row(1, 5), 7]), 7);
    expect(goneOn).toMatchObject({ days: 6, freeze: { held: false, daysToEarn: 4 } });
  });

  it("holds one freeze at most: a second missed day ends it, also after ten days", () => {
    expect(streakOf([...row(1, 10), 12, 14]).days).toBe(1);
    expect(streakOf([...row(1, 10), 13]).days).toBe(1);
    expect(viewStreak(streakOf(row(1, 10)), 13).days).toBe(0);
  });

  it("is the same in any order and with repeats", () => {
    fc.assert(
      fc.property(days, fc.array(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((day, index) => ({ day, key: keys[index] ?? index }))
          .sort((a, b) => a.key - b.key)
          .map(({ day }) => day);
        expect(streakOf([...shuffled, ...list])).toEqual(streakOf(list));
      }),
    );
  });

  it("never gets shorter by a day more, now or ever", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 }), (list, extra) => {
        const before = streakOf(list);
        const after = streakOf([...list, extra]);
        expect(after.longest).toBeGreaterThanOrEqual(before.longest);
        expect(viewStreak(after, 40).days).toBeGreaterThanOrEqual(viewStreak(before, 40).days);
      }),
      { numRuns: 1_000 },
    );
  });

  it("agrees with a plain walk over the calendar", () => {
    fc.assert(
      fc.property(days, (list) => {
        const practised = new Set(list);
        let [length, longest, saved, hole] = [0, 0, 0, false];
        for (let day = 0; day <= 40; day++) {
          if (practised.has(day)) {
            length += 1;
            saved = hole ? 1 : saved + 1;
            hole = false;
          } else if (length > 0 && !hole && saved >= freezeCost) hole = true;
          else [length, saved, hole] = [0, 0, false];
          longest = Math.max(longest, length);
        }
        const view = viewStreak(streakOf(list), 41);
        expect([view.longest, hole ? 0 : view.days]).toEqual([longest, hole ? 0 : length]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("stands on the day it first came to that length", () => {
    expect(dayOfStreak([9, 1, 2, 3, 4, 5, 6, 7], 7)).toBe(7);
    expect(dayOfStreak(row(1, 6), 7)).toBeNull();
  });
});
