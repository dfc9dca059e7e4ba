/** The tables of a board's room. */

/** Makes what is missing. A room that was filled by an older layout is empty then, and is filled anew. */
export function createStandingsTables(sql: Pick<SqlStorage, "exec">): void {
  sql.exec("drop table if exists totals");
  sql.exec("drop table if exists complete");
  // The score times -1: one direction orders all three columns, so that SQLite can seek a place.
  sql.exec(`create table if not exists standings (
    visitor_id text primary key, handle text not null, alias text not null,
    neg_score integer not null, reached_at integer not null, version integer not null
    ) without rowid`);
  sql.exec(`create unique index if not exists standings_order
    on standings (neg_score, reached_at, visitor_id)`);
  sql.exec(`create table if not exists chunks (
    id integer primary key, neg_score integer not null, reached_at integer not null,
    visitor_id text not null, size integer not null)`);
  sql.exec(`create table if not exists departed (
    visitor_id text primary key, version integer not null) without rowid`);
  sql.exec("create table if not exists built (handle_key text primary key)");
}
