/** `npm run metrics:verify` as one runs it: beside a server, by its exit code and its words. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDb, type Db } from "#db/client.ts";
import { type LocalDatabase, startLocalDatabase } from "#db/local/local-database.ts";
import { migrate } from "#db/local/migrate.ts";
import { createMetricWorld, storeEvents } from "#tests/support/metric-world.ts";

const dayMs = 24 * 3_600_000;
const dataDir = mkdtempSync(join(tmpdir(), "k-factor-verify-"));
let server: LocalDatabase;
let db: Db;

async function verify(): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" };
  const ended = promisify(execFile)(process.execPath, ["scripts/verify-metrics.ts"], { env });
  return ended.then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );
}

beforeAll(async () => {
  server = await startLocalDatabase({ dataDir: join(dataDir, "pglite") });
  const address = {
    databaseUrl: server.connectionString,
    proxyUrl: `http://127.0.0.1:${server.httpPort}`,
  };
  await migrate(address);
  db = createDb(address);
});
afterAll(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("npm run metrics:verify", () => {
  it("finds no fault where nobody made one, and names each planted row", async () => {
    const startMs = Date.now() - 20 * dayMs;
    const world = createMetricWorld(21, startMs, 20);
    await db.execute(sql`select make_event_partitions(${new Date(startMs - dayMs).toISOString()}::date,
      ${new Date(Date.now() + 50 * dayMs).toISOString()}::date)`);
    await storeEvents(db, world.makeEvents(60));
    const clean = await verify();
    expect(clean.output).toMatch(/^\d{3,} counts compared, 0 differences\n$/);
    expect(clean.code).toBe(0);

    await db.execute(
      sql`insert into metric_buckets values ('', '', '', '', 'persons', '2001-01-01', 0, 3)`,
    );
    await db.execute(sql`insert into metric_daily values ('2001-01-02', '', 'invite.fvm', 0, 4)`);
    await db.execute(sql`insert into metric_engagement values ('', 'feed', '2001-01-03', 0, 2)`);
    const planted = await verify();
    expect(planted.code).toBe(1);
    expect(planted.output).toContain(
      "intake 2001-01-01|||||persons|0: the bucket says 3, the events say 0\n",
    );
    expect(planted.output).toContain(
      "daily 2001-01-02||invite.fvm|0: the bucket says 4, the events say 0\n",
    );
    expect(planted.output).toContain(
      "engagement 2001-01-03||feed|0: the bucket says 2, the events say 0\n",
    );
    expect(planted.output).toMatch(/ 3 differences\n$/);
  });
});
