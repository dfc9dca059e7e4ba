/** What `SEED=demo` leaves in an empty database: numbers that the operator's pages can show and recount. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDb, type Db } from "#db/client.ts";
import { type LocalDatabase, startLocalDatabase } from "#db/local/local-database.ts";
import { migrate } from "#db/local/migrate.ts";
import { workerTestUrl, workerTestVars } from "#tests/support/worker-test-vars.ts";
import { compareRollups } from "#workers/features/metrics/compare-rollups.ts";
import { sweepRollups } from "#workers/features/metrics/sweep-rollups.ts";
import { viewKFactor } from "#workers/features/metrics/view-k-factor.ts";
import { seedDemo } from "../../scripts/seed/seed-demo.ts";

let server: LocalDatabase;
let db: Db;
let target: Parameters<typeof seedDemo>[0];

beforeAll(async () => {
  server = await startLocalDatabase();
  const databaseUrl = server.connectionString;
  const proxyUrl = `http://127.0.0.1:${server.httpPort}`;
  await migrate({ databaseUrl, proxyUrl });
  db = createDb({ databaseUrl, proxyUrl });
  const address = { databaseUrl, proxyUrl };
  target = { ...address, appUrl: workerTestUrl, secrets: workerTestVars(address) };
});
afterAll(async () => await server?.stop());

it("one loop has a K of at least 1.20 and the others less than 1, by both routes; a second seed changes nothing", async () => {
  expect(await seedDemo(target, "demo")).toBe("seeded");
  const ctx = { db, clock: { now: () => Date.now() } };
  await sweepRollups(ctx, Number.POSITIVE_INFINITY);
  const { loops } = await viewKFactor(ctx, { windowDays: 14 });
  const ks = loops.map(({ k }) => k ?? 0).sort((a, b) => b - a);
  expect(ks[0]).toBeGreaterThanOrEqual(1.2);
  expect(ks[1]).toBeLessThan(1);
  expect(ks[3]).toBeGreaterThan(0);
  const { compared, differences } = await compareRollups(ctx);
  expect(compared).toBeGreaterThan(10_000);
  expect(differences).toEqual([]);
  const before = await db.execute(sql`select count(*) from events`);
  expect(await seedDemo(target, "demo")).toBe("kept");
  expect((await db.execute(sql`select count(*) from events`)).rows).toEqual(before.rows);
}, 120_000);
