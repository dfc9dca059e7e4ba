/** How K is computed, with the very numbers of the page put in. */
import type { ReactNode } from "react";
import { formatRatio } from "#app/ui/time-format.ts";
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { KView } from "./k-view.ts";

const b = (text: string) => <strong>{text}</strong>;

export function HowComputed({ view }: { view: KView }) {
  const t = useWords("adminMetrics");
  const { mature, windowDays: days } = view;
  const { credited, persons: people, invites } = mature;
  return (
    <details className="mt-8 rounded-stone border border-line bg-card">
      <summary className="min-h-14 px-5 py-4 font-display font-extrabold text-head sm:px-7">
        {t("how")}
      </summary>
      <div className="grid gap-3 px-5 pb-6 sm:px-7">
        <p>{rich(t, "how_intake", { b, days })}</p>
        <p>{rich(t, "how_credited", { b, days })}</p>
        <Formula>{t("how_k", { credited, people, k: formatRatio(mature.k) })}</Formula>
        <Formula>{t("how_ic", { credited, people, invites })}</Formula>
        <p>{rich(t, "how_interval", { b })}</p>
        <p>{rich(t, "how_left_out", { b })}</p>
      </div>
    </details>
  );
}

/** Breaks at its signs on phones: nothing here has to be scrolled. */
function Formula({ children }: { children: ReactNode }) {
  return <p className="rounded-block bg-well px-4 py-3 font-bold tabular-nums">{children}</p>;
}
