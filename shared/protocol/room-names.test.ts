import { describe, expect, it } from "vitest";
import { boardName, isSlug, parseBoardName, periodStart } from "./room-names.ts";

const at = (iso: string) => Date.parse(iso);

describe("periodStart", () => {
  it.each([
    ["daily", "2026-11-21T00:00:00Z", "2026-11-21"],
    ["daily", "2026-11-21T23:59:59.999Z", "2026-11-21"],
    ["weekly", "2026-11-16T00:00:00Z", "2026-11-16"],
    ["weekly", "2026-11-22T23:59:59.999Z", "2026-11-16"],
    ["weekly", "2027-01-01T12:00:00Z", "2026-12-28"],
    ["all_time", "2026-11-21T12:00:00Z", "1970-01-01"],
  ] as const)("begins the %s period of %s on %s, in UTC and ISO weeks", (period, now, start) => {
    expect(periodStart(period, at(now))).toBe(start);
  });
});

describe("parseBoardName", () => {
  const now = at("2026-11-21T12:00:00Z");

  it("reads what boardName writes", () => {
    for (const period of ["daily", "weekly", "all_time"] as const) {
      const board = { subject: "sat_math", period, periodStart: periodStart(period, now) } as const;
      expect(parseBoardName(boardName(board), now)).toEqual(board);
    }
  });

  it.each([
    "algebra:daily:2026-11-22",
    "algebra:weekly:2026-11-17",
    "algebra:all_time:2026-11-21",
    "algebra:daily:2026-13-01",
    "algebra:daily:2026-02-31",
    "algebra:hourly:2026-11-21",
    "alchemy:daily:2026-11-21",
    "algebra:daily:2026-11-21:x",
    "algebra:daily",
    "",
  ])("knows no board %j", (name) => {
    expect(parseBoardName(name, now)).toBeNull();
  });
});

describe("isSlug", () => {
  it("takes lowercase words and refuses everything else", () => {
    expect(["alg-101", "sat-math-201", "a1b"].every(isSlug)).toBe(true);
    expect(["", "a", "Alg-101", "-alg", "alg-", "alg/101", "x".repeat(41)].some(isSlug)).toBe(
      false,
    );
  });
});
