/** Durations, moments and numbers as people read them, each in the page's language. */
import type { Locale } from "#shared/words/locale.ts";

/** `62000` -> "62 s", `95000` -> "1 min 35 s": signs of the SI, the same in each language. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 90) return `${seconds} s`;
  const rest = seconds % 60;
  const minutes = Math.floor(seconds / 60);
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** `62000` -> "1:02", for a running clock. Milliseconds, whole seconds that have passed. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const steps = [
  { unit: "minute", ms: 60_000, until: 3_600_000 },
  { unit: "hour", ms: 3_600_000, until: 86_400_000 },
  { unit: "day", ms: 86_400_000, until: 7 * 86_400_000 },
] as const;

/** How long before (or after) `now` the moment is: "now", "5 minutes ago", "in 3 days". */
export function formatRelative(at: number, now: number, locale: Locale = "en"): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < 60_000) return relative.format(0, "second");
  const step = steps.find((candidate) => size < candidate.until);
  if (!step) return formatDay(at, locale);
  return relative.format(Math.sign(distance) * Math.floor(size / step.ms), step.unit);
}

/** The day in UTC: "Nov 21, 2026", "21 nov 2026". */
export function formatDay(at: number, locale: Locale = "en"): string {
  const day = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, day).format(at);
}

/** Day and time in UTC, for admins. */
export function formatMoment(at: number, locale: Locale = "en"): string {
  const minute = { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat(locale, minute).format(at)} UTC`;
}

/** `12345` -> "12,345", "12.345". */
export function formatCount(value: number, locale: Locale = "en"): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** "a, b and c". */
export function formatList(items: readonly string[], locale: Locale = "en"): string {
  return new Intl.ListFormat(locale).format(items);
}

/** A ratio with two decimals, or a dash where there is none yet. */
export function formatRatio(value: number | null): string {
  return value === null ? "–" : value.toFixed(2);
}

/** "1 deck", "2 decks": for English pages that have no words of their own yet. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
