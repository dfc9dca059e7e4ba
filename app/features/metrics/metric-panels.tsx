/** Intakes, funnel, retention, cost and guardrails: each a table with its meaning and its CSV. */
import { formatCount, formatRatio } from "#app/ui/time-format.ts";
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";
import { IntakeChart } from "./intake-chart.tsx";
import type { MetricsView } from "./k-view.ts";
import { MetricPanel, MetricTable } from "./metric-panel.tsx";
import { below, newestFirst, percent, spanWords } from "./metric-words.tsx";
import { csvAddress } from "./read-filters.ts";

export function IntakePanel({ view }: { view: MetricsView }) {
  const t = useWords("adminMetrics");
  const { intakes, windowDays: days } = view.k;
  return (
    <MetricPanel
      id="intakes"
      title={t("intakes")}
      csv={csvAddress("k", view.filters)}
      meaning={t("intakes_meaning", { days })}
    >
      <IntakeChart intakes={intakes} />
      <MetricTable
        caption={t("intakes_caption", { days })}
        columns={[t("intake"), t("people"), t("invites"), t("credited"), t("k")]}
        rows={newestFirst(intakes).map((row) => ({
          key: row.day,
          head: row.mature ? row.day : rich(t, "day_provisional", { day: row.day, below }),
          cells: [
            formatCount(row.persons),
            formatCount(row.invites),
            formatCount(row.credited),
            formatRatio(row.k),
          ],
        }))}
      />
    </MetricPanel>
  );
}

export function FunnelPanel({ view }: { view: MetricsView }) {
  const t = useWords("adminMetrics");
  return (
    <MetricPanel
      id="funnel"
      title={t("funnel")}
      csv={csvAddress("funnel", view.filters)}
      meaning={t("funnel_meaning")}
    >
      <MetricTable
        caption={t("funnel_caption")}
        columns={[t("step"), t("how_many"), t("of_step_before"), t("median_time"), t("within")]}
        rows={view.funnel.map((row) => ({
          key: row.step,
          head: t(`step_${row.step}` as "step_sent"),
          cells: [
            formatCount(row.n),
            percent(row.share),
            spanWords(t, row.medianMs),
            row.withinDays === null ? "–" : t("within_days", { days: row.withinDays }),
          ],
        }))}
      />
    </MetricPanel>
  );
}

export function RetentionPanel({ view }: { view: MetricsView }) {
  const t = useWords("adminMetrics");
  return (
    <MetricPanel
      id="retention"
      title={t("retention")}
      csv={csvAddress("retention", view.filters)}
      meaning={t("retention_meaning")}
    >
      <MetricTable
        caption={t("retention_caption")}
        columns={[t("intake"), t("people"), t("d1"), t("d7")]}
        rows={newestFirst(view.retention).map((row) => ({
          key: row.day,
          head: row.day,
          cells: [formatCount(row.persons), percent(row.d1), percent(row.d7)],
        }))}
      />
    </MetricPanel>
  );
}

const money = (cents: number | null) => (cents === null ? "–" : (cents / 100).toFixed(2));

export function CostPanel({ view }: { view: MetricsView }) {
  const t = useWords("adminMetrics");
  return (
    <MetricPanel
      id="cost"
      title={t("cost")}
      csv={csvAddress("cost", view.filters)}
      meaning={t("cost_meaning")}
    >
      <MetricTable
        caption={t("cost_caption")}
        columns={[t("intake"), t("rewarded"), t("cost_sum"), t("cost_each")]}
        rows={newestFirst(view.cost).map((row) => ({
          key: row.day,
          head: row.day,
          cells: [formatCount(row.rewarded), money(row.costCents), money(row.centsPerRewarded)],
        }))}
      />
    </MetricPanel>
  );
}

export function GuardrailPanel({ view }: { view: MetricsView }) {
  const t = useWords("adminMetrics");
  return (
    <MetricPanel
      id="guardrails"
      title={t("guardrails")}
      csv={csvAddress("guardrails", view.filters)}
      meaning={t("guardrails_meaning")}
    >
      <MetricTable
        caption={t("guardrails_caption")}
        columns={[
          t("day"),
          t("messages"),
          t("complaints"),
          t("opt_outs"),
          t("too_fast"),
          t("median_to_fvm"),
          t("p90"),
        ]}
        rows={newestFirst(view.guardrails).map((row) => ({
          key: row.day,
          head: row.day,
          cells: [
            formatCount(row.messages),
            percent(row.complaintRate),
            percent(row.optOutRate),
            percent(row.fraudShare),
            spanWords(t, row.latencyMedianMs),
            spanWords(t, row.latencyP90Ms),
          ],
        }))}
      />
    </MetricPanel>
  );
}
