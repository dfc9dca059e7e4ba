/** From the counts of calendar days to who was active, how often, and what of ours they used. Pure. */
import { addDays } from "./day-spans.ts";
import { longestStretchDays } from "./definitions.ts";
import { type Count, countOf } from "./intake-figures.ts";
import { timeQuantile } from "./time-quantile.ts";

/** How many active persons of one day had been away for at least so many days. */
type Away = readonly number[];

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/**
 * One row for each day from `from` to `to`, or from the first that anything is known of. `days`
 * reach the longest stretch further back. A day is whole when it is before `today`.
 */
export function engagementOf(
  days: ReadonlyMap<string, readonly Count[]>,
  span: { from: string; to: string; today: string },
) {
  const rows: EngagementDay[] = [];
  const [known] = [...days.keys()].sort();
  if (known === undefined) return rows;
  const first = known < span.from ? span.from : known;
  const away: Away[] = [];
  for (let day = addDays(first, 1 - longestStretchDays); day <= span.to; day = addDays(day, 1)) {
    const counts = days.get(day) ?? [];
    away.push(awayOf(counts));
    if (day >= first) rows.push(dayOf(counts, away, { day, whole: day < span.today }));
  }
  return rows;
}

export type EngagementDay = ReturnType<typeof dayOf>;

function dayOf(
  counts: readonly Count[],
  away: readonly Away[],
  { day, whole }: { day: string; whole: boolean },
) {
  const of = (measure: string) => countOf(counts, measure);
  const active = activeIn(away, 1);
  const active28 = activeIn(away, longestStretchDays);
  return {
    ...{ day, whole, active, active7: activeIn(away, 7), active28 },
    stickiness: ratio(active, active28),
    ...sessionsOf(counts),
    ...{ members: of("member"), feed: of("feed"), feedShare: ratio(of("feed"), of("member")) },
    ...{ reacted: of("reacted"), board: of("board") },
    boardShare: ratio(of("board"), of("member")),
    ...{ nudged: of("nudged"), answered: of("answered") },
    answeredShare: ratio(of("answered"), of("nudged")),
  };
}

function sessionsOf(counts: readonly Count[]) {
  const lengths = new Map<number, number>();
  for (const { measure, bin, n } of counts) if (measure === "session") lengths.set(bin, n);
  const sessions = countOf(counts, "session");
  return {
    sessions,
    sessionsPerPerson: ratio(sessions, countOf(counts, "seen")),
    sessionMedianMs: timeQuantile(lengths, 0.5),
  };
}

function awayOf(counts: readonly Count[]): Away {
  const away = new Array<number>(longestStretchDays + 1).fill(0);
  for (const { measure, bin, n } of counts) if (measure === "active") away[bin] = n;
  for (let bin = longestStretchDays - 1; bin >= 0; bin--) {
    away[bin] = (away[bin] ?? 0) + (away[bin + 1] ?? 0);
  }
  return away;
}

/**
 * Distinct persons active in the last `length` of these days: each is counted on the first one on
 * which they were active, when they had been away since before the stretch began.
 */
function activeIn(away: readonly Away[], length: number): number {
  let persons = 0;
  for (let back = 0; back < length; back++) persons += away.at(-1 - back)?.[length - back] ?? 0;
  return persons;
}
