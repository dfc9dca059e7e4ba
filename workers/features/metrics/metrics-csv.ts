/** Rows as CSV (RFC 4180), line by line. */

type Value = string | number | boolean | null;

/** A row a line, after one of names; sent as it is made. Nothing where there are no rows. */
export function csvStream(rows: readonly Readonly<Record<string, Value>>[]): ReadableStream {
  const encoder = new TextEncoder();
  let next = -1;
  return new ReadableStream({
    pull(controller) {
      const first = rows[0];
      if (!first || next >= rows.length) return controller.close();
      const row = next < 0 ? Object.keys(first) : Object.values(rows[next] ?? {});
      controller.enqueue(encoder.encode(`${row.map(field).join(",")}\r\n`));
      next += 1;
    },
  });
}

/** Quoted where it has to be. A text that a spreadsheet would take for a formula is disarmed. */
function field(value: Value): string {
  if (value === null) return "";
  const text =
    typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
