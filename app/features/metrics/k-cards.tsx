/** K itself, with how sure it is and what it is made of; and what is still growing, apart from it. */
import { Card } from "#app/ui/card.tsx";
import { formatCount, formatRatio } from "#app/ui/time-format.ts";
import { rich } from "#app/words/rich.tsx";
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";
import type { KView } from "./k-view.ts";

export function MatureCard({ view }: { view: KView }) {
  const t = useWords("adminMetrics");
  const shared = useWords("admin");
  const { mature } = view;
  const share = Math.round(view.intakeShareMature * 100);
  const b = (text: string) => <strong>{text}</strong>;
  return (
    <Card aria-labelledby="mature">
      <h2 id="mature" className="text-head">
        {view.loop ? t("k_of_loop", { loop: shared(`loop_${view.loop}`) }) : t("k_of_all")}
      </h2>
      <div className="mt-2 flex flex-wrap items-end gap-x-5 gap-y-1">
        <p className="font-display font-extrabold text-[4.5rem] leading-none tracking-tight">
          {formatRatio(mature.k)}
        </p>
        <p className="pb-2 text-soft">{intervalWords(t, mature.interval)}</p>
      </div>
      <Figures figures={mature} />
      <div className="mt-5">
        <p className="mb-1.5 text-[0.9375rem]">
          {rich(t, "share_mature", { b, share, count: mature.persons, days: view.windowDays })}
        </p>
        <div className="h-3 overflow-hidden rounded-full hatched" aria-hidden="true">
          <div className="h-full rounded-full bg-river" style={{ width: `${share}%` }} />
        </div>
      </div>
      <p className="mt-4 text-soft">{amplificationWords(t, view)}</p>
    </Card>
  );
}

function intervalWords(t: Words<"adminMetrics">, interval: KView["mature"]["interval"]): string {
  if (!interval) return t("no_interval");
  return t("interval", { low: formatRatio(interval.low), high: formatRatio(interval.high) });
}

function amplificationWords(t: Words<"adminMetrics">, view: KView): string {
  const { amplification, mature, windowDays: days } = view;
  if (amplification !== null) return t("amplification", { k: formatRatio(amplification), days });
  return mature.k !== null && mature.k >= 1 ? t("growing", { days }) : t("limit", { days });
}

function Figures({ figures }: { figures: KView["mature"] }) {
  const t = useWords("adminMetrics");
  return (
    <dl className="mt-5 grid grid-cols-2 gap-3 sm:grid-cols-4">
      <Figure name={t("invites_per_person")} value={formatRatio(figures.invitesPerPerson)} />
      <Figure name={t("fvm_per_invite")} value={formatRatio(figures.fvmPerInvite)} />
      <Figure name={t("people")} value={formatCount(figures.persons)} />
      <Figure name={t("credited")} value={formatCount(figures.credited)} />
      <Figure name={t("k_by_join")} value={formatRatio(figures.byJoin.k)} />
      <Figure name={t("median_cycle")} value={inDays(figures.cycle.medianMs)} />
      <Figure name={t("p90_cycle")} value={inDays(figures.cycle.p90Ms)} />
      <Figure name={t("invites")} value={formatCount(figures.invites)} />
    </dl>
  );
}

const inDays = (ms: number | null) => (ms === null ? "–" : (ms / 86_400_000).toFixed(1));

export function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-col-reverse justify-end rounded-block bg-well px-4 py-3">
      <dt className="text-[0.875rem] text-soft leading-snug">{name}</dt>
      <dd className="font-display font-extrabold text-2xl">{value}</dd>
    </div>
  );
}

export function ProvisionalCard({ view }: { view: KView }) {
  const t = useWords("adminMetrics");
  const { provisional } = view;
  return (
    <section
      aria-labelledby="provisional"
      className="rounded-stone border-2 border-line-strong border-dashed p-5 sm:p-7"
    >
      <h2 id="provisional" className="flex items-center gap-3 text-head">
        <span aria-hidden="true" className="hatched size-5 rounded-md" />
        {t("provisional")}
      </h2>
      <p className="mt-2 text-soft">{t("provisional_text", { days: view.windowDays })}</p>
      <dl className="mt-4 grid grid-cols-2 gap-3">
        <Figure name={t("k_so_far")} value={formatRatio(provisional.k)} />
        <Figure name={t("people")} value={formatCount(provisional.persons)} />
        <Figure name={t("invites")} value={formatCount(provisional.invites)} />
        <Figure name={t("credited")} value={formatCount(provisional.credited)} />
      </dl>
      <LeftOut view={view} />
    </section>
  );
}

function LeftOut({ view }: { view: KView }) {
  const t = useWords("adminMetrics");
  return (
    <>
      <h3 className="mt-5 font-bold">{t("left_out")}</h3>
      <ul className="mt-1 text-soft">
        {[...view.excluded.invitees, ...view.excluded.persons].map(({ reason, n }) => (
          <li key={reason} className="flex justify-between gap-4">
            <span>{t(`reason_${reason}` as "reason_bot") || reason}</span>
            <span className="tabular-nums">{formatCount(n)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
