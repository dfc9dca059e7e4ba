/** The filters of the metrics page, as its address holds them. */
import { type Loop, loops } from "#shared/vocabulary.ts";

export const windows = [7, 14, 28] as const;

export interface Filters {
  windowDays: (typeof windows)[number];
  loop?: Loop;
}

/** What is not known falls back: 14 days, all loops. */
export function readFilters(search: URLSearchParams): Filters {
  const windowDays = windows.find((days) => String(days) === search.get("window")) ?? 14;
  const loop = loops.find((known) => known === search.get("loop"));
  return loop ? { windowDays, loop } : { windowDays };
}
