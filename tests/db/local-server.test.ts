/** The local database server, in front of PGlite and, where one is installed, of PostgreSQL. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { neon } from "@neondatabase/serverless";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { createDb, createPool, type Db, withPool } from "#db/client.ts";
import { databaseSettings, isOnThisMachine } from "#db/local/database-settings.ts";
import { FairMutex } from "#db/local/fair-mutex.ts";
import { type LocalDatabase, startLocalDatabase } from "#db/local/local-database.ts";
import { migrate } from "#db/local/migrate.ts";
import { openDatabase } from "#db/local/open-database.ts";
import { resetDatabase } from "#db/local/reset.ts";
import { lastStatus, StatusScanner } from "#db/local/wire-messages.ts";
import { startPostgres } from "#tests/support/postgres.ts";

const postgres = await startPostgres();
if (!postgres) console.warn("Skipped: no PostgreSQL programs (initdb, postgres) are installed.");
const folder = mkdtempSync(join(tmpdir(), "k-factor-local-"));

afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function configOf(database: LocalDatabase) {
  return {
    databaseUrl: database.connectionString,
    proxyUrl: `http://127.0.0.1:${database.httpPort}`,
  };
}

// Neon's own client without drizzle, pointed at the server by the request's URL alone.
function rawNeon(database: LocalDatabase) {
  return createDb(configOf(database)).$client;
}

async function post(database: LocalDatabase, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`http://127.0.0.1:${database.httpPort}/sql`, {
    method: "POST",
    headers: { "neon-connection-string": database.connectionString, ...headers },
    body,
  });
  const json = (await response.json()) as Record<string, unknown>;
  return { status: response.status, json };
}

async function tcpClient(database: LocalDatabase): Promise<pg.Client> {
  const client = new pg.Client(database.connectionString);
  client.on("error", () => {});
  await client.connect();
  return client;
}

describe.each([
  { name: "PGlite", upstream: undefined, missing: false },
  { name: "PostgreSQL", upstream: postgres?.url, missing: !postgres },
])("in front of $name", ({ name, upstream, missing }) => {
  let database: LocalDatabase;
  let db: Db;

  beforeAll(async () => {
    if (missing) return;
    database = await startLocalDatabase({
      tcpPort: 0,
      idleTransactionMs: 400,
      ...(upstream && { upstream }),
    });
    db = createDb(configOf(database));
    await db.execute(sql`create table notes (id int primary key, text text not null unique)`);
  }, 60_000);

  afterAll(async () => {
    await database?.stop();
  });

  const test = it.skipIf(missing);

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

  test("keeps an interactive transaction from everybody else until it commits", async () => {
    const pool = createPool(configOf(database));
    const client = await pool.connect();
    await client.query("begin");
    await client.query("insert into notes values (40, 'forty')");
    const seenMeanwhile = db.execute(sql`select id from notes where id = 40`).then((r) => r.rows);
    await sleep(100);
    expect((await client.query("select id from notes where id = 40")).rows).toEqual([{ id: 40 }]);
    await client.query("rollback");
    expect(await seenMeanwhile).toEqual([]);
    await client.query("begin");
    await client.query("insert into notes values (41, 'forty-one')");
    await client.query("commit");
    client.release();
    await pool.end();
    expect((await db.execute(sql`select id from notes where id = 41`)).rows).toEqual([{ id: 41 }]);
  });

  test("keeps two interleaved clients' transactions apart", async () => {
    const pool = createPool(configOf(database), { max: 2 });
    await pool.query("create table counters (id int primary key, n int not null)");
    await pool.query("insert into counters values (1, 0)");
    const increment = async () => {
      const client = await pool.connect();
      await client.query("begin");
      const { rows } = await client.query("select n from counters where id = 1 for update");
      await client.query("update counters set n = $1 where id = 1", [rows[0].n + 1]);
      await client.query("commit");
      client.release();
    };
    await Promise.all(Array.from({ length: 20 }, increment));
    expect((await pool.query("select n from counters")).rows).toEqual([{ n: 20 }]);
    await pool.end();
  });

  test("ends a transaction that idles too long and says so", async () => {
    const client = await tcpClient(database);
    const told = new Promise<unknown>((resolve) => client.once("error", resolve));
    await client.query("begin");
    await client.query("insert into notes values (50, 'fifty')");
    expect(await told).toMatchObject({ code: "25P03", severity: "FATAL" });
    await expect(client.query("select 1")).rejects.toThrow();
    expect((await db.execute(sql`select id from notes where id = 50`)).rows).toEqual([]);
  });

  test("lets a connection without a transaction idle", async () => {
    const client = await tcpClient(database);
    await client.query("select 1");
    await sleep(600);
    expect((await client.query("select 2 as two")).rows).toEqual([{ two: 2 }]);
    await client.end();
  });

  test("rolls back for a client that dies, over TCP and over a WebSocket", async () => {
    const tcp = await tcpClient(database);
    await tcp.query("begin");
    await tcp.query("insert into notes values (60, 'sixty')");
    (tcp as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
    expect((await db.execute(sql`select id from notes where id = 60`)).rows).toEqual([]);

    const pool = createPool(configOf(database));
    const ws = await pool.connect();
    await ws.query("begin");
    await ws.query("insert into notes values (61, 'sixty-one')");
    (ws as unknown as { connection: { stream: { ws: WebSocket } } }).connection.stream.ws.close();
    expect((await db.execute(sql`select id from notes where id = 61`)).rows).toEqual([]);
    ws.release(true);
    await pool.end();
  });

  test("answers 50 requests at once, each with its own rows", async () => {
    const pool = createPool(configOf(database), { max: 5 });
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const { rows } = await (i % 5 === 0
          ? pool.query("select $1::int as i", [i])
          : db.execute(sql`select ${i}::int as i`));
        return rows;
      }),
    );
    expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => [{ i }]));
    await pool.end();
  });

  test("refuses a body over 8 MB and takes one under it", async () => {
    const body = (size: number) =>
      JSON.stringify({ query: "select length($1::text) as n", params: ["x".repeat(size)] });
    expect(await post(database, body(9_000_000))).toMatchObject({ status: 413 });
    const taken = await post(database, body(7_000_000), { "neon-array-mode": "true" });
    expect(taken).toMatchObject({ status: 200, json: { rows: [["7000000"]] } });
  });

  test("says what is wrong with a request that is none", async () => {
    for (const body of ["", "{", "[]", '{"query": 1}', '{"query": "select 1", "params": {}}']) {
      expect(await post(database, body)).toMatchObject({ status: 400, json: { code: "08P01" } });
    }
    const base = `http://127.0.0.1:${database.httpPort}`;
    expect((await fetch(`${base}/other`)).status).toBe(404);
    expect((await fetch(`${base}/sql`)).status).toBe(405);
    const level = { "neon-batch-isolation-level": "Wild" };
    expect(await post(database, '{"queries": []}', level)).toMatchObject({ status: 400 });
    expect(await post(database, '{"queries": []}')).toMatchObject({ json: { results: [] } });
  });

  test("lets no web page of another site in", async () => {
    const { httpPort } = database;
    const body = '{"query": "select 1"}';
    const plain = await fetch(`http://127.0.0.1:${httpPort}/sql`, { method: "POST", body });
    expect(plain.status).toBe(400);
    const rebound = await new Promise<number | undefined>((resolve) => {
      const headers = { host: "evil.example", "neon-connection-string": "x" };
      request({ port: httpPort, host: "127.0.0.1", path: "/sql", method: "POST", headers })
        .on("response", (response) => resolve(response.statusCode))
        .end(body);
    });
    expect(rebound).toBe(403);
    const socket = new WebSocket(`ws://127.0.0.1:${httpPort}/v2`, {
      origin: "https://evil.example",
    });
    const refused = await new Promise<Error>((resolve) => socket.once("error", resolve));
    expect(refused.message).toContain("403");
  });

  test("turns TLS down, forgives a cancel request, and shuts out other protocols", async () => {
    const speak = (bytes: Buffer) =>
      new Promise<string>((resolve) => {
        const socket = connect(database.tcpPort ?? 0, "127.0.0.1", () => socket.write(bytes));
        let heard = "";
        socket.on("data", (data) => {
          heard += data.toString("latin1");
          if (heard === "N") socket.end();
        });
        socket.on("error", () => {});
        socket.on("close", () => resolve(heard));
      });
    expect(await speak(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]))).toBe("N");
    expect(await speak(Buffer.from([0, 0, 0, 16, 4, 210, 22, 46, 0, 0, 0, 1, 0, 0, 0, 2]))).toBe(
      "",
    );
    expect(await speak(Buffer.from("GET / HTTP/1.1\r\n\r\n"))).toContain("Postgres protocol only");
    expect((await db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  });

  test("answers COPY FROM STDIN with an error where it cannot be had", async () => {
    const error = await db.execute(sql`copy notes from stdin`).catch((e) => e.cause);
    expect(error).toMatchObject({ code: "57014" });
    expect((await db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  });

  test("finds vectors by HNSW", async ({ skip }) => {
    const found = await db.execute(
      sql`select 1 from pg_available_extensions where name = 'vector'`,
    );
    if (found.rows.length === 0) skip(`this ${name} has no pgvector (postgresql-15-pgvector)`);
    await db.execute(sql`create extension vector`);
    await db.execute(sql`create table points (id int primary key, at vector(3))`);
    await db.execute(sql`create index on points using hnsw (at vector_cosine_ops)`);
    await db.execute(sql`insert into points values (1, '[1,0,0]'), (2, '[0,1,0]')`);
    const nearest = await db.execute(
      sql`select id from points order by at <=> '[0,0.9,0.1]' limit 1`,
    );
    expect(nearest.rows).toEqual([{ id: 2 }]);
  });

  test("counts the round trips of each client, a batch as one", async () => {
    const [mine, other] = [{ count: 0 }, { count: 0 }];
    const client = createDb({ ...configOf(database), roundTrips: mine });
    const otherClient = createDb({ ...configOf(database), roundTrips: other });
    await client.execute(sql`select 1`);
    await client.batch([client.execute(sql`select 1`), client.execute(sql`select 2`)]);
    await otherClient.execute(sql`select 1`);
    await client.execute(sql`select 1/0`).catch(() => {});
    expect([mine.count, other.count]).toEqual([3, 1]);
  });

  test("applies each missing migration once, also when two deployers race", async () => {
    const migrationsFolder = writeMigrations(`good-${name}`, {
      "0000_first": "create table m1 (id int);--> statement-breakpoint\ninsert into m1 values (1);",
      "0001_second": "alter table m1 add column t text default 'x';",
    });
    const config = { ...configOf(database), migrationsFolder };
    const applied = await Promise.all([migrate(config), migrate(config)]);
    expect(applied.flat().sort()).toEqual(["0000_first", "0001_second"]);
    expect(await migrate(config)).toEqual([]);
    expect((await db.execute(sql`select * from m1`)).rows).toEqual([{ id: 1, t: "x" }]);
  });

  test("undoes a migration that fails and keeps those before it", async () => {
    const migrationsFolder = writeMigrations(
      `bad-${name}`,
      {
        "0002_fine": "create table m2 (id int);",
        "0003_bad":
          "create table m3 (id int);--> statement-breakpoint\ninsert into nowhere values (1);",
      },
      10,
    );
    await expect(migrate({ ...configOf(database), migrationsFolder })).rejects.toThrow(
      /^Migration 0003_bad failed and was undone \(relation "nowhere" does not exist\)/,
    );
    const tables = sql`select to_regclass('m2')::text as m2, to_regclass('m3')::text as m3`;
    expect((await db.execute(tables)).rows).toEqual([{ m2: "m2", m3: null }]);
  });
});

function writeMigrations(name: string, files: Record<string, string>, from = 0): string {
  const migrationsFolder = join(folder, name);
  mkdirSync(join(migrationsFolder, "meta"), { recursive: true });
  const entries = Object.keys(files).map((tag, i) => {
    writeFileSync(join(migrationsFolder, `${tag}.sql`), files[tag] ?? "");
    return { idx: i, version: "7", when: 1000 + from + i, tag, breakpoints: true };
  });
  const journal = { version: "7", dialect: "postgresql", entries };
  writeFileSync(join(migrationsFolder, "meta", "_journal.json"), JSON.stringify(journal));
  return migrationsFolder;
}

// A clone starts in a fifth of the time that a new database takes.
let blank: Blob;

beforeAll(async () => {
  const database = await startLocalDatabase();
  blank = await database.dump();
  await database.stop();
}, 60_000);

describe("several clients of the driver", () => {
  it("sends only clients with a proxy through it", async () => {
    const database = await startLocalDatabase({ loadFrom: blank });
    const proxied = createDb(configOf(database));
    const direct = neon("postgres://u:p@ep-none.invalid/db");
    await expect(direct`select 1`).rejects.toThrow(/Error connecting to database/);
    expect((await proxied.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
    await database.stop();
  }, 60_000);
});

describe("PostgreSQL behind the server", () => {
  it.skipIf(!postgres)("is left at once by stop, whatever is under way", async () => {
    const database = await startLocalDatabase({ tcpPort: 0, upstream: postgres?.url ?? "" });
    const client = await tcpClient(database);
    const db = createDb(configOf(database));
    const underWay = [
      client.query("select pg_sleep(30)").catch(() => {}),
      db.execute(sql`select pg_sleep(30)`).catch(() => {}),
    ];
    await sleep(200);
    const start = performance.now();
    await database.stop();
    expect(performance.now() - start).toBeLessThan(1500);
    await Promise.all(underWay);
  });
});

describe("the embedded database", () => {
  it("makes a client wait only so long for its turn", async () => {
    const database = await startLocalDatabase({ loadFrom: blank, tcpPort: 0, longestWaitMs: 200 });
    const holder = await tcpClient(database);
    await holder.query("begin");
    const late = tcpClient(database).then((client) => client.query("select 1"));
    await expect(late).rejects.toMatchObject({ code: "55P03", severity: "FATAL" });
    const lateHttp = createDb(configOf(database)).execute(sql`select 1`);
    await expect(lateHttp).rejects.toMatchObject({ cause: { code: "55P03" } });
    await holder.query("commit");
    await holder.end();
    await database.stop();
  }, 60_000);

  it("stops quickly under load", async () => {
    const database = await startLocalDatabase({ loadFrom: blank, tcpPort: 0 });
    const holder = await tcpClient(database);
    await holder.query("begin");
    const db = createDb(configOf(database));
    const waiting = Array.from({ length: 20 }, () => db.execute(sql`select 1`).catch(() => {}));
    await sleep(50);
    const start = performance.now();
    await database.stop();
    expect(performance.now() - start).toBeLessThan(1000);
    await Promise.all(waiting);
  }, 60_000);

  it("forgets what clients SET once the last of them has left", async () => {
    const database = await startLocalDatabase({ loadFrom: blank, tcpPort: 0 });
    const client = await tcpClient(database);
    await client.query("set search_path = pg_catalog");
    await client.query("set role pg_monitor");
    await client.end();
    const db = createDb(configOf(database));
    await expect
      .poll(
        async () =>
          (await db.execute(sql`select current_setting('search_path') as p, current_user as u`))
            .rows,
      )
      .toEqual([{ p: "public", u: "postgres" }]);
    await database.stop();
  }, 60_000);

  it("clones from a dump", async () => {
    const original = await startLocalDatabase({ loadFrom: blank });
    await createDb(configOf(original)).execute(sql`create table kept as select 42 as n`);
    const dump = await original.dump();
    await original.stop();
    const clones = [{ loadFrom: dump }, { loadFrom: dump, dataDir: join(folder, "clone") }];
    for (const options of clones) {
      const clone = await startLocalDatabase(options);
      const { rows } = await createDb(configOf(clone)).execute(sql`select n from kept`);
      expect(rows).toEqual([{ n: 42 }]);
      await clone.stop();
    }
    await expect(
      startLocalDatabase({ loadFrom: dump, dataDir: join(folder, "clone") }),
    ).rejects.toThrow(/already has a database/);
  }, 60_000);

  it("keeps its data over a restart and over its own breakdown", async () => {
    const dataDir = join(folder, "kept", "pglite");
    const first = await startLocalDatabase({ dataDir });
    await createDb(configOf(first)).execute(sql`create table kept as select 1 as n`);
    await first.stop();
    const second = await startLocalDatabase({ dataDir });
    const db = createDb(configOf(second));
    await db.execute(sql`insert into kept values (2)`);
    await db.execute(
      sql.raw(
        "create function f(n int) returns int language plpgsql as 'begin return f(n + 1); end'",
      ),
    );
    await expect(db.execute(sql`select f(1)`)).rejects.toMatchObject({ cause: { code: "54001" } });
    // PGlite cannot start programs and breaks down on the attempt.
    const fatal = db.execute(sql`copy (select 1) to program 'true'`);
    await expect(fatal).rejects.toMatchObject({ cause: { code: "57P02" } });
    expect((await db.execute(sql`select n from kept order by n`)).rows).toEqual([
      { n: 1 },
      { n: 2 },
    ]);
    await second.stop();
  }, 60_000);

  it("breaks down in memory and still has every row", async () => {
    const database = await startLocalDatabase({ loadFrom: blank, tcpPort: 0 });
    const db = createDb(configOf(database));
    await db.execute(sql`create table kept as select generate_series(1, 1000) as n`);
    const client = await tcpClient(database);
    await client.query(
      `set check_function_bodies = off; create function g(n int) returns int language sql as
       $$ select case when n < 0 then 0 else (select max(x) from (select g(n + 1) x) y) end $$`,
    );
    const told = await client.query("select g(1)").catch((error) => error);
    expect(told).toMatchObject({ code: "57P02", severity: "FATAL" });
    expect((await db.execute(sql`select count(*)::int as n from kept`)).rows).toEqual([
      { n: 1000 },
    ]);
    await database.stop();
  }, 60_000);

  it("refuses a folder of other files", async () => {
    const dataDir = join(folder, "photos");
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "cat.jpg"), "");
    await expect(startLocalDatabase({ dataDir })).rejects.toThrow(/no database of ours/);
  });

  it("refuses a port that is taken", async () => {
    const first = await startLocalDatabase({ loadFrom: blank });
    const second = startLocalDatabase({ loadFrom: blank, httpPort: first.httpPort });
    await expect(second).rejects.toThrow(/cannot listen on port \d+ \(another program has it\)/);
    await first.stop();
  }, 60_000);
});

describe("a process that has the data folder", () => {
  it("is the only one, is found by scripts, and may be killed without losing a row", async () => {
    const dataHome = join(folder, "killed");
    const dataDir = join(dataHome, "pglite");
    const child = startWriter(dataDir);
    const acknowledged: number[] = [];
    const enough = new Promise<void>((resolve) => {
      createInterface({ input: child.stdout ?? process.stdin }).on("line", (line) => {
        acknowledged.push(Number(line));
        if (acknowledged.length === 300) resolve();
      });
    });
    await enough;
    await expect(startLocalDatabase({ dataDir })).rejects.toThrow(
      `The data folder ${dataDir} is in use by process ${child.pid}: stop that process, or set DATA_DIR to another folder.`,
    );
    await expect(resetDatabase({ DATA_DIR: dataHome }, [])).rejects.toThrow(/is in use by process/);
    const found = await openDatabase({ DATA_DIR: dataHome });
    const { rows } = await createDb(found).execute(sql`select count(*)::int as n from written`);
    expect(rows[0]?.["n"]).toBeGreaterThan(0);
    await found.stop();

    const dead = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await dead;
    const again = await openDatabase({ DATA_DIR: dataHome });
    const kept = await createDb(again).execute(sql`select id from written order by id`);
    const ids = kept.rows.map((row) => row["id"]);
    expect(ids.slice(0, acknowledged.length)).toEqual(acknowledged);
    await again.stop();

    await resetDatabase({ DATA_DIR: dataHome }, []);
    const fresh = await openDatabase({ DATA_DIR: dataHome });
    const table = await createDb(fresh).execute(sql`select to_regclass('written') as t`);
    expect(table.rows).toEqual([{ t: null }]);
    await fresh.stop();
  }, 90_000);
});

// Writes rows through its own server as fast as it can and prints each one that is confirmed.
function startWriter(dataDir: string): ChildProcess {
  const urlOf = (path: string) => JSON.stringify(new URL(`../../${path}`, import.meta.url).href);
  const script = `
    import { sql } from "drizzle-orm";
    import { createDb } from ${urlOf("db/client.ts")};
    import { startLocalDatabase } from ${urlOf("db/local/local-database.ts")};
    const database = await startLocalDatabase({ dataDir: ${JSON.stringify(dataDir)} });
    const proxyUrl = "http://127.0.0.1:" + database.httpPort;
    const db = createDb({ databaseUrl: database.connectionString, proxyUrl });
    await db.execute(sql\`create table written (id int primary key, filler text)\`);
    for (let id = 1; ; id++) {
      await db.execute(sql\`insert into written values (\${id}, repeat('x', 500))\`);
      console.log(id);
    }`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
  });
}

describe("settings and commands", () => {
  it("choose the database from the environment alone", () => {
    expect(databaseSettings({})).toEqual({ kind: "embedded", dataDir: join(".data", "pglite") });
    expect(databaseSettings({ DATA_DIR: "/d" })).toEqual({
      kind: "embedded",
      dataDir: join("/d", "pglite"),
    });
    const neonUrl = "postgres://u:p@ep-x.eu-central-1.aws.neon.tech/db?sslmode=require";
    expect(databaseSettings({ DATABASE_URL: neonUrl })).toMatchObject({ kind: "neon" });
    const other = databaseSettings({ DATABASE_URL: "postgres://u@db.example/x" });
    expect(other).toMatchObject({ kind: "upstream" });
    expect(isOnThisMachine(other)).toBe(false);
    expect(isOnThisMachine(databaseSettings({ DATABASE_URL: "postgres://u@[::1]/x" }))).toBe(true);
    expect(() => databaseSettings({ DATABASE_URL: "mysql://x" })).toThrow(/not a Postgres URL/);
  });

  it("do not empty a database elsewhere unasked", async () => {
    const { code, output } = await runCommand("reset", {
      DATABASE_URL: "postgres://u:secret@db.example/x",
    });
    expect(code).toBe(1);
    expect(output.trim().split("\n")).toEqual([
      expect.stringContaining("add --yes-delete-everything"),
    ]);
    expect(output).not.toContain("secret");
  });

  it("say in one sentence that a PostgreSQL is not there", async () => {
    const { code, output } = await runCommand("migrate", {
      DATABASE_URL: "postgres://u:secret@127.0.0.1:1/x",
    });
    expect(code).toBe(1);
    expect(output.trim()).toMatch(
      /^PostgreSQL at 127\.0\.0\.1:1 does not let us in .*DATABASE_URL\.$/,
    );
  });

  it.skipIf(!postgres)("empty a PostgreSQL on this machine", async () => {
    const DATABASE_URL = postgres?.url ?? "";
    const client = new pg.Client(DATABASE_URL);
    await client.connect();
    await client.query("create table doomed (id int)");
    expect(await runCommand("reset", { DATABASE_URL })).toMatchObject({ code: 0 });
    const { rows } = await client.query("select to_regclass('doomed') as t");
    expect(rows).toEqual([{ t: null }]);
    await client.end();
  });
});

function runCommand(name: string, env: Record<string, string>) {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const child = spawn(process.execPath, [`db/local/${name}-command.ts`], {
    cwd: root,
    env: { PATH: process.env["PATH"], ...env },
  });
  let output = "";
  child.stdout.on("data", (data) => {
    output += data;
  });
  child.stderr.on("data", (data) => {
    output += data;
  });
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, output }));
  });
}

describe("the small parts", () => {
  it("serves waiters in the order they came and skips those who gave up", async () => {
    const mutex = new FairMutex(50);
    const order: number[] = [];
    const release = await mutex.acquire();
    const gaveUp = expect(mutex.acquire()).rejects.toThrow(/busy/);
    await gaveUp;
    const waiters = [1, 2, 3].map(async (n) => {
      const done = await mutex.acquire();
      order.push(n);
      done();
      done();
    });
    release();
    release();
    await Promise.all(waiters);
    expect(order).toEqual([1, 2, 3]);
  });

  it("finds ReadyForQuery wherever the bytes are cut", () => {
    const message = (letter: string, body: string) => {
      const bytes = Buffer.alloc(5 + body.length);
      bytes.write(letter + "\0".repeat(4) + body, "latin1");
      bytes.writeInt32BE(4 + body.length, 1);
      return bytes;
    };
    const reply = Buffer.concat([
      ...[message("1", ""), message("D", "Z\0\0\0\x05I"), message("Z", "T")],
      ...[message("C", "SELECT 1\0"), message("n", ""), message("Z", "E")],
    ]);
    expect(lastStatus(reply)).toBe("E");
    for (let cut = 0; cut <= reply.length; cut++) {
      const scanner = new StatusScanner();
      const found = [reply.subarray(0, cut), reply.subarray(cut)].map((part) => scanner.scan(part));
      expect(found.findLast((status) => status !== undefined)).toBe("E");
    }
  });
});
