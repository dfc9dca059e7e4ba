/** Old months of events go, after all that may need them is sealed, and no number changes. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "#db/client.ts";
import { leastRetentionDays } from "#shared/event-days.ts";
import { newId, toUuid } from "#shared/ids.ts";
import {
  changeAccounts,
  createMetricWorld,
  storeEvents,
  type WorldEvent,
} from "#tests/support/metric-world.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { storeTracked } from "#workers/features/events/events.telemetry.ts";
import { readTrackedEvent } from "#workers/features/events/tracked-event.ts";
import { compareRollups } from "#workers/features/metrics/compare-rollups.ts";
import { dropOldEvents } from "#workers/features/metrics/drop-old-events.ts";
import { sealIntakes } from "#workers/features/metrics/seal-intakes.ts";
import { sweepRollups } from "#workers/features/metrics/sweep-rollups.ts";
import { viewKFactor } from "#workers/features/metrics/view-k-factor.ts";

const dayMs = 24 * 3_600_000;
/** So many days after January to July 2027 they are old, and August is not. */
const startMs = Date.UTC(2027, 0, 3);
const nowMs = Date.UTC(2028, 3, 2, 3, 47);
const allDays = Math.floor((nowMs - startMs) / dayMs);
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  // Those of today are not of this world.
  const { ctx } = createTestContext({ database });
  const made = await rowsOf(
    ctx.db,
    "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'events'::regclass",
  );
  for (const { name } of made) await ctx.db.execute(sql.raw(`drop table ${name}`));
});
afterAll(() => database.stop());

/** People over fifteen months, few of whom come often, so that some begin late; and many new ones. */
async function openWorld(seed: number, events = 300) {
  const config = { EVENT_RETENTION_DAYS: leastRetentionDays };
  const { ctx } = createTestContext({ database, nowMs, config });
  for (const table of ["events", "visitors", "users", "metric_seals", "event_deliveries"])
    await ctx.db.execute(sql.raw(`delete from ${table}`));
  await ctx.db.execute(sql.raw("delete from dead_telemetry"));
  for (const table of ["people", "buckets", "months", "daily", "engagement"])
    await ctx.db.execute(sql.raw(`delete from metric_${table}`));
  await ctx.db.execute(sql`delete from metric_marks`);
  await ctx.db.execute(sql`select make_event_partitions('2027-01-01', '2028-06-01')`);
  const world = createMetricWorld(seed, startMs, allDays);
  const recent = createMetricWorld(seed + 1, nowMs - 60 * dayMs, 55);
  await storeEvents(ctx.db, [...world.makeEvents(events), ...recent.makeEvents(200)]);
  for (let round = 0; round < 10; round++) await changeAccounts(ctx.db, world);
  await sweepRollups(ctx);
  return { ctx, world };
}

const rowsOf = async (db: Db, query: string) => (await db.execute(sql.raw(query))).rows;
const monthsOf = async (db: Db) =>
  (
    await rowsOf(
      db,
      `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'events'::regclass and c.relname like 'events_2027%' order by 1`,
    )
  ).map((row) => String(row["name"]).slice(12));
const counts = (db: Db) =>
  rowsOf(
    db,
    `select 'intake' as part, loop, persona, subject, variant, measure, day::text, bin, n::text
      from metric_buckets
    union all select 'month', loop, persona, subject, variant, measure, month::text, bin, n::text
      from metric_months
    union all select 'daily', loop, '', '', '', measure, day::text, bin, n::text from metric_daily
    union all select 'engagement', '', persona, '', '', measure, day::text, bin, n::text
      from metric_engagement
    order by 1, 2, 3, 4, 5, 6, 7, 8`,
  );
const sealOf = async (db: Db) =>
  (await rowsOf(db, "select sealed_through::text as day from metric_seals"))[0]?.["day"] ?? null;

/** A database that is asked so many times and then no more: the process is gone. */
function dyingAfter(db: Db, requests: number): Db {
  let left = requests;
  return new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if ((name === "batch" || name === "execute") && left-- <= 0) throw new Error("gone");
        return value.apply(target, args);
      };
    },
  });
}

const deck = (at: number, visitorId: WorldEvent["visitorId"]): WorldEvent => ({
  ...{ id: newId("evt", at), name: "deck.completed", at, visitorId },
  ...{ inviterVisitorId: null, linkId: null, loop: null, props: { subject: "algebra" } },
});

describe("dropOldEvents", () => {
  it("drops what is old, three months a night, and every number stays what it was", async () => {
    const { ctx, world } = await openWorld(1);
    const before = await counts(ctx.db);
    const k = await viewKFactor(ctx, { windowDays: 14 });
    expect(before.length).toBeGreaterThan(1_000);
    expect((await compareRollups(ctx)).differences).toEqual([]);

    expect(await dropOldEvents(ctx)).toMatchObject({ months: 3, waiting: 0 });
    expect(await monthsOf(ctx.db)).toEqual(["04", "05", "06", "07", "08", "09", "10", "11", "12"]);
    // 31 March and 130 days.
    expect(await sealOf(ctx.db)).toBe("2027-08-08");
    expect(await rowsOf(ctx.db, "select * from metric_marks")).toEqual([]);
    expect(await counts(ctx.db)).toEqual(before);
    expect((await compareRollups(ctx)).differences).toEqual([]);

    expect(await dropOldEvents(ctx)).toMatchObject({ months: 3, waiting: 0 });
    expect(await dropOldEvents(ctx)).toMatchObject({ months: 1, waiting: 0 });
    expect(await monthsOf(ctx.db)).toEqual(["08", "09", "10", "11", "12"]);
    expect(await sealOf(ctx.db)).toBe("2027-12-08");
    expect(await counts(ctx.db)).toEqual(before);
    expect(await viewKFactor(ctx, { windowDays: 14 })).toEqual(k);
    expect((await compareRollups(ctx)).differences).toEqual([]);

    expect(await dropOldEvents(ctx)).toMatchObject({ months: 0, waiting: 0 });
    expect(await counts(ctx.db)).toEqual(before);
    // Whoever began then goes on now, and some turn out to be one person.
    const news = world.makeEvents(200).filter(({ at }) => at > nowMs - 90 * dayMs);
    await storeEvents(ctx.db, news);
    for (let round = 0; round < 6; round++) await changeAccounts(ctx.db, world);
    const verdict = await compareRollups(ctx);
    expect(verdict.differences).toEqual([]);
    expect(verdict.compared).toBeGreaterThan(500);
  }, 120_000);

  it("lets nobody begin again who began too late to be counted", async () => {
    const { ctx } = await openWorld(3, 60);
    await dropOldEvents(ctx);
    const before = await counts(ctx.db);
    const visitorId = newId("vis", startMs);
    // May is sealed by now; what comes for it is in no intake, and so is what follows.
    const first = deck(Date.UTC(2027, 4, 10), visitorId);
    await storeEvents(ctx.db, [first, deck(nowMs - 20 * dayMs, visitorId)]);
    await sweepRollups(ctx);
    const intakes = (rows: Record<string, unknown>[]) =>
      rows.filter((row) => row["part"] === "intake" || row["part"] === "month");
    expect(intakes(await counts(ctx.db))).toEqual(intakes(before));
    await dropOldEvents(ctx);
    expect(await monthsOf(ctx.db)).not.toContain("05");
    await ctx.db.execute(sql`insert into metric_marks (visitor_id) values (${toUuid(visitorId)})`);
    expect((await compareRollups(ctx)).differences).toEqual([]);
    expect(intakes(await counts(ctx.db))).toEqual(intakes(before));
  }, 60_000);

  it("may die between any two requests: nothing goes unsealed, and the next night finishes it", async () => {
    const { ctx } = await openWorld(5, 120);
    const before = await counts(ctx.db);
    let deaths = 0;
    for (let requests = 0; requests < 60; requests++) {
      const dying = { ...ctx, db: dyingAfter(ctx.db, requests) };
      const ended = await dropOldEvents(dying).then(
        () => true,
        () => false,
      );
      const months = await monthsOf(ctx.db);
      if (months[0] !== "01") expect(String(await sealOf(ctx.db)) >= "2027-06-10").toBe(true);
      expect(await counts(ctx.db)).toEqual(before);
      if (!ended) deaths += 1;
      if (ended && months[0] === "08") break;
    }
    expect(deaths).toBeGreaterThan(3);
    expect((await monthsOf(ctx.db))[0]).toBe("08");
    expect((await compareRollups(ctx)).differences).toEqual([]);
  }, 120_000);

  it("drops nothing that is not sealed, nor what is still to be delivered", async () => {
    const { ctx } = await openWorld(7, 40);
    const drop = async (needed: string) =>
      (await rowsOf(ctx.db, `select drop_event_partition('2027-01-01', '${needed}') as done`))[0];
    expect(await drop("2027-06-10")).toEqual({ done: false });
    expect(await sealIntakes(ctx, "2027-06-09")).toBe(true);
    expect(await drop("2027-06-10")).toEqual({ done: false });
    const at = Date.UTC(2027, 0, 20);
    const id = toUuid(newId("evt", at));
    await ctx.db.execute(sql`insert into event_deliveries (event_id, event_day, feature, due_at)
      values (${id}, '2027-01-20', 'activity', now())`);
    expect(await dropOldEvents(ctx)).toMatchObject({ months: 2, waiting: 1, deliveries: 0 });
    expect(await monthsOf(ctx.db)).toContain("01");
    await ctx.db.execute(sql`update event_deliveries set dead_at = now() where event_id = ${id}`);
    expect(await dropOldEvents(ctx)).toMatchObject({ months: 3, waiting: 0 });
    expect(await rowsOf(ctx.db, "select * from event_deliveries")).toEqual([]);
  }, 60_000);

  it("takes done deliveries and telemetry given up along, old ones only", async () => {
    const { ctx } = await openWorld(9, 20);
    const deliver = (at: number) => {
      const day = new Date(at).toISOString().slice(0, 10);
      return ctx.db.execute(sql`insert into event_deliveries (event_id, event_day, feature, due_at,
          delivered_at)
        values (${toUuid(newId("evt", at))}, ${day}::date, 'activity', now(), now())`);
    };
    const lastOld = Date.UTC(2027, 6, 31, 23, 59, 59, 999);
    for (const at of [Date.UTC(2027, 0, 5), lastOld, lastOld + 1, nowMs]) await deliver(at);
    for (const [id, at] of [
      ["old", lastOld],
      ["new", lastOld + 1],
    ] as const)
      await ctx.db.execute(sql`insert into dead_telemetry (message_id, died_at, parts, last_error, body)
        values (${id}, ${new Date(at).toISOString()}::timestamptz, 1, 'x', '{}')`);
    expect(await dropOldEvents(ctx)).toMatchObject({ deliveries: 2, deadTelemetry: 1 });
    expect(await rowsOf(ctx.db, "select message_id from dead_telemetry")).toEqual([
      { message_id: "new" },
    ]);
    expect(await dropOldEvents(ctx)).toMatchObject({ deliveries: 0, deadTelemetry: 0 });
  }, 60_000);

  it("meets no late event that it would have to take: such are refused, and have no partition", async () => {
    const { ctx } = await openWorld(11, 20);
    await dropOldEvents(ctx);
    const at = Date.UTC(2027, 0, 20);
    const eventId = newId("evt", at);
    const raw = { eventId, name: "presence.session", props: { durationMs: 1 } };
    const times = { sentAt: null, receivedAt: nowMs };
    expect(readTrackedEvent(raw, times)).toEqual({ status: "refused", reason: "out_of_range" });
    const event = {
      ...{ ...raw, name: "presence.session" as const, schemaVersion: 1 as const },
      ...{ occurredAt: at, receivedAt: nowMs, visitorId: newId("vis", at), userId: null },
      ...{ sessionId: null, loop: null, linkId: null, inviterVisitorId: null },
    };
    await expect(storeTracked(ctx, [{ type: "tracked", event, skewMs: null }])).rejects.toThrow();
    expect(await monthsOf(ctx.db)).not.toContain("01");
  }, 60_000);
});

describe("sealIntakes", () => {
  it("closes nothing while something of those days is still to be counted", async () => {
    const { ctx } = await openWorld(13, 40);
    await storeEvents(ctx.db, [deck(Date.UTC(2027, 1, 3), newId("vis", startMs))]);
    expect(await sealIntakes(ctx, "2027-06-10", 0)).toBe(false);
    expect(await sealOf(ctx.db)).toBeNull();
    expect(await sealIntakes(ctx, "2027-06-10")).toBe(true);
    expect(await sealIntakes(ctx, "2027-05-01")).toBe(true);
    expect(await sealOf(ctx.db)).toBe("2027-06-10");
  }, 60_000);

  it("leaves sealed counts alone, even when their bucket is counted again by mistake", async () => {
    const { ctx } = await openWorld(15, 80);
    await dropOldEvents(ctx);
    const before = await counts(ctx.db);
    await ctx.db.execute(sql`insert into metric_dirty (kind, day)
      select distinct 'intake', day from metric_buckets where day < '2027-04-01'
      union select distinct 'daily', day from metric_daily where day < '2027-04-01'`);
    await sweepRollups(ctx);
    expect(await counts(ctx.db)).toEqual(before);
  }, 60_000);
});
