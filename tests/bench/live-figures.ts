/** Figures with their targets, as a table, as faults and as JSON. */
import type { Table } from "./bench-shape.ts";

export interface LiveFigure {
  name: string;
  value: number;
  unit: string;
  /** What it must be; null for what is only told. */
  target: { atMost: number } | { atLeast: number } | { under: number } | null;
}

export const figure = (
  name: string,
  value: number,
  unit: string,
  target: LiveFigure["target"],
): LiveFigure => ({ name, value, unit, target });

/** True when the figure is as it must be. */
export function isMet({ value, target }: LiveFigure): boolean {
  if (!target) return true;
  if ("atMost" in target) return value <= target.atMost;
  return "under" in target ? value < target.under : value >= target.atLeast;
}

function words(target: LiveFigure["target"]): string {
  if (!target) return "";
  if ("atMost" in target) return `<= ${target.atMost}`;
  return "under" in target ? `< ${target.under}` : `>= ${target.atLeast}`;
}

export function liveTable(title: string, figures: readonly LiveFigure[]): Table {
  return {
    title,
    columns: ["figure", "value", "unit", "target", ""],
    rows: figures.map((figure) => [
      figure.name,
      figure.value,
      figure.unit,
      words(figure.target),
      figure.target ? (isMet(figure) ? "met" : "MISSED") : "",
    ]),
  };
}

export function liveFaults(figures: readonly LiveFigure[]): string[] {
  return figures
    .filter((figure) => !isMet(figure))
    .map(
      ({ name, value, unit, target }) =>
        `${name}: ${value.toFixed(2)} ${unit}, not ${words(target)}`,
    );
}
