/** How the tables of the metrics say shares, spans of time and days. */
import { formatDuration } from "#app/ui/time-format.ts";
import type { Words } from "#app/words/say.ts";

export const percent = (share: number | null) =>
  share === null ? "–" : `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;

export function spanWords(t: Words<"adminMetrics">, ms: number | null): string {
  if (ms === null) return "–";
  if (ms < 7_200_000) return formatDuration(ms);
  return ms < 172_800_000
    ? t("span_hours", { n: (ms / 3_600_000).toFixed(1) })
    : t("span_days", { n: (ms / 86_400_000).toFixed(1) });
}

/** On phones in a line of its own, so that K stays in sight. */
export const below = (text: string) => <span className="max-sm:block">{text}</span>;

export const newestFirst = <T,>(rows: readonly T[]) => [...rows].reverse();
