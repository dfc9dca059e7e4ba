/** K for admins: the value, its inputs, how sure it is, how it is computed, and all loops beside. */
import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import { Card, Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatCount, formatMoment, formatRatio } from "#app/ui/time-format.ts";
import { loopNames } from "#shared/vocabulary.ts";
import { HowComputed } from "./how-computed.tsx";
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
  const { k: view, filters } = metrics;
  const empty = view.mature.persons + view.provisional.persons === 0;
  return (
    <Page>
      <PageHead
        kicker="Admin"
        title="K, the viral coefficient"
        lede={`As of ${formatMoment(view.asOf)}${view.counting ? ", the last minute still to be counted" : ""}`}
      />
      <MetricFilters filters={filters} variants={view.variants} />
      {empty ? (
        <div className="mt-6">
          <EmptyState
            title="Nobody is in the intake yet"
            text="A person counts from the first completed deck on. K appears as soon as there is one."
          />
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
      <GuardrailPanel view={metrics} />
    </Page>
  );
}

function MatureCard({ view }: { view: KView }) {
  const { mature } = view;
  const share = Math.round(view.intakeShareMature * 100);
  return (
    <Card aria-labelledby="mature">
      <h2 id="mature" className="text-head">
        {view.loop ? `K of the ${loopNames[view.loop]} loop` : "K of all loops"}
      </h2>
      <div className="mt-2 flex flex-wrap items-end gap-x-5 gap-y-1">
        <p className="font-display font-extrabold text-[4.5rem] leading-none tracking-tight">
          {formatRatio(mature.k)}
        </p>
        <p className="pb-2 text-soft">{intervalWords(mature.interval)}</p>
      </div>
      <Figures figures={mature} />
      <div className="mt-5">
        <p className="mb-1.5 text-[0.9375rem]">
          <strong>{`${share} %`}</strong>
          {` of the intake is mature: ${formatCount(mature.persons)} people had their ${view.windowDays} days.`}
        </p>
        <div className="h-3 overflow-hidden rounded-full hatched" aria-hidden="true">
          <div className="h-full rounded-full bg-river" style={{ width: `${share}%` }} />
        </div>
      </div>
      <p className="mt-4 text-soft">{amplificationWords(view)}</p>
    </Card>
  );
}

function intervalWords(interval: KView["mature"]["interval"]): string {
  if (!interval) return "No interval yet: too few people";
  return `95 % interval ${formatRatio(interval.low)} to ${formatRatio(interval.high)}`;
}

function amplificationWords({ amplification, mature, windowDays }: KView): string {
  const limit = `This is a statement about ${windowDays} days, not about for ever.`;
  if (amplification !== null) {
    return `Each person brings ${formatRatio(amplification)} people in all, themselves included. ${limit}`;
  }
  return mature.k !== null && mature.k >= 1
    ? `At 1 or more each group is larger than the one before. ${limit}`
    : limit;
}

function Figures({ figures }: { figures: KView["mature"] }) {
  return (
    <dl className="mt-5 grid grid-cols-2 gap-3 sm:grid-cols-4">
      <Figure name="i, invites per person" value={formatRatio(figures.invitesPerPerson)} />
      <Figure name="c, FVM per invite" value={formatRatio(figures.fvmPerInvite)} />
      <Figure name="People" value={formatCount(figures.persons)} />
      <Figure name="Credited FVM" value={formatCount(figures.credited)} />
      <Figure name="K by join" value={formatRatio(figures.byJoin.k)} />
      <Figure name="Median cycle, days" value={inDays(figures.cycle.medianMs)} />
      <Figure name="p90 cycle, days" value={inDays(figures.cycle.p90Ms)} />
      <Figure name="Invites" value={formatCount(figures.invites)} />
    </dl>
  );
}

const inDays = (ms: number | null) => (ms === null ? "–" : (ms / 86_400_000).toFixed(1));

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-col-reverse justify-end rounded-block bg-well px-4 py-3">
      <dt className="text-[0.875rem] text-soft leading-snug">{name}</dt>
      <dd className="font-display font-extrabold text-2xl">{value}</dd>
    </div>
  );
}

function ProvisionalCard({ view }: { view: KView }) {
  const { provisional } = view;
  return (
    <section
      aria-labelledby="provisional"
      className="rounded-stone border-2 border-line-strong border-dashed p-5 sm:p-7"
    >
      <h2 id="provisional" className="flex items-center gap-3 text-head">
        <span aria-hidden="true" className="hatched size-5 rounded-md" />
        Provisional
      </h2>
      <p className="mt-2 text-soft">
        {`These people have not had their ${view.windowDays} days yet. They are never mixed into K.`}
      </p>
      <dl className="mt-4 grid grid-cols-2 gap-3">
        <Figure name="K so far" value={formatRatio(provisional.k)} />
        <Figure name="People" value={formatCount(provisional.persons)} />
        <Figure name="Invites" value={formatCount(provisional.invites)} />
        <Figure name="Credited FVM" value={formatCount(provisional.credited)} />
      </dl>
      <Excluded view={view} />
    </section>
  );
}

const reasonNames: Record<string, string> = {
  self_invite: "Self-invites",
  blocked: "Invitees with a blocked account",
  bot: "Invitees that were bots",
  credited_elsewhere: "Credited to another inviter first",
  household: "Of the same household",
  bot_person: "Bots among the people",
  blocked_person: "Blocked accounts among the people",
};

function Excluded({ view }: { view: KView }) {
  return (
    <>
      <h3 className="mt-5 font-bold">Left out of both</h3>
      <ul className="mt-1 text-soft">
        {[...view.excluded.invitees, ...view.excluded.persons].map(({ reason, n }) => (
          <li key={reason} className="flex justify-between gap-4">
            <span>{reasonNames[reason] ?? reason}</span>
            <span>{formatCount(n)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function LoopTable({ view, filters }: { view: KView; filters: Filters }) {
  return (
    <Section id="loops" title="Loop by loop" className="mt-10">
      <div className="overflow-x-auto rounded-stone border border-line bg-card">
        <table className="w-full text-left max-sm:text-[0.9375rem]">
          <caption className="sr-only">{`K by loop, window ${view.windowDays} days, mature people only`}</caption>
          <thead className="bg-well text-[0.9375rem]">
            <tr>
              <th scope="col" className="px-2 py-3 first:pl-4 last:pr-4 sm:px-5">
                Loop
              </th>
              {["People", "Invites", "Credited FVM", "K"].map((name) => (
                <th
                  key={name}
                  scope="col"
                  className="px-2 py-3 first:pl-4 last:pr-4 sm:px-5 text-right"
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {view.loops.map((row) => (
              <tr key={row.loop} className={clsx(row.loop === view.loop && "bg-river-soft")}>
                <th scope="row" className="px-2 py-3 first:pl-4 last:pr-4 sm:px-5">
                  <Link
                    to={filterAddress(filters, { loop: row.loop })}
                    className="inline-flex min-h-8 items-center text-link"
                  >
                    {loopNames[row.loop]}
                  </Link>
                </th>
                <td className="px-2 py-3 first:pl-4 last:pr-4 sm:px-5 text-right">
                  {formatCount(row.persons)}
                </td>
                <td className="px-2 py-3 first:pl-4 last:pr-4 sm:px-5 text-right">
                  {formatCount(row.invites)}
                </td>
                <td className="px-2 py-3 first:pl-4 last:pr-4 sm:px-5 text-right">
                  {formatCount(row.credited)}
                </td>
                <td className="px-2 py-3 first:pl-4 last:pr-4 sm:px-5 text-right font-display font-extrabold">
                  {formatRatio(row.k)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
