/** What Prometheus is told is what the dashboard says, and what waits is counted. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createMetricWorld, storeEvents } from "#tests/support/metric-world.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { readGauges } from "#workers/features/metrics/read-gauges.ts";
import { sweepRollups } from "#workers/features/metrics/sweep-rollups.ts";
import { viewKFactor } from "#workers/features/metrics/view-k-factor.ts";

const dayMs = 24 * 3_600_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

it("tells the dashboard's K, its inputs, and what still waits", async () => {
  const { ctx, roundTrips } = createTestContext({ database });
  const now = ctx.clock.now();
  await ctx.db.execute(sql`select make_event_partitions(${new Date(now - 80 * dayMs).toISOString()}::date,
    ${new Date(now + 50 * dayMs).toISOString()}::date)`);
  const world = createMetricWorld(11, now - 60 * dayMs, 60);
  await storeEvents(ctx.db, world.makeEvents(500));
  const told = (gauges: Awaited<ReturnType<typeof readGauges>>, name: string, loop?: string) =>
    gauges
      .find((gauge) => gauge.name === name)
      ?.samples.find(({ labels }) => loop === undefined || labels?.["loop"] === loop)?.value;

  expect(told(await readGauges(ctx), "rollup_marks")).toBeGreaterThan(100);
  await sweepRollups(ctx);
  const before = roundTrips.count;
  const gauges = await readGauges(ctx);
  expect(roundTrips.count - before).toBe(1);
  expect(told(gauges, "rollup_marks")).toBe(0);
  expect(told(gauges, "rollup_buckets")).toBe(0);

  const { mature, loops } = await viewKFactor(ctx, { windowDays: 14 });
  expect(mature.credited).toBeGreaterThan(0);
  expect(told(gauges, "mature_persons")).toBe(mature.persons);
  expect(told(gauges, "mature_credited", "")).toBe(mature.credited);
  expect(told(gauges, "mature_invites", "")).toBe(mature.invites);
  expect(told(gauges, "k", "")).toBe(mature.k);
  for (const { loop, credited, invites } of loops) {
    expect(told(gauges, "mature_credited", loop)).toBe(credited);
    expect(told(gauges, "mature_invites", loop)).toBe(invites);
  }
});
