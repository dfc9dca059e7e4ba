/** A subject's directory in an object's SQLite: written only when it changes. */
import type { LeafDirectory } from "#shared/protocol/leaf-directory.ts";

function prepare(sql: SqlStorage): void {
  sql.exec("create table if not exists directory (id integer primary key, body text not null)");
}

/** Null when none was kept. */
export function keptDirectory(sql: SqlStorage): LeafDirectory | null {
  prepare(sql);
  const row = sql.exec<{ body: string }>("select body from directory where id = 1").toArray()[0];
  return row ? (JSON.parse(row.body) as LeafDirectory) : null;
}

export function keepDirectory(sql: SqlStorage, directory: LeafDirectory): void {
  prepare(sql);
  sql.exec("insert or replace into directory values (1, ?)", JSON.stringify(directory));
}
