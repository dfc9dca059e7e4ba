/** K of each intake as bars: mature ones full, provisional ones hatched. The table says the same. */
import { useWords } from "#app/words/use-words.ts";
import { ChartSign, DayChart } from "./day-chart.tsx";
import type { KView } from "./k-view.ts";

const levels = [0, 1].map((value) => ({ value, name: String(value) }));

export function IntakeChart({ intakes }: { intakes: KView["intakes"] }) {
  const t = useWords("adminMetrics");
  const bars = intakes.map(({ day, k, mature }) => ({ day, value: k ?? 0, done: mature }));
  return (
    <DayChart
      id="provisional-bars"
      label={(count) => t("chart", { count })}
      bars={bars}
      topOf={(first) => Math.max(1, ...bars.slice(first).map(({ value }) => value)) * 1.1}
      levelsOf={() => levels}
      room={32}
    >
      <ChartSign text={t("chart_mature")} />
      <ChartSign text={t("chart_provisional")} hatched />
    </DayChart>
  );
}
