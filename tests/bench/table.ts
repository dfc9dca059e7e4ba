/** Prints figures as a table of text. */
import type { Cell, Table } from "./bench-shape.ts";

/** Thousands are set apart; small numbers keep what matters of them. */
export function formatCell(cell: Cell): string {
  if (cell === null) return "-";
  if (typeof cell === "string") return cell;
  if (Number.isInteger(cell) || Math.abs(cell) >= 1000) {
    return Math.round(cell).toLocaleString("en-US");
  }
  return cell.toFixed(Math.abs(cell) >= 100 ? 1 : 2);
}

/** Texts stand left, numbers right; the title comes first. */
export function formatTable({ title, columns, rows }: Table): string {
  const texts = rows.map((row) => columns.map((_, i) => formatCell(row[i] ?? null)));
  const widths = columns.map((column, i) =>
    Math.max(column.length, ...texts.map((row) => row[i]?.length ?? 0)),
  );
  const isNumeric = columns.map((_, i) => rows.some((row) => typeof row[i] === "number"));
  const line = (cells: readonly string[]) =>
    cells
      .map((text, i) =>
        isNumeric[i] ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [title, line(columns), rule, ...texts.map(line)].join("\n");
}
