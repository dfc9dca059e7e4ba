import { sql } from "drizzle-orm";
import { afterAll, expect } from "vitest";
import { withPool } from "#db/client.ts";
import {
  configOf,
  describeBackends,
  post,
  rawNeon,
  tcpClient,
} from "#tests/support/local-database-stage.ts";
import { startPostgres } from "#tests/support/postgres.ts";

const postgres = await startPostgres();

afterAll(() => postgres?.stop());

describeBackends(postgres, ({ test, database, db }) => {
  test("answers a select over HTTP, WebSocket and TCP", async () => {
    const http = await db.execute(sql`select 1 + 1 as two`);
    expect(http.rows).toEqual([{ two: 2 }]);
    const ws = await withPool(configOf(database), (pool) => pool.query("select 1 + 1 as two"));
    expect(ws.rows).toEqual([{ two: 2 }]);
    const client = await tcpClient(database);
    expect((await client.query("select 1 + 1 as two")).rows).toEqual([{ two: 2 }]);
    await client.end();
  });

  test("carries every common type both ways, the same over all three", async () => {
    const text = `select $1::int as i, $2::bigint as b, $3::jsonb as j, $4::timestamptz as t,
      $5::int[] as a, $6::text as u, $7::text as n, $8::boolean as f, $9::uuid as id,
      $10::numeric as d, $11::bytea as y, $12::text[] as ts, $13::double precision as x`;
    const params = [
      ...[7, "9007199254740993", JSON.stringify({ a: [1, null, "ü"] }), "2026-01-02T03:04:05.678Z"],
      ...[[1, 2, 3], 'naïve 🦉 "quote" \\ $1', null, true, "018f0000-0000-7000-8000-000000000001"],
      ...["12345678901234567890.123", Buffer.from([0, 255, 16]), ["a,b", 'c"d', ""], 0.1],
    ];
    const options = { types: { getTypeParser: () => (raw: string) => raw } };
    const overHttp = await rawNeon(database).query(text, params, options);
    expect(overHttp).toEqual([
      {
        i: "7",
        b: "9007199254740993",
        j: '{"a": [1, null, "ü"]}',
        t: expect.stringMatching(/^2026-01-02 0\d:04:05\.678\+\d\d$/),
        a: "{1,2,3}",
        u: 'naïve 🦉 "quote" \\ $1',
        n: null,
        f: "t",
        id: "018f0000-0000-7000-8000-000000000001",
        d: "12345678901234567890.123",
        y: "\\x00ff10",
        ts: '{"a,b","c\\"d",""}',
        x: "0.1",
      },
    ]);
    const overWs = await withPool(configOf(database), (pool) =>
      pool.query<Record<string, unknown>>({ text, values: params, ...options }),
    );
    expect(overWs.rows).toEqual(overHttp);
    const client = await tcpClient(database);
    const overTcp = await client.query({ text, values: params, ...options });
    expect(overTcp.rows).toEqual(overHttp);
    await client.end();
  });

  test("reports command, row count and fields as Neon does", async () => {
    const insert = await db.execute(sql`insert into notes values (1, 'one'), (2, 'two')`);
    expect(insert).toMatchObject({ command: "INSERT", rowCount: 2, rows: [], fields: [] });
    const select = await db.execute(sql`select id from notes where id = 99`);
    expect(select).toMatchObject({ command: "SELECT", rowCount: 0 });
    expect(select.fields).toMatchObject([{ name: "id", dataTypeID: 23, format: "text" }]);
    const create = await db.execute(sql`create table if not exists notes (id int)`);
    expect(create).toMatchObject({ command: "CREATE", rowCount: null });
  });

  test("gives rows as objects to a client that does not ask for arrays", async () => {
    const { json } = await post(database, JSON.stringify({ query: "select 1 as a, 'x' as b" }));
    expect(json).toMatchObject({ rows: [{ a: "1", b: "x" }], rowAsArray: false });
  });

  test("runs a batch in one transaction and undoes all of it on an error", async () => {
    const [first, second] = await db.batch([
      db.execute(sql`insert into notes values (10, 'ten') returning id`),
      db.execute(sql`select count(*)::int as n from notes where id = 10`),
    ]);
    expect([first.rows, second.rows]).toEqual([[{ id: 10 }], [{ n: 1 }]]);
    const failing = db.batch([
      db.execute(sql`insert into notes values (11, 'eleven')`),
      db.execute(sql`insert into notes values (10, 'again')`),
    ]);
    await expect(failing).rejects.toMatchObject({ code: "23505" });
    const after = await db.execute(sql`select id from notes where id = 11`);
    expect(after.rows).toEqual([]);
  });

  test("undoes a batch whose COMMIT fails", async () => {
    await db.execute(
      sql`create table links (id int primary key, next int references links deferrable initially deferred)`,
    );
    const failing = db.batch([
      db.execute(sql`insert into links values (1, 2)`),
      db.execute(sql`select 1`),
    ]);
    await expect(failing).rejects.toMatchObject({ code: "23503" });
    expect((await db.execute(sql`select 1 from links`)).rows).toEqual([]);
  });

  test("opens a batch as its headers say", async () => {
    const neonSql = rawNeon(database);
    const [level, readOnly] = await neonSql.transaction(
      [neonSql`show transaction_isolation`, neonSql`show transaction_read_only`],
      { isolationLevel: "Serializable", readOnly: true, deferrable: true },
    );
    expect([level, readOnly]).toEqual([
      [{ transaction_isolation: "serializable" }],
      [{ transaction_read_only: "on" }],
    ]);
    const write = neonSql.transaction([neonSql`insert into notes values (12, 'no')`], {
      readOnly: true,
    });
    await expect(write).rejects.toMatchObject({ code: "25006" });
  });

  test("tells all of Postgres' error fields", async () => {
    await db.execute(sql`insert into notes values (20, 'twenty')`);
    const error = await rawNeon(database)`insert into notes values (21, 'twenty')`.catch((e) => e);
    expect(error).toMatchObject({
      message: 'duplicate key value violates unique constraint "notes_text_key"',
      code: "23505",
      severity: "ERROR",
      detail: "Key (text)=(twenty) already exists.",
      schema: "public",
      table: "notes",
      constraint: "notes_text_key",
    });
    const missingValue = await rawNeon(database)`insert into notes (id) values (22)`.catch(
      (e) => e,
    );
    expect(missingValue).toMatchObject({ code: "23502", column: "text" });
    const syntax = await rawNeon(database)`selec 1`.catch((e) => e);
    expect(syntax).toMatchObject({ code: "42601", position: "1" });
    const several = await rawNeon(database)
      .query("select 1; select 2")
      .catch((e) => e);
    expect(several).toMatchObject({ code: "42601" });
  });

  test("leaves nothing behind of a lone BEGIN", async () => {
    await db.execute(sql`begin`);
    await db.execute(sql`insert into notes values (30, 'thirty')`);
    const rows = await withPool(configOf(database), (pool) =>
      pool.query("select id from notes where id = 30"),
    );
    expect(rows.rows).toEqual([{ id: 30 }]);
  });
});
