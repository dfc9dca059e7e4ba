/** What the pages of experiments are told, and how they write shares and p values. */
import type { Outputs } from "#app/trpc.ts";
import type { Words } from "#app/words/say.ts";

/** An answer as a loader hands it on: what may be absent may be undefined. */
export type Loaded<T> = T extends readonly (infer E)[]
  ? Loaded<E>[]
  : T extends object
    ? {
        [K in keyof T]: Record<never, never> extends Pick<T, K>
          ? Loaded<T[K]> | undefined
          : Loaded<T[K]>;
      }
    : T;

export type Results = Loaded<Outputs["experiments"]["results"]>;
export type Experiment = Loaded<Outputs["experiments"]["list"]>["experiments"][number];

const percents = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
const points = new Intl.NumberFormat("en", { maximumFractionDigits: 3, minimumFractionDigits: 3 });

export function percent(share: number): string {
  return percents.format(share);
}

/** Three digits; what is smaller says so. */
export function pValue(p: number): string {
  return p < 0.001 ? "< 0.001" : points.format(p);
}

/** `+2.1 % to +9.8 %`, with a sign. */
export function interval(
  t: Words<"adminExperiments">,
  range: { low: number; high: number } | null,
): string {
  return range ? t("range", { low: signed(range.low), high: signed(range.high) }) : "–";
}

export function signed(share: number | null): string {
  if (share === null) return "–";
  return `${share >= 0 ? "+" : "−"}${percent(Math.abs(share))}`;
}
