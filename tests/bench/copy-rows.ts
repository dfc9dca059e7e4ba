/** Rows by PostgreSQL's COPY: ten times as fast as inserts, and held in memory piece by piece. */
import { once } from "node:events";
import type { Writable } from "node:stream";
import type pg from "pg";

/** A value of a row; null is SQL's. */
export type CopyValue = string | null;

interface Line {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  stream: Writable;
}

const rowsAtOnce = 2_000;

/** Copies rows into a table; `columns` as they stand in `rows`. Rejects with the database's error. */
export function copyRows(
  client: pg.Client,
  into: { table: string; columns: readonly string[] },
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  const text = `copy ${into.table} (${into.columns.join(", ")}) from stdin`;
  return new Promise((resolve, reject) => {
    let failed: Error | null = null;
    // What pg calls a submittable: the client hands it the answers of the database, one by one.
    const submittable = {
      submit: (line: Line) => line.query(text),
      handleCopyInResponse: (line: Line) => {
        void sendRows(line, rows);
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: () => (failed ? reject(failed) : resolve()),
      handleError: (error: Error) => {
        failed = error;
        reject(error);
      },
    };
    client.query(submittable as unknown as pg.Submittable);
  });
}

async function sendRows(line: Line, rows: Iterable<readonly CopyValue[]>): Promise<void> {
  let pending: string[] = [];
  const send = async () => {
    line.sendCopyFromChunk(Buffer.from(pending.join("")));
    pending = [];
    if (line.stream.writableNeedDrain) await once(line.stream, "drain");
  };
  for (const row of rows) {
    pending.push(`${row.map(field).join("\t")}\n`);
    if (pending.length >= rowsAtOnce) await send();
  }
  await send();
  line.endCopyFrom();
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function field(value: CopyValue): string {
  return value === null ? "\\N" : value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign);
}
