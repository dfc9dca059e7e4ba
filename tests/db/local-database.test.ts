import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { neon } from "@neondatabase/serverless";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDb } from "#db/client.ts";
import { startLocalDatabase } from "#db/local/local-database.ts";
import { configOf, makeTestFolder, tcpClient } from "#tests/support/local-database-stage.ts";
import { startPostgres } from "#tests/support/postgres.ts";

const postgres = await startPostgres();
const { folder, remove } = makeTestFolder();

afterAll(async () => {
  await postgres?.stop();
  remove();
});
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
