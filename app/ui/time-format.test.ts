/** Checks the words for durations, moments and numbers. */
import { describe, expect, it } from "vitest";
import {
  formatClock,
  formatCount,
  formatDay,
  formatDuration,
  formatList,
  formatMoment,
  formatRatio,
  formatRelative,
  plural,
} from "./time-format.ts";

const now = Date.UTC(2026, 10, 21, 12);

describe("a duration", () => {
  it("is in seconds below a minute and a half, then in minutes", () => {
    expect(formatDuration(0)).toBe("0 s");
    expect(formatDuration(62_000)).toBe("62 s");
    expect(formatDuration(89_400)).toBe("89 s");
    expect(formatDuration(90_000)).toBe("1 min 30 s");
    expect(formatDuration(120_000)).toBe("2 min");
  });

  it("is never negative", () => {
    expect(formatDuration(-5)).toBe("0 s");
    expect(formatClock(-5)).toBe("0:00");
  });

  it("runs as a clock with two digits of seconds", () => {
    expect(formatClock(9_999)).toBe("0:09");
    expect(formatClock(62_000)).toBe("1:02");
  });
});

describe("a moment", () => {
  it("is told by its distance within a week, on either side", () => {
    expect(formatRelative(now - 20_000, now)).toBe("now");
    expect(formatRelative(now + 20_000, now)).toBe("now");
    expect(formatRelative(now - 5 * 60_000, now)).toBe("5 minutes ago");
    expect(formatRelative(now - 3 * 3_600_000, now)).toBe("3 hours ago");
    expect(formatRelative(now - 25 * 3_600_000, now)).toBe("yesterday");
    expect(formatRelative(now + 3 * 86_400_000, now)).toBe("in 3 days");
  });

  it("is told by its day beyond a week", () => {
    expect(formatRelative(now - 30 * 86_400_000, now)).toBe("Oct 22, 2026");
  });

  it("is told in the page's language", () => {
    expect(formatRelative(now - 25 * 3_600_000, now, "es")).toBe("ayer");
    expect(formatRelative(now - 20_000, now, "fr")).toBe("maintenant");
    expect(formatDay(now, "fr")).toBe("21 nov. 2026");
    expect(formatMoment(now, "es")).toBe("21 nov 2026, 12:00 UTC");
  });
});

describe("a number", () => {
  it("of things agrees with its noun", () => {
    expect(plural(1, "deck")).toBe("1 deck");
    expect(plural(0, "deck")).toBe("0 decks");
    expect(plural(1200, "person", "people")).toBe("1,200 people");
  });

  it("and a list are written as in the page's language", () => {
    expect(formatCount(12_345, "es")).toBe("12.345");
    expect(formatList(["a", "b", "c"], "fr")).toBe("a, b et c");
  });

  it("that is not known yet is a dash", () => {
    expect(formatRatio(null)).toBe("–");
    expect(formatRatio(1.256)).toBe("1.26");
  });
});
