import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, expect } from "vitest";
import { createDb } from "#db/client.ts";
import { migrate } from "#db/local/migrate.ts";
import {
  configOf,
  describeBackends,
  makeTestFolder,
  writeMigrations,
} from "#tests/support/local-database-stage.ts";
import { startPostgres } from "#tests/support/postgres.ts";

const postgres = await startPostgres();
const { folder, remove } = makeTestFolder();

afterAll(async () => {
  await postgres?.stop();
  remove();
});

describeBackends(postgres, ({ test, database, db, name }) => {
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
    const migrationsFolder = writeMigrations(join(folder, `good-${name}`), {
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
      join(folder, `bad-${name}`),
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
