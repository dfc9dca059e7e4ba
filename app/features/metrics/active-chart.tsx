/** Active people: a bar for each day, a line for 7 days and one for 28. The table says the same. */
import { formatCount } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";
import { ChartSign, DayChart, dashes } from "./day-chart.tsx";
import type { MetricsView } from "./k-view.ts";
import { niceTop } from "./nice-top.ts";

export function ActiveChart({ days }: { days: readonly MetricsView["engagement"][number][] }) {
  const t = useWords("adminMetrics");
  const of28 = days.map(({ active28 }) => active28);
  return (
    <DayChart
      id="unfinished-day"
      label={(count) => t("active_chart", { count })}
      bars={days.map(({ day, active, whole }) => ({ day, value: active, done: whole }))}
      topOf={(first) => niceTop(Math.max(1, ...of28.slice(first)))}
      levelsOf={(top) => [0, top / 2, top].map((value) => ({ value, name: formatCount(value) }))}
      room={64}
      lines={[
        { values: days.map(({ active7 }) => active7), dashed: false },
        { values: of28, dashed: true },
      ]}
    >
      <ChartSign text={t("legend_day")} />
      <ChartSign text={t("legend_today")} hatched />
      <ChartSign text={t("legend_7")}>
        <Stroke />
      </ChartSign>
      <ChartSign text={t("legend_28")}>
        <Stroke dashed />
      </ChartSign>
    </DayChart>
  );
}

function Stroke({ dashed = false }: { dashed?: boolean }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 28 4" className="h-1 w-7">
      <line
        x2="28"
        y1="2"
        y2="2"
        strokeWidth="2.5"
        className="stroke-ink"
        strokeDasharray={dashed ? dashes : undefined}
      />
    </svg>
  );
}
