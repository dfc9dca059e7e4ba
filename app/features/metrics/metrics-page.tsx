/** K for admins: the value, its inputs, how sure it is, how it is computed, and all loops beside. */
import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatCount, formatMoment, formatRatio } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";
import { EngagementPanel, UsePanel } from "./engagement-panels.tsx";
import { HowComputed } from "./how-computed.tsx";
import { MatureCard, ProvisionalCard } from "./k-cards.tsx";
import type { KView, MetricsView } from "./k-view.ts";
import { MetricFilters } from "./metric-filters.tsx";
import {
  CostPanel,
  FunnelPanel,
  GuardrailPanel,
  IntakePanel,
  RetentionPanel,
} from "./metric-panels.tsx";
import { type Filters, filterAddress } from "./read-filters.ts";

export function MetricsPage({ metrics }: { metrics: MetricsView }) {
  const t = useWords("adminMetrics");
  const shared = useWords("admin");
  const { k: view, filters } = metrics;
  const empty = view.mature.persons + view.provisional.persons === 0;
  const when = formatMoment(view.asOf);
  return (
    <Page>
      <PageHead
        kicker={shared("kicker")}
        title={t("title")}
        lede={view.counting ? t("as_of_counting", { when }) : t("as_of", { when })}
      />
      <MetricFilters filters={filters} variants={view.variants} />
      {empty ? (
        <div className="mt-6">
          <EmptyState title={t("empty_title")} text={t("empty_text")} />
        </div>
      ) : (
        <div className="mt-6 grid grid-cols-1 items-start gap-5 lg:grid-cols-[1.4fr_1fr]">
          <MatureCard view={view} />
          <ProvisionalCard view={view} />
        </div>
      )}
      <HowComputed view={view} />
      <LoopTable view={view} filters={filters} />
      <IntakePanel view={metrics} />
      <FunnelPanel view={metrics} />
      <RetentionPanel view={metrics} />
      <CostPanel view={metrics} />
      <EngagementPanel view={metrics} />
      <UsePanel view={metrics} />
      <GuardrailPanel view={metrics} />
    </Page>
  );
}

function LoopTable({ view, filters }: { view: KView; filters: Filters }) {
  const t = useWords("adminMetrics");
  const shared = useWords("admin");
  return (
    <Section id="loops" title={t("loops")} className="mt-10">
      <AdminTable
        caption={t("loops_caption", { days: view.windowDays })}
        columns={[t("loop"), t("people"), t("invites"), t("credited"), t("k")]}
        numbers={4}
        short
      >
        {view.loops.map((row) => (
          <tr key={row.loop} className={clsx(row.loop === view.loop && "bg-river-soft")}>
            <RowHead>
              <Link to={filterAddress(filters, { loop: row.loop })} className="text-link">
                {shared(`loop_${row.loop}`)}
              </Link>
            </RowHead>
            <Cell number>{formatCount(row.persons)}</Cell>
            <Cell number>{formatCount(row.invites)}</Cell>
            <Cell number>{formatCount(row.credited)}</Cell>
            <Cell number className="font-display font-extrabold">
              {formatRatio(row.k)}
            </Cell>
          </tr>
        ))}
      </AdminTable>
    </Section>
  );
}
