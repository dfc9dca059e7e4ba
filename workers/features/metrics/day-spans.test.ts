import { describe, expect, it } from "vitest";
import { type Span, spansOf, splitAt } from "./day-spans.ts";
import { dayMs } from "./definitions.ts";
import { randomStream } from "./random-stream.ts";

const day = (n: number) => new Date(n * dayMs).toISOString().slice(0, 10);
const within = (one: string, { from, to }: Span) =>
  (from === null || from <= one) && (to === null || one <= to);

/** How often a reading of those spans counts an intake. */
function timesCounted(one: string, range: Span): number {
  const { months, days } = spansOf(range);
  const inMonth = months !== null && within(`${one.slice(0, 7)}-01`, months);
  return days.filter((span) => within(one, span)).length + (inMonth ? 1 : 0);
}

describe("spansOf", () => {
  it("counts each day of the range once, and no other", () => {
    const random = randomStream(5);
    for (let round = 0; round < 300; round++) {
      const start = 19_700 + Math.floor(random() * 400);
      const end = start + Math.floor(random() * 120) - 5;
      const range = {
        from: random() < 0.2 ? null : day(start),
        to: random() < 0.2 ? null : day(end),
      };
      for (let n = 19_600; n < 20_300; n++) {
        const times = timesCounted(day(n), range);
        if (times !== (within(day(n), range) ? 1 : 0)) {
          throw new Error(`${day(n)} is counted ${times} times in ${JSON.stringify(range)}`);
        }
      }
    }
  });

  it("reads a long history as months: few days stand by themselves", () => {
    expect(spansOf({ from: "2020-02-15", to: "2026-05-03" })).toEqual({
      months: { from: "2020-03-01", to: "2026-04-01" },
      days: [
        { from: "2020-02-15", to: "2020-02-29" },
        { from: "2026-05-01", to: "2026-05-03" },
      ],
    });
    expect(spansOf({ from: null, to: null })).toEqual({
      months: { from: null, to: null },
      days: [],
    });
  });

  it("takes dates that no database knows for no end", () => {
    expect(spansOf({ from: "0000-01-01", to: "9999-12-31" }).months).toEqual({
      from: null,
      to: null,
    });
  });
});

describe("splitAt", () => {
  it("puts each day of the range on one side", () => {
    const range = { from: "2026-03-02", to: "2026-03-20" };
    expect(splitAt(range, "2026-03-10")).toEqual({
      until: { from: "2026-03-02", to: "2026-03-10" },
      after: { from: "2026-03-11", to: "2026-03-20" },
    });
    expect(spansOf(splitAt(range, "2026-04-10").after)).toEqual({ months: null, days: [] });
    expect(spansOf(splitAt(range, "2026-01-10").until)).toEqual({ months: null, days: [] });
  });
});
