/** Which months of events may go, and what has to be sealed before they do. Pure. */
import { neededDays } from "#shared/event-days.ts";
import { dayMs } from "./definitions.ts";

/** The minute of the day, in UTC, at which old events are dropped: few play then. */
const dropMinute = 3 * 60 + 47;
/** What one night drops at most: a new, short retention is reached over some nights. */
const monthsAtOnce = 3;

/** True in one minute of each day. */
export function isDropTime(scheduledMs: number): boolean {
  return Math.floor(scheduledMs / 60_000) % (24 * 60) === dropMinute;
}

export interface OldMonth {
  /** First day, `YYYY-MM-DD`. */
  month: string;
  /**
   * Through this day intakes must be sealed. An intake counts what came up to `horizonDays` after
   * its day, so it reads later partitions, which are younger and stay longer; and it reads back: ids
   * `idSkewDays` older than what happened, and exposures and credits `lookBackDays` older. So not
   * the month's own intakes are the last that need it, but those of the `neededDays` after it.
   */
  sealThrough: string;
}

/** The first day of the oldest month that is kept: its last day is not older than `keptDays`. */
export function firstKeptMonth(now: number, keptDays: number): string {
  const oldest = new Date(startOfDay(now) - keptDays * dayMs);
  return isoDay(Date.UTC(oldest.getUTCFullYear(), oldest.getUTCMonth(), 1));
}

/** The oldest of these months, named by their first days, whose last day is older than `keptDays`. */
export function oldMonths(months: readonly string[], now: number, keptDays: number): OldMonth[] {
  const kept = firstKeptMonth(now, keptDays);
  return months
    .filter((month) => month < kept)
    .sort()
    .slice(0, monthsAtOnce)
    .map((month) => ({ month, sealThrough: isoDay(lastDay(month) + neededDays * dayMs) }));
}

function lastDay(month: string): number {
  const first = new Date(`${month}T00:00:00Z`);
  return Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0);
}

const startOfDay = (ms: number): number => Math.floor(ms / dayMs) * dayMs;
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
