/** Who was active, how often, and what they used: the last whole day, a chart, and day by day. */
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatCount } from "#app/ui/time-format.ts";
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";
import { ActiveChart } from "./active-chart.tsx";
import { Figure } from "./k-cards.tsx";
import type { MetricsView } from "./k-view.ts";
import { MetricPanel, MetricTable } from "./metric-panel.tsx";
import { below, newestFirst, percent, spanWords } from "./metric-words.tsx";
import { csvAddress } from "./read-filters.ts";

type Day = MetricsView["engagement"][number];

const each = (value: number | null) => (value === null ? "–" : value.toFixed(1));

const isKnown = (days: readonly Day[]) => days.some(({ active28 }) => active28 > 0);

export function EngagementPanel({ view }: { view: MetricsView }) {
  const t = useWords("adminMetrics");
  const days = view.engagement;
  return (
    <MetricPanel
      id="engagement"
      title={t("engagement")}
      csv={csvAddress("engagement", view.filters)}
      meaning={t("engagement_meaning")}
    >
      {isKnown(days) ? (
        <ActiveDays days={days} />
      ) : (
        <EmptyState title={t("engagement_empty_title")} text={t("engagement_empty_text")} />
      )}
    </MetricPanel>
  );
}

function ActiveDays({ days }: { days: readonly Day[] }) {
  const t = useWords("adminMetrics");
  const last = days.findLast(({ whole }) => whole) ?? days.at(-1);
  const nudged = days.some((day) => day.nudged > 0);
  return (
    <>
      {last ? <LastDay day={last} nudged={nudged} /> : null}
      <ActiveChart days={days} />
      <MetricTable
        caption={t("engagement_caption")}
        columns={[t("day"), t("active"), t("active_7"), t("active_28"), t("stickiness")]}
        rows={newestFirst(days).map((row) => ({
          key: row.day,
          head: row.whole ? row.day : rich(t, "day_so_far", { day: row.day, below }),
          cells: [
            formatCount(row.active),
            formatCount(row.active7),
            formatCount(row.active28),
            percent(row.stickiness),
          ],
        }))}
      />
    </>
  );
}

function LastDay({ day, nudged }: { day: Day; nudged: boolean }) {
  const t = useWords("adminMetrics");
  return (
    <div className="mb-4 rounded-stone border border-line bg-card p-5 sm:p-7">
      <h3 className="font-bold">
        {day.whole
          ? t("engagement_day", { day: day.day })
          : t("engagement_today", { day: day.day })}
      </h3>
      <dl className="mt-3 grid grid-cols-2 gap-3 max-sm:[&>:last-child]:col-span-2 sm:grid-cols-3">
        <Figure name={t("active")} value={formatCount(day.active)} />
        <Figure name={t("active_7")} value={formatCount(day.active7)} />
        <Figure name={t("active_28")} value={formatCount(day.active28)} />
        <Figure name={t("stickiness_of")} value={percent(day.stickiness)} />
        <Figure name={t("sessions_each")} value={each(day.sessionsPerPerson)} />
        <Figure name={t("session_median")} value={spanWords(t, day.sessionMedianMs)} />
        <Figure name={t("feed_share")} value={percent(day.feedShare)} />
        <Figure name={t("board_share")} value={percent(day.boardShare)} />
        <Figure
          name={t("nudge_share")}
          value={nudged ? percent(day.answeredShare) : t("nothing_yet")}
        />
      </dl>
    </div>
  );
}

export function UsePanel({ view }: { view: MetricsView }) {
  const t = useWords("adminMetrics");
  if (!isKnown(view.engagement)) return null;
  return (
    <MetricPanel
      id="use"
      title={t("use")}
      csv={csvAddress("engagement", view.filters)}
      meaning={t("use_meaning")}
    >
      <MetricTable
        caption={t("use_caption")}
        columns={[
          t("day"),
          t("sessions"),
          t("sessions_each"),
          t("session_median"),
          t("feed_use"),
          t("reacted"),
          t("board_use"),
          t("nudged"),
          t("nudge_answered"),
        ]}
        rows={newestFirst(view.engagement).map((row) => ({
          key: row.day,
          head: row.whole ? row.day : rich(t, "day_so_far", { day: row.day, below }),
          cells: [
            formatCount(row.sessions),
            each(row.sessionsPerPerson),
            spanWords(t, row.sessionMedianMs),
            percent(row.feedShare),
            formatCount(row.reacted),
            percent(row.boardShare),
            formatCount(row.nudged),
            percent(row.answeredShare),
          ],
        }))}
      />
    </MetricPanel>
  );
}
