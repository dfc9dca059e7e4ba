/** Who was active on which day, from real events: each person once, whatever comes late or changes. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId, toUuid, type VisitorId } from "#shared/ids.ts";
import { latest } from "#tests/support/latest.ts";
import { storeEvents } from "#tests/support/metric-world.ts";
import {
  createTestClock,
  createTestContext,
  type TestContext,
} from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { compareRollups } from "#workers/features/metrics/compare-rollups.ts";
import { sweepRollups } from "#workers/features/metrics/sweep-rollups.ts";
import { viewEngagement } from "#workers/features/metrics/view-engagement.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const clock = createTestClock();
const today = Math.floor(clock.now() / dayMs) * dayMs;
clock.set(today + 12 * hourMs);
const dayOf = (ago: number) => new Date(today - ago * dayMs).toISOString().slice(0, 10);

let database: TestDatabase;
let test: TestContext;
const ctx = latest(() => test.ctx);
beforeAll(async () => {
  database = await createTestDatabase();
  test = createTestContext({ database, clock });
  await ctx.db.execute(sql`select make_event_partitions(${dayOf(100)}::date, ${dayOf(-60)}::date)`);
});
afterAll(() => database.stop());
beforeEach(async () => {
  for (const table of ["events", "visitors", "users"]) {
    await ctx.db.execute(sql.raw(`delete from ${table}`));
  }
  await sweepRollups(ctx);
});

type Told = [who: VisitorId, daysAgo: number, name: string, props?: object, hour?: number];

/** Events at an hour of a day, by default at one. */
async function tell(...events: Told[]): Promise<void> {
  await storeEvents(
    ctx.db,
    events.map(([visitorId, daysAgo, name, props = {}, hour = 1]) => {
      const at = Math.round(today - daysAgo * dayMs + hour * hourMs);
      const about = { linkId: null, inviterVisitorId: null, loop: null };
      return { ...about, id: newId("evt", at), name, at, visitorId, props: { ...props } };
    }),
  );
  await sweepRollups(ctx);
}

async function read(daysAgo: number, persona?: "student" | "guest") {
  const rows = await viewEngagement(ctx, persona ? { persona } : {});
  return rows.find(({ day }) => day === dayOf(daysAgo));
}

const guest = () => newId("vis", today);
const deck = { subject: "biology", flagged: false };

describe("viewEngagement", () => {
  it("counts a person once a day, once in 7 days and once in 28", async () => {
    const [a, b, c] = [guest(), guest(), guest()];
    await tell(
      ...[30, 27, 20, 3, 1].map((ago): Told => [a, ago, "deck.started"]),
      [a, 3, "deck.completed", deck, 5],
      [b, 3, "share.tapped"],
      [b, 1, "results.viewed"],
      [c, 8, "invite.sent"],
      // What happens to somebody is nothing that they do.
      [c, 1, "invite.opened"],
    );
    expect(await read(3)).toMatchObject({ active: 2, active7: 3, active28: 3, whole: true });
    expect(await read(1)).toMatchObject({ active: 2, active7: 2, active28: 3 });
    expect(await read(0)).toMatchObject({ active: 0, active7: 2, active28: 3, whole: false });
    expect((await read(1))?.stickiness).toBeCloseTo(2 / 3);
  });

  it("says the same after a late event and after its deletion as counted from scratch", async () => {
    const [a, b] = [guest(), guest()];
    await tell([a, 40, "deck.started"], [a, 10, "deck.started"], [b, 10, "deck.started"]);
    const before = await viewEngagement(ctx, {});
    expect(await read(10)).toMatchObject({ active: 2, active28: 2 });
    await tell([a, 20, "reaction.changed", { kind: null }]);
    expect(await read(20)).toMatchObject({ active: 1, active28: 1 });
    expect(await read(10)).toMatchObject({ active: 2, active7: 2, active28: 2 });
    expect((await compareRollups(ctx)).differences).toEqual([]);
    await ctx.db.execute(sql`delete from events where name = 'reaction.changed'`);
    await sweepRollups(ctx);
    expect(await viewEngagement(ctx, {})).toEqual(before);
    expect((await compareRollups(ctx)).differences).toEqual([]);
  });

  it("makes one person of two browsers when they turn out to be one, and nobody of the blocked", async () => {
    const { db } = ctx;
    const member = await insertMember(db, today - 40 * dayMs);
    const other = guest();
    const { visitorId } = member;
    await tell(
      [visitorId, 5, "deck.started"],
      [other, 5, "deck.started"],
      [other, 2, "share.tapped"],
    );
    expect(await read(2)).toMatchObject({ active: 1, active7: 2, members: 0 });
    await db.execute(sql`insert into visitors (id, user_id, created_at)
      values (${toUuid(other)}, ${toUuid(member.userId)}, now())`);
    await sweepRollups(ctx);
    expect(await read(5)).toMatchObject({ active: 1 });
    expect(await read(2)).toMatchObject({ active: 1, active7: 1, members: 1 });
    expect(await read(2, "student")).toMatchObject({ active: 1 });
    expect(await read(2, "guest")).toBeUndefined();
    expect((await compareRollups(ctx)).differences).toEqual([]);
    await db.execute(sql`update users set blocked_at = now() where id = ${toUuid(member.userId)}`);
    await sweepRollups(ctx);
    expect(await viewEngagement(ctx, {})).toEqual([]);
    expect((await compareRollups(ctx)).differences).toEqual([]);
  });

  it("leaves out who turns out to be a bot, and takes in who turns out to be none", async () => {
    const bot = guest();
    await tell([bot, 9, "deck.started"], [bot, 4, "deck.started"]);
    expect(await read(4)).toMatchObject({ active: 1 });
    await tell([bot, 4, "deck.completed", { ...deck, flagged: true }]);
    expect(await viewEngagement(ctx, {})).toEqual([]);
    await tell([bot, 2, "deck.completed", deck]);
    expect(await read(9)).toMatchObject({ active: 1 });
    expect(await read(2)).toMatchObject({ active: 1, active7: 1, active28: 1 });
    expect((await compareRollups(ctx)).differences).toEqual([]);
  });

  it("joins times in view to sessions, and ends them after half an hour out of view", async () => {
    const [a, b] = [guest(), guest()];
    const view = (minutes: number) => ({ durationMs: minutes * 60_000 });
    await tell(
      [a, 2, "presence.session", view(10), 8],
      // In view from 8:20 on, then from 9:00 on: one session after twenty minutes, another after thirty.
      [a, 2, "presence.session", view(10), 8.5],
      [a, 2, "presence.session", view(60), 10],
      [b, 2, "presence.session", view(1), 23.5],
      [b, 1, "presence.session", view(1), 0.1],
    );
    const day = await read(2);
    expect(day).toMatchObject({ active: 2, sessions: 3, sessionsPerPerson: 1.5 });
    expect((day?.sessionMedianMs ?? 0) / 60_000).toBeGreaterThan(17);
    expect((day?.sessionMedianMs ?? 0) / 60_000).toBeLessThan(23);
    expect(await read(1)).toMatchObject({ sessions: 1, sessionsPerPerson: 1 });
  });

  it("tells who used the feed, the boards and the nudges, as shares of who could", async () => {
    const { db } = ctx;
    const members: VisitorId[] = [];
    for (let i = 0; i < 4; i++) members.push((await insertMember(db, today)).visitorId);
    const [a, b, c, d] = members as [VisitorId, VisitorId, VisitorId, VisitorId];
    await tell(
      [a, 1, "surface.viewed", { surface: "activity" }],
      [a, 1, "surface.viewed", { surface: "activity" }, 3],
      [b, 1, "reaction.changed", { kind: "clap" }],
      [c, 1, "surface.viewed", { surface: "leaderboard" }],
      [d, 1, "deck.started"],
      [guest(), 1, "deck.started"],
    );
    const use = { active: 5, members: 4, feed: 2, reacted: 1, board: 1 };
    const nothing = { nudged: 0, answered: 0, answeredShare: null };
    expect(await read(1)).toMatchObject({ ...use, feedShare: 0.5, boardShare: 0.25, ...nothing });
    await tell(
      [a, 1, "nudge.sent", {}, 2],
      [a, 1, "nudge.taken", {}, 4],
      [b, 1, "push.sent", {}, 2],
      [c, 1, "nudge.sent", {}, 2],
      [c, 0, "push.tapped", {}, 1],
      [d, 1, "push.tapped", {}, 2],
    );
    expect(await read(1)).toMatchObject({ nudged: 3, answered: 1, active: 5 });
    expect((await read(1))?.answeredShare).toBeCloseTo(1 / 3);
    expect((await compareRollups(ctx)).differences).toEqual([]);
  });

  it("costs one round trip, and reads only the days that are asked for", async () => {
    const a = guest();
    await tell([a, 35, "deck.started"], [a, 12, "deck.started"], [a, 10, "deck.started"]);
    test.roundTrips.count = 0;
    const rows = await viewEngagement(ctx, { from: dayOf(11), to: dayOf(9) });
    expect(test.roundTrips.count).toBe(1);
    expect(rows.map(({ day, active, active7 }) => [day, active, active7])).toEqual([
      [dayOf(11), 0, 1],
      [dayOf(10), 1, 1],
      [dayOf(9), 0, 1],
    ]);
    expect(await viewEngagement(ctx, { from: dayOf(1), to: dayOf(9) })).toEqual([]);
    expect(await viewEngagement(ctx, { from: "0001-01-01", to: "0001-02-01" })).toEqual([]);
  });
});
