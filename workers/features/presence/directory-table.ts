/** A subject's directory in an object's SQLite: written only when it changes. */
import type { LeafDirectory } from "#shared/protocol/leaf-directory.ts";
import { makeTables } from "../../platform/room-tables.ts";

const tables = { directory: "(id integer primary key, body text not null)" };

/** Null when none was kept. */
export function keptDirectory(sql: SqlStorage): LeafDirectory | null {
  makeTables(sql, tables);
  const row = sql.exec<{ body: string }>("select body from directory where id = 1").toArray()[0];
  return row ? (JSON.parse(row.body) as LeafDirectory) : null;
}

export function keepDirectory(sql: SqlStorage, directory: LeafDirectory): void {
  makeTables(sql, tables);
  sql.exec("insert or replace into directory values (1, ?)", JSON.stringify(directory));
}
