/** A range of days as whole months and the days before and after them. */
import { dayMs } from "./definitions.ts";

/** Days or first days of months, both ends included; null reaches without end. */
export interface Span {
  from: string | null;
  to: string | null;
}

export interface DaySpans {
  months: Span | null;
  days: Span[];
}

/** What lies out here is no day of ours, and no date to every database either. */
const known = { from: "1970-01-01", to: "9000-01-01" };

/** Both ends included. At most 60 days stand by themselves, however long the range is. */
export function spansOf(range: Span): DaySpans {
  const from = range.from !== null && range.from > known.from ? range.from : null;
  const to = range.to !== null && range.to < known.to ? range.to : null;
  if (from !== null && to !== null && from > to) return { months: null, days: [] };
  const first = from === null ? null : monthFrom(from);
  const after = to === null ? null : monthOf(addDays(to, 1));
  if (first !== null && after !== null && first >= after) {
    return { months: null, days: [{ from, to }] };
  }
  const days: Span[] = [];
  if (from !== null && first !== null && from < first) days.push({ from, to: addDays(first, -1) });
  if (to !== null && after !== null && after <= to) days.push({ from: after, to });
  return { months: { from: first, to: after && monthOf(addDays(after, -1)) }, days };
}

/** The part of a range up to a day, and the part after it. */
export function splitAt(range: Span, day: string): { until: Span; after: Span } {
  const next = addDays(day, 1);
  return {
    until: { from: range.from, to: range.to !== null && range.to < day ? range.to : day },
    after: { from: range.from !== null && range.from > next ? range.from : next, to: range.to },
  };
}

/** `YYYY-MM-DD`, so many days later. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
}

const monthOf = (day: string) => `${day.slice(0, 7)}-01`;

/** The first month that begins on the day or after it. */
function monthFrom(day: string): string {
  return day === monthOf(day) ? day : monthOf(addDays(monthOf(day), 32));
}
