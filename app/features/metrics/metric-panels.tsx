/** Intakes, funnel, retention, cost and guardrails: each a table with its meaning and its CSV. */
import { formatCount, formatDuration, formatRatio } from "#app/ui/time-format.ts";
import { IntakeChart } from "./intake-chart.tsx";
import type { MetricsView } from "./k-view.ts";
import { MetricPanel, MetricTable } from "./metric-panel.tsx";
import { csvAddress } from "./read-filters.ts";

const percent = (share: number | null) =>
  share === null ? "–" : `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
const time = (ms: number | null) => (ms === null ? "–" : spanOf(ms));
const spanOf = (ms: number) =>
  ms < 7_200_000
    ? formatDuration(ms)
    : ms < 172_800_000
      ? `${(ms / 3_600_000).toFixed(1)} h`
      : `${(ms / 86_400_000).toFixed(1)} days`;
const newestFirst = <T,>(rows: readonly T[]) => [...rows].reverse();

export function IntakePanel({ view }: { view: MetricsView }) {
  const { intakes, windowDays } = view.k;
  return (
    <MetricPanel
      id="intakes"
      title="Intake by intake"
      csv={csvAddress("k", view.filters)}
      meaning={`An intake is everybody who completed a first deck on one day (UTC). It is mature when the whole day lies ${windowDays} days back. Provisional intakes are hatched and are no part of K.`}
    >
      <IntakeChart intakes={intakes} />
      <MetricTable
        caption={`K by intake, window ${windowDays} days`}
        columns={["Intake", "People", "Invites", "Credited FVM", "K"]}
        rows={newestFirst(intakes).map((row) => ({
          key: row.day,
          head: row.mature ? row.day : `${row.day} (provisional)`,
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
  return (
    <MetricPanel
      id="funnel"
      title="Funnel of the invitees"
      csv={csvAddress("funnel", view.filters)}
      meaning="For the invites of these intakes: each invitee's first open of a link, then what followed it, in this order and each within its days. One invite can be opened by several people, so the first share may be above 100 %."
    >
      <MetricTable
        caption="The invitees' way from sent to joined"
        columns={["Step", "How many", "Of the step before", "Median time", "Within"]}
        rows={view.funnel.map((row) => ({
          key: row.step,
          head: row.step === "fvm" ? "first value" : row.step,
          cells: [
            formatCount(row.n),
            percent(row.share),
            time(row.medianMs),
            row.withinDays === null ? "–" : `${row.withinDays} d`,
          ],
        }))}
      />
    </MetricPanel>
  );
}

export function RetentionPanel({ view }: { view: MetricsView }) {
  return (
    <MetricPanel
      id="retention"
      title="Who came back"
      csv={csvAddress("retention", view.filters)}
      meaning="D1: did something from 24 to 48 hours after the first deck. D7: from 168 to 192 hours after it. A dash stands until everybody of the intake has had those hours."
    >
      <MetricTable
        caption="Retention by intake"
        columns={["Intake", "People", "D1", "D7"]}
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
  return (
    <MetricPanel
      id="cost"
      title="Cost per rewarded first value"
      csv={csvAddress("cost", view.filters)}
      meaning="What rewards cost, less those taken back, divided by the rewards that stand; both within the window after the start of the person rewarded. Sums, not means of days."
    >
      <MetricTable
        caption="Cost of rewards by intake"
        columns={["Intake", "Rewarded FVM", "Cost", "Cost each"]}
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
  return (
    <MetricPanel
      id="guardrails"
      title="Guardrails"
      csv={csvAddress("guardrails", view.filters)}
      meaning="By calendar day (UTC), for everybody. Complaints and opt-outs are shares of the messages sent that day; too fast is the share of completed decks that no human could read so quickly; time to first value runs from the open of a smart link."
    >
      <MetricTable
        caption="Guardrails by day"
        columns={["Day", "Messages", "Complaints", "Opt-outs", "Too fast", "Median to FVM", "p90"]}
        rows={newestFirst(view.guardrails).map((row) => ({
          key: row.day,
          head: row.day,
          cells: [
            formatCount(row.messages),
            percent(row.complaintRate),
            percent(row.optOutRate),
            percent(row.fraudShare),
            time(row.latencyMedianMs),
            time(row.latencyP90Ms),
          ],
        }))}
      />
    </MetricPanel>
  );
}
