/** The processes and commands around the local database. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { createDb } from "#db/client.ts";
import { databaseSettings, isOnThisMachine } from "#db/local/database-settings.ts";
import { startLocalDatabase } from "#db/local/local-database.ts";
import { openDatabase } from "#db/local/open-database.ts";
import { resetDatabase } from "#db/local/reset.ts";
import { makeTestFolder } from "#tests/support/local-database-stage.ts";
import { startPostgres } from "#tests/support/postgres.ts";

const postgres = await startPostgres();
const { folder, remove } = makeTestFolder();

afterAll(async () => {
  await postgres?.stop();
  remove();
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
