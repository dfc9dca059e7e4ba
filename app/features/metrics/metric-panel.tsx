/** One metric: its figures or chart, what it means, the table behind it, and the same as CSV. */
import type { ReactNode } from "react";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Section } from "#app/ui/card.tsx";
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";

interface MetricPanelProps {
  id: string;
  title: string;
  csv: string;
  /** How it is computed, in a sentence or two. */
  meaning: ReactNode;
  children: ReactNode;
}

export function MetricPanel({ id, title, csv, meaning, children }: MetricPanelProps) {
  const t = useWords("adminMetrics");
  const hidden = (text: string) => <span className="sr-only">{text}</span>;
  return (
    <Section
      id={id}
      title={title}
      className="mt-10"
      aside={
        <a href={csv} download className="inline-flex min-h-11 items-center font-bold text-link">
          {rich(t, "csv", { title, hidden })}
        </a>
      }
    >
      {children}
      <details className="mt-3">
        <summary className="min-h-11 py-2 font-bold text-link">{t("how")}</summary>
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

/** What a row is about, then numbers. */
export function MetricTable({ caption, columns, rows }: MetricTableProps) {
  return (
    <AdminTable caption={caption} columns={columns} numbers={columns.length - 1} short>
      {rows.map(({ key, head, cells }) => (
        <tr key={key}>
          <RowHead className="whitespace-nowrap">{head}</RowHead>
          {cells.map((value, index) => (
            <Cell number key={columns[index + 1]}>
              {value}
            </Cell>
          ))}
        </tr>
      ))}
    </AdminTable>
  );
}
