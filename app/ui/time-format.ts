/** Durations, moments and numbers as people read them. */

/** `62000` -> "62 s", `95000` -> "1 min 35 s". Milliseconds, rounded to whole seconds. */
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
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const day = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const minute = new Intl.DateTimeFormat("en", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});

/** How long before (or after) `now` the moment is: "just now", "5 minutes ago", "in 3 days". */
export function formatRelative(at: number, now: number): string {
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < 60_000) return distance > 0 ? "in a moment" : "just now";
  const step = steps.find((candidate) => size < candidate.until);
  if (!step) return formatDay(at);
  return relative.format(Math.sign(distance) * Math.floor(size / step.ms), step.unit);
}

/** The day in UTC: "21 Nov 2026" in the words of the page's language. */
export function formatDay(at: number): string {
  return day.format(at);
}

/** Day and time in UTC, for admins. */
export function formatMoment(at: number): string {
  return `${minute.format(at)} UTC`;
}

const whole = new Intl.NumberFormat("en");

/** `12345` -> "12,345". */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** A ratio with two decimals, or a dash where there is none yet. */
export function formatRatio(value: number | null): string {
  return value === null ? "–" : value.toFixed(2);
}

/** "1 deck", "2 decks". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
