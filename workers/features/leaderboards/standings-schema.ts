/** The tables of a board's room. */
import { makeTables } from "../../platform/room-tables.ts";

const tables = {
  // The score times -1: one direction orders all three columns, so that SQLite can seek a place.
  standings: `(visitor_id text primary key, handle text not null, alias text not null,
    neg_score integer not null, reached_at integer not null, version integer not null)
    without rowid`,
  chunks: `(id integer primary key, neg_score integer not null, reached_at integer not null,
    visitor_id text not null, size integer not null)`,
  departed: "(visitor_id text primary key, version integer not null) without rowid",
  built: "(handle_key text primary key)",
};

/** Makes what is missing. A room that was filled by another layout is empty then, and is filled anew. */
export function createStandingsTables(sql: Pick<SqlStorage, "exec">): void {
  makeTables(sql, tables);
  sql.exec(`create unique index if not exists standings_order
    on standings (neg_score, reached_at, visitor_id)`);
}
