import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, expect } from "vitest";
import { WebSocket } from "ws";
import { createPool } from "#db/client.ts";
import {
  configOf,
  describeBackends,
  post,
  tcpClient,
} from "#tests/support/local-database-stage.ts";
import { startPostgres } from "#tests/support/postgres.ts";

const postgres = await startPostgres();

afterAll(() => postgres?.stop());

describeBackends(postgres, ({ test, database, db }) => {
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
});
