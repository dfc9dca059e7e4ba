import { describe, expect, it } from "vitest";
import { leastRetentionDays, neededDays, settledDays } from "#shared/event-days.ts";
import { dayMs } from "./definitions.ts";
import { firstKeptMonth, isDropTime, oldMonths } from "./event-retention.ts";

const at = (text: string) => Date.parse(text);

describe("firstKeptMonth", () => {
  it("lets a month go on the day on which its last day is one day older than is kept", () => {
    // 31 January 2025 and 400 days are 7 March 2026.
    expect(firstKeptMonth(at("2026-03-07T23:59:59Z"), 400)).toBe("2025-01-01");
    expect(firstKeptMonth(at("2026-03-08T00:00:00Z"), 400)).toBe("2025-02-01");
  });
});

describe("oldMonths", () => {
  const months = ["2025-04-01", "2024-11-01", "2025-01-01", "2024-12-01", "2025-02-01"];

  it("are the oldest three, each with the day up to which intakes may need it", () => {
    expect(oldMonths(months, at("2026-04-10T03:47:00Z"), 400)).toEqual([
      { month: "2024-11-01", sealThrough: "2025-04-09" },
      { month: "2024-12-01", sealThrough: "2025-05-10" },
      { month: "2025-01-01", sealThrough: "2025-06-10" },
    ]);
    expect(oldMonths(["2026-04-01", "2026-05-01"], at("2026-04-10"), 400)).toEqual([]);
  });

  it("never ask to seal an intake that may still change, however little is kept", () => {
    for (let day = 0; day < 800; day++) {
      const now = at("2026-01-01T12:00:00Z") + day * dayMs;
      for (const { sealThrough } of oldMonths(months, now, leastRetentionDays)) {
        expect(now - at(sealThrough)).toBeGreaterThan(settledDays * dayMs);
      }
    }
    expect(neededDays).toBe(130);
    expect(leastRetentionDays).toBe(231);
  });
});

describe("isDropTime", () => {
  it("is one minute a day", () => {
    const day = at("2026-04-10T00:00:00Z");
    const minutes = Array.from({ length: 1_440 }, (_, minute) => day + minute * 60_000 + 999);
    expect(minutes.filter(isDropTime)).toHaveLength(1);
  });
});
