/** The tables of a Durable Object's SQLite: made where they are missing, and anew where they were others. */

/** By name, what stands between its name and the end of `create table`. */
export type TableLayouts = Readonly<Record<string, string>>;

/**
 * Tables that stand together: when one was made by another layout, all of them are dropped, because
 * what a room holds is read anew from Postgres.
 */
export function makeTables(sql: Pick<SqlStorage, "exec">, layouts: TableLayouts): void {
  const query = "select name, sql from sqlite_master where type = 'table'";
  const made = new Map(
    sql
      .exec<{ name: string; sql: string }>(query)
      .toArray()
      .map((row) => [row.name, row.sql]),
  );
  const wanted = Object.entries(layouts);
  const isOther = ([name, layout]: (typeof wanted)[number]) => {
    const known = made.get(name);
    return known !== undefined && spaced(known) !== spaced(`CREATE TABLE ${name} ${layout}`);
  };
  if (wanted.some(isOther)) for (const [name] of wanted) sql.exec(`drop table if exists ${name}`);
  for (const [name, layout] of wanted) sql.exec(`create table if not exists ${name} ${layout}`);
}

/** SQLite keeps the statement as it was written, with its lines. */
const spaced = (statement: string) => statement.replaceAll(/\s+/g, " ").trim();
