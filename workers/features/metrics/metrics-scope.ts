/** What a reading of the metrics is about, and which intakes have had their window by now. */
import type { Loop, Persona, Subject } from "#shared/vocabulary.ts";
import { all, dayMs, personExclusions, type WindowDays } from "./definitions.ts";
import type { Count } from "./intake-figures.ts";
import type { Asked, DayReading, Reading, Scope } from "./readings.repo.ts";

export interface MetricsInput {
  windowDays: WindowDays;
  loop?: Loop | undefined;
  persona?: Persona | "guest" | undefined;
  subject?: Subject | undefined;
  variant?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export function scopeOf(input: MetricsInput): Scope {
  return {
    loop: input.loop ?? null,
    persona: input.persona ?? null,
    subject: input.subject ?? null,
    variant: input.variant ?? null,
    from: input.from ?? null,
    to: input.to ?? null,
  };
}

/** The last intake of which everybody has had `days` days: its whole day lies that far back. */
export function matureThrough(now: number, days: number): string {
  return new Date(now - (days + 1) * dayMs).toISOString().slice(0, 10);
}

/** What belongs to persons and to no loop. */
export const ofPersons = ["persons", ...personExclusions.map((reason) => `excluded.${reason}`)];

/** Persons, invites and credited of each intake: what its K is made of. */
export const intakeCountsOf = (scope: Scope, days: WindowDays): Asked[] => [
  { loops: [all], measures: ["persons"] },
  { loops: [scope.loop ?? all], measures: ["invites", "credited"], bin: days },
];

/** The counts of one loop; what belongs to persons and no loop counts for each of them. */
export function countsOfLoop<R extends Reading | DayReading>(
  rows: readonly R[],
  loop: string | null,
): R[] {
  const wanted = loop ?? all;
  return rows.filter((row) => row.loop === wanted || ofPersons.includes(row.measure));
}

export function personsIn(counts: readonly Count[]): number {
  return counts.reduce((sum, { measure, n }) => (measure === "persons" ? sum + n : sum), 0);
}

/** Readings of the same day together, in the order in which they come. */
export function byDay(rows: readonly DayReading[]): Map<string, DayReading[]> {
  const days = new Map<string, DayReading[]>();
  for (const row of rows) {
    const list = days.get(row.day);
    if (list) list.push(row);
    else days.set(row.day, [row]);
  }
  return days;
}
