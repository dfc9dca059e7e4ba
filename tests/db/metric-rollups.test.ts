/** Two routes to every number: the rollups after all kinds of changes, and the count from raw events. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "#db/client.ts";
import { newId, toUuid } from "#shared/ids.ts";
import {
  changeAccounts,
  createMetricWorld,
  storeEvents,
  type WorldEvent,
} from "#tests/support/metric-world.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { compareRollups } from "#workers/features/metrics/compare-rollups.ts";
import { scopeOf } from "#workers/features/metrics/metrics-scope.ts";
import { readSums } from "#workers/features/metrics/readings.repo.ts";
import { sealIntakes } from "#workers/features/metrics/seal-intakes.ts";
import { rebuildRollups, sweepRollups } from "#workers/features/metrics/sweep-rollups.ts";

const dayMs = 24 * 3_600_000;
const days = 75;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

async function openWorld(seed: number) {
  const { ctx } = createTestContext({ database });
  const startMs = ctx.clock.now() - days * dayMs;
  for (const table of ["events", "visitors", "users", "metric_seals"]) {
    await ctx.db.execute(sql.raw(`delete from ${table}`));
  }
  await ctx.db.execute(sql`select make_event_partitions(${new Date(startMs - dayMs).toISOString()}::date,
    ${new Date(ctx.clock.now() + 50 * dayMs).toISOString()}::date)`);
  return { ctx, world: createMetricWorld(seed, startMs, days) };
}

/** A database that answers so many batches and then no more: the process that swept is gone. */
function dyingAfter(db: Db, batches: number): Db {
  let left = batches;
  return new Proxy(db, {
    get(target, name) {
      if (name === "batch" && left-- <= 0) throw new Error("gone");
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** Somebody brings two children of one guardian. */
async function inviteFamily(db: Db, startMs: number): Promise<WorldEvent[]> {
  const [inviter, guardian, ...children] = [
    await insertMember(db, startMs),
    await insertMember(db, startMs),
    await insertMember(db, startMs),
    await insertMember(db, startMs),
  ];
  const event = { visitorId: inviter.visitorId, inviterVisitorId: null, linkId: null, loop: null };
  const events: WorldEvent[] = [
    {
      ...event,
      id: newId("evt", startMs),
      name: "deck.completed",
      at: startMs,
      props: { subject: "biology" },
    },
  ];
  for (const { userId, visitorId } of children) {
    await db.execute(
      sql`update users set guardian_id = ${toUuid(guardian.userId)} where id = ${toUuid(userId)}`,
    );
    const about = { visitorId, inviterVisitorId: inviter.visitorId, props: {} };
    events.push({
      ...event,
      ...about,
      id: newId("evt", startMs),
      name: "invite.fvm",
      at: startMs + dayMs,
    });
  }
  return events;
}

const snapshot = async (db: Db) =>
  (
    await db.execute(sql`select 'intake' as part, loop, persona, subject, variant, measure, day::text, bin, n
      from metric_buckets union all select 'month', loop, persona, subject, variant, measure, month::text, bin, n
      from metric_months union all select 'engagement', '', persona, '', '', measure, day::text, bin, n
      from metric_engagement order by 1, 2, 3, 4, 5, 6, 7, 8`)
  ).rows;

describe("the rollups", () => {
  it.each([1, 2, 3])(
    "say what the events say after inserts, late and doubled events, deletions, changed accounts and crashes (seed %i)",
    async (seed) => {
      const { ctx, world } = await openWorld(seed);
      const told: WorldEvent[] = [];
      for (let round = 0; round < 12; round++) {
        const events = world.makeEvents(60);
        // Some come a second time, alone or beside new ones.
        await storeEvents(ctx.db, [...events, ...told.slice(0, world.below(20))]);
        told.push(...events);
        await changeAccounts(ctx.db, world);
        if (round % 4 === 1) {
          const gone = toUuid(world.pick(world.visitors));
          await ctx.db.execute(
            sql`delete from events where visitor_id = ${gone} or inviter_visitor_id = ${gone}`,
          );
        }
        if (round % 5 === 3)
          await ctx.db.execute(
            sql`delete from users where visitor_id = ${toUuid(world.pick(world.visitors))}`,
          );
        const dying = { ...ctx, db: dyingAfter(ctx.db, world.below(12)) };
        await sweepRollups(dying).catch(() => {});
      }
      const verdict = await compareRollups(ctx);
      expect(verdict.differences).toEqual([]);
      expect(verdict.compared).toBeGreaterThan(1_500);
    },
    60_000,
  );

  it("are the same as when everything is counted from scratch", async () => {
    const { ctx, world } = await openWorld(4);
    for (let round = 0; round < 6; round++) {
      await storeEvents(ctx.db, world.makeEvents(80));
      await changeAccounts(ctx.db, world);
      await sweepRollups(ctx);
    }
    const grown = await snapshot(ctx.db);
    await ctx.db.execute(sql`delete from metric_people`);
    await rebuildRollups(ctx);
    expect(await snapshot(ctx.db)).toEqual(grown);
    expect(grown.length).toBeGreaterThan(1_000);
    const parts = new Set(grown.map((row) => row["part"]));
    expect(parts).toEqual(new Set(["engagement", "intake", "month"]));
  }, 60_000);

  it("meet every measure and every reason to leave somebody out", async () => {
    const { ctx, world } = await openWorld(5);
    for (let round = 0; round < 25; round++) await changeAccounts(ctx.db, world);
    await storeEvents(ctx.db, [
      ...world.makeEvents(2_000),
      ...(await inviteFamily(ctx.db, world.startMs)),
    ]);
    expect((await compareRollups(ctx)).differences).toEqual([]);
    const { rows } = await ctx.db.execute(sql`select distinct measure from metric_buckets
      union select distinct measure from metric_daily
      union select distinct measure from metric_engagement order by 1`);
    expect(rows.map((row) => row["measure"])).toEqual(
      expect.arrayContaining([
        "active",
        "answered",
        "board",
        "cycle",
        "excluded.blocked",
        "excluded.blocked_person",
        "excluded.bot",
        "excluded.bot_person",
        "excluded.credited_elsewhere",
        "excluded.household",
        "excluded.self_invite",
        "feed",
        "funnel.engaged",
        "funnel.fvm",
        "funnel.joined",
        "funnel.opened",
        "invitees.14",
        "invitees.28",
        "invitees.7",
        "invites",
        "joiners.14",
        "latency",
        "member",
        "nudged",
        "persons",
        "reacted",
        "retained",
        "reward_cents",
        "rewards",
        "seen",
        "session",
      ]),
    );
  }, 60_000);

  it("do not hide planted wrong rows", async () => {
    const { ctx, world } = await openWorld(6);
    await storeEvents(ctx.db, world.makeEvents(300));
    await sweepRollups(ctx);
    await ctx.db.execute(sql`update metric_buckets set n = n + 1 where (loop, persona, subject, variant, measure, day, bin)
      = (select loop, persona, subject, variant, measure, day, bin from metric_buckets where measure = 'persons' limit 1)`);
    await ctx.db.execute(
      sql`insert into metric_buckets values ('', '', '', '', 'invites', '2001-01-01', 14, 7)`,
    );
    await ctx.db.execute(sql`delete from metric_daily where (day, loop, measure, bin)
      = (select day, loop, measure, bin from metric_daily limit 1)`);
    await ctx.db.execute(sql`update metric_months set n = n + 1 where (loop, persona, subject, variant, measure, month, bin)
      = (select loop, persona, subject, variant, measure, month, bin from metric_months limit 1)`);
    await ctx.db.execute(sql`update metric_engagement set n = n + 1 where (persona, measure, day, bin)
      = (select persona, measure, day, bin from metric_engagement where measure = 'session' limit 1)`);
    await ctx.db.execute(
      sql`insert into metric_engagement values ('student', 'active', '2001-01-03', 28, 5)`,
    );
    const { differences } = await compareRollups(ctx);
    const kinds = differences.map((one) => one.bucket).sort();
    expect(kinds).toEqual(["daily", "engagement", "engagement", "intake", "intake", "month"]);
    expect(differences).toContainEqual({
      bucket: "engagement",
      key: "2001-01-03|student|active|28",
      stored: 5,
      counted: 0,
    });
    expect(differences).toContainEqual({
      bucket: "intake",
      key: "2001-01-01|||||invites|14",
      stored: 7,
      counted: 0,
    });
  });

  it("keep sealed intakes as they are when their events are gone", async () => {
    const { ctx, world } = await openWorld(7);
    await storeEvents(ctx.db, world.makeEvents(400));
    const sealed = new Date(world.startMs + 20 * dayMs).toISOString().slice(0, 10);
    const lookingBack = new Date(Date.parse(sealed) + 28 * dayMs).toISOString().slice(0, 10);
    await sealIntakes(ctx, sealed);
    const closed = async () =>
      (await snapshot(ctx.db)).filter(
        ({ part, day }) =>
          (part === "intake" && String(day) <= sealed) ||
          (part === "engagement" && String(day) <= lookingBack),
      );
    const before = await closed();
    await ctx.db.execute(sql`delete from events where day <= ${sealed}::date`);
    await storeEvents(ctx.db, world.makeEvents(400));
    const { differences } = await compareRollups(ctx);
    expect(differences).toEqual([]);
    expect(await closed()).toEqual(before);
    expect(before.length).toBeGreaterThan(300);
  }, 60_000);
});

describe("the readings", () => {
  it("are the same from months as from the intakes, for any range of days", async () => {
    const { ctx, world } = await openWorld(8);
    await storeEvents(ctx.db, world.makeEvents(1_200));
    await rebuildRollups(ctx);
    const day = (n: number) => new Date(world.startMs + n * dayMs).toISOString().slice(0, 10);
    for (const [from, to] of [
      [null, null],
      [day(3), null],
      [null, day(50)],
      [day(11), day(64)],
      [day(20), day(24)],
    ] as const) {
      const scope = { ...scopeOf({ windowDays: 14 }), from, to };
      const asked = [{ loops: ["", "buddy_challenge"], measures: ["persons", "invites", "cycle"] }];
      const { rows } = await readSums(ctx.db, scope, asked);
      const straight = await ctx.db.execute(sql`select loop, measure, bin, sum(n)::float8 as n
        from metric_buckets where loop in ('', 'buddy_challenge') and persona = '' and subject = ''
          and variant = '' and measure in ('persons', 'invites', 'cycle')
          and day between ${from ?? "-infinity"}::date and ${to ?? "infinity"}::date group by 1, 2, 3`);
      const sorted = (list: Record<string, unknown>[]) =>
        list.map((row) => JSON.stringify(row)).sort();
      expect(sorted(rows)).toEqual(sorted(straight.rows));
      expect(rows.length).toBeGreaterThan(2);
    }
  }, 60_000);
});
