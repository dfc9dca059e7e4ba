/** The filters of the metrics page, as its address holds them. */
import {
  type Loop,
  loops,
  type Persona,
  personas,
  type Subject,
  subjects,
} from "#shared/vocabulary.ts";

export const windows = [7, 14, 28] as const;
export const intakePersonas = [...personas, "guest"] as const;

export interface Filters {
  windowDays: (typeof windows)[number];
  loop?: Loop | undefined;
  persona?: Persona | "guest" | undefined;
  subject?: Subject | undefined;
  /** `experiment:variant`. */
  variant?: string | undefined;
  /** First and last day of the intakes, `YYYY-MM-DD`, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

/** What is not known falls back: 14 days, and all of everything. */
export function readFilters(search: URLSearchParams): Filters {
  const known = <T extends string>(name: string, list: readonly T[]) =>
    list.find((one) => one === search.get(name));
  const filters: Filters = {
    windowDays: windows.find((days) => String(days) === search.get("window")) ?? 14,
  };
  const loop = known("loop", loops);
  if (loop) filters.loop = loop;
  const persona = known("persona", intakePersonas);
  if (persona) filters.persona = persona;
  const subject = known("subject", subjects);
  if (subject) filters.subject = subject;
  const variant = search.get("variant") ?? "";
  if (/^[a-z][a-z0-9._-]{1,59}:[a-z0-9._-]{1,60}$/.test(variant)) filters.variant = variant;
  for (const name of ["from", "to"] as const) {
    const day = search.get(name) ?? "";
    if (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))) filters[name] = day;
  }
  return filters;
}

/** The page's address with some filters changed; `undefined` takes one away. */
export function filterAddress(filters: Filters, change: Partial<Filters> = {}): string {
  const { windowDays, ...others } = { ...filters, ...change };
  const search = new URLSearchParams({ window: String(windowDays ?? 14) });
  for (const [name, value] of Object.entries(others)) if (value) search.set(name, value);
  return `?${search}`;
}

/** Where the same figures are as CSV. */
export function csvAddress(name: string, { windowDays, ...others }: Filters): string {
  const search = new URLSearchParams({ windowDays: String(windowDays) });
  for (const [key, value] of Object.entries(others)) if (value) search.set(key, value);
  return `/api/metrics/${name}.csv?${search}`;
}
