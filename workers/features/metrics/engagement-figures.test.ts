import { describe, expect, it } from "vitest";
import { addDays } from "./day-spans.ts";
import { engagementOf } from "./engagement-figures.ts";
import type { Count } from "./intake-figures.ts";
import { randomStream } from "./random-stream.ts";

const start = "2026-01-25";
const today = "2026-05-01";

/** Who was active when, by chance, and the counts that a sweep would keep of it. */
function makeHistory(seed: number, length: number) {
  const random = randomStream(seed);
  const active = new Map<string, Set<number>>();
  const counts = new Map<string, Count[]>();
  const before = new Map<number, string>();
  for (let i = 0; i < length; i++) {
    const day = addDays(start, i);
    // Some come daily, some hardly ever.
    const here = Array.from({ length: 60 }, (_, person) => person).filter(
      (person) => random() < 1 / (1 + person),
    );
    active.set(day, new Set(here));
    const rows = here.map((person): Count => {
      const last = before.get(person);
      const away = last ? (Date.parse(day) - Date.parse(last)) / 86_400_000 : 28;
      before.set(person, day);
      return { measure: "active", bin: Math.min(28, away), n: 1 };
    });
    const bins = new Map<number, Count>();
    for (const row of rows) bins.set(row.bin, { ...row, n: (bins.get(row.bin)?.n ?? 0) + 1 });
    if (rows.length > 0) counts.set(day, [...bins.values()]);
  }
  const distinct = (to: string, days: number) => {
    const persons = new Set<number>();
    for (let back = 0; back < days; back++) {
      for (const person of active.get(addDays(to, -back)) ?? []) persons.add(person);
    }
    return persons.size;
  };
  return { counts, distinct };
}

describe("engagementOf", () => {
  it.each([1, 2, 3, 4])(
    "counts each person once in a day, in 7 days and in 28 (seed %i)",
    (seed) => {
      const { counts, distinct } = makeHistory(seed, 90);
      const to = addDays(start, 94);
      const rows = engagementOf(counts, { from: addDays(start, 30), to, today });
      expect(rows).toHaveLength(65);
      for (const { day, active, active7, active28 } of rows) {
        expect([active, active7, active28]).toEqual([1, 7, 28].map((days) => distinct(day, days)));
      }
      const sums = rows.reduce((sum, { active }) => sum + active, 0);
      expect(Math.max(...rows.map(({ active28 }) => active28))).toBeLessThan(sums);
    },
  );

  it("begins where anything is known, and says which day is not over", () => {
    const { counts } = makeHistory(5, 3);
    const rows = engagementOf(counts, {
      from: "2025-12-01",
      to: "2026-01-28",
      today: "2026-01-28",
    });
    expect(rows.map(({ day, whole }) => [day, whole])).toEqual([
      ["2026-01-25", true],
      ["2026-01-26", true],
      ["2026-01-27", true],
      ["2026-01-28", false],
    ]);
    expect(engagementOf(new Map(), { from: start, to: today, today })).toEqual([]);
  });

  it("divides sessions by who had one, use by who is signed in, and says nothing of nobody", () => {
    const count = (measure: string, n: number, bin = 0): Count => ({ measure, bin, n });
    const counts = [
      ...[count("active", 10, 28), count("active", 2, 1), count("member", 8), count("seen", 4)],
      ...[count("session", 5, 40), count("session", 5, 60), count("feed", 2), count("board", 4)],
    ];
    const [row] = engagementOf(new Map([[start, counts]]), { from: start, to: start, today });
    expect(row).toMatchObject({
      ...{ active: 12, sessions: 10, sessionsPerPerson: 2.5, feedShare: 0.25, boardShare: 0.5 },
      ...{ nudged: 0, answeredShare: null },
    });
    expect(row?.sessionMedianMs).toBeGreaterThan(0);
    const nobody = [count("active", 3, 28)];
    const [guests] = engagementOf(new Map([[start, nobody]]), { from: start, to: start, today });
    expect(guests).toMatchObject({ members: 0, feedShare: null, sessionsPerPerson: null });
  });
});
