/** One metric: its figures or chart, what it means, the table behind it, and the same as CSV. */
import type { ReactNode } from "react";
import { Section } from "#app/ui/card.tsx";

interface MetricPanelProps {
  id: string;
  title: string;
  csv: string;
  /** How it is computed, in a sentence or two. */
  meaning: ReactNode;
  children: ReactNode;
}

export function MetricPanel({ id, title, csv, meaning, children }: MetricPanelProps) {
  return (
    <Section
      id={id}
      title={title}
      className="mt-10"
      aside={
        <a href={csv} download className="inline-flex min-h-11 items-center font-bold text-link">
          CSV<span className="sr-only">{` of ${title}`}</span>
        </a>
      }
    >
      {children}
      <details className="mt-3">
        <summary className="min-h-11 py-2 font-bold text-link">How is this computed?</summary>
        <p className="max-w-2xl pb-2 text-soft">{meaning}</p>
      </details>
    </Section>
  );
}

interface MetricTableProps {
  caption: string;
  columns: readonly string[];
  rows: readonly { key: string; head: ReactNode; cells: readonly ReactNode[] }[];
}

/** A table that scrolls by itself, sideways and down. */
export function MetricTable({ caption, columns, rows }: MetricTableProps) {
  const cell = "px-2 py-2.5 first:pl-4 last:pr-4 sm:px-5";
  return (
    // What scrolls must be reachable by keyboard.
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls.
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-stone border border-line bg-card"
    >
      <table className="w-full text-left max-sm:text-[0.9375rem]">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-well text-[0.9375rem]">
          <tr>
            {columns.map((name, index) => (
              <th key={name} scope="col" className={index === 0 ? cell : `${cell} text-right`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ key, head, cells }) => (
            <tr key={key}>
              <th scope="row" className={`${cell} whitespace-nowrap`}>
                {head}
              </th>
              {cells.map((value, index) => (
                <td key={columns[index + 1]} className={`${cell} whitespace-nowrap text-right`}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
