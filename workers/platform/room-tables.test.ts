import { describe, expect, it } from "vitest";
import { createSqliteStorage } from "#tests/support/sqlite-storage.ts";
import { makeTables } from "./room-tables.ts";

const people = "(handle text primary key, alias text not null) without rowid";
const marks = "(name text primary key)";

function filled() {
  const { sql } = createSqliteStorage();
  makeTables(sql, { people, marks });
  sql.exec("insert into people values ('h1', 'Otter')");
  sql.exec("insert into marks values ('complete')");
  const count = (table: string) => sql.exec(`select * from ${table}`).toArray().length;
  return { sql, count };
}

describe("makeTables", () => {
  it("leaves tables of the same layout and their rows, however the statement is broken", () => {
    const { sql, count } = filled();
    makeTables(sql, { people: people.replace(", ", ",\n      "), marks });
    expect([count("people"), count("marks")]).toEqual([1, 1]);
  });

  it("empties all that stand together when one has another layout", () => {
    const { sql, count } = filled();
    const wider = "(handle text primary key, alias text not null, at integer) without rowid";
    makeTables(sql, { people: wider, marks });
    expect([count("people"), count("marks")]).toEqual([0, 0]);
    sql.exec("insert into people values ('h1', 'Otter', 1)");
  });

  it("adds a table to those that are there, and touches no others", () => {
    const { sql, count } = filled();
    makeTables(sql, { marks, feed: "(id text primary key)" });
    expect([count("people"), count("marks"), count("feed")]).toEqual([1, 1, 0]);
  });
});
