/** A person's local day, as whole days since 1970-01-01, by the time zone of that moment. */

/** From this moment on (milliseconds since 1970) the person was in that zone. */
export interface ZoneSince {
  zone: string;
  since: number;
}

export const defaultZone = "UTC";
const dayMs = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The zone's name as Intl knows it; null for what is no named zone. */
export function knownZone(name: string): string | null {
  // Offsets such as +05:30 are no places: they know no summer time.
  if (!/^[A-Za-z]/.test(name) || name.length > 64) return null;
  try {
    return new Intl.DateTimeFormat("en-CA", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** Throws a RangeError for an unknown zone. */
export function localDay(atMs: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    clock = new Intl.DateTimeFormat("en-CA", { timeZone: zone, calendar: "iso8601", ...parts });
    clocks.set(zone, clock);
  }
  const part = Object.fromEntries(
    clock.formatToParts(atMs).map(({ type, value }) => [type, value]),
  );
  return Date.UTC(Number(part["year"]), Number(part["month"]) - 1, Number(part["day"])) / dayMs;
}

/** The zone at a moment: before the first known one, that first one; UTC where none is known. */
export function zoneAt(atMs: number, zones: readonly ZoneSince[]): string {
  let found: ZoneSince | undefined;
  let first: ZoneSince | undefined;
  for (const candidate of zones) {
    if (!first || candidate.since < first.since) first = candidate;
    if (candidate.since <= atMs && (!found || candidate.since >= found.since)) found = candidate;
  }
  return (found ?? first)?.zone ?? defaultZone;
}
