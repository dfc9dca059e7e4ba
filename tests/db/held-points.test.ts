/** What looks impossible is held, never lost: seen by admins, released once or rejected for good. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EventId, VisitorId } from "#shared/ids.ts";
import { toUuid } from "#shared/ids.ts";
import { createPointsStage } from "#tests/support/points-stage.ts";
import { createTestClock } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { leaderboardsReact } from "#workers/features/leaderboards/leaderboards.events.ts";
import { leaderboardsRouter } from "#workers/features/leaderboards/leaderboards.router.ts";
import { pointsCaps } from "#workers/features/leaderboards/points-caps.ts";
import { recordPoints } from "#workers/features/leaderboards/record-points.ts";
import type { Rooms } from "#workers/platform/rooms.ts";
import { createCallerFactory } from "#workers/platform/trpc.ts";

let database: TestDatabase;
let stage: ReturnType<typeof createPointsStage>;
const clock = createTestClock(Date.parse("2026-11-21T12:00:00Z"));
beforeAll(async () => {
  database = await createTestDatabase();
  stage = createPointsStage(database, clock);
});
afterAll(() => database?.stop());

const record = (event: Parameters<typeof recordPoints>[1]) =>
  recordPoints(stage.context().ctx, event);
const callerOf = createCallerFactory(leaderboardsRouter);
const adminCaller = async () =>
  callerOf(stage.context({ actor: await stage.join({ role: "admin" }) }).ctx);

async function heldOf(visitorId: VisitorId) {
  const { rows } = await stage.context().ctx.db.execute(sql`select held_for, points
    from points_entries where visitor_id = ${toUuid(visitorId)} and held order by earned_at`);
  return rows;
}

async function scoreOf(visitorId: VisitorId) {
  const { rows } = await stage.context().ctx.db.execute(sql`select score, version
    from points_totals where visitor_id = ${toUuid(visitorId)} and period = 'all_time'`);
  return rows[0] ?? null;
}

describe("the caps", () => {
  it("hold what one deck cannot give", async () => {
    const person = await stage.join();
    await record(stage.completed(person, { score: 9, total: 10 }));
    expect(await heldOf(person.visitorId)).toEqual([{ held_for: "event_cap", points: 90 }]);
    expect(await scoreOf(person.visitorId)).toBeNull();
  });

  it("hold what is too much for a minute, and count again in the next one", async () => {
    const person = await stage.join();
    const full = () => stage.completed(person, { score: 5 });
    const fits = Math.floor(pointsCaps.minute / 55);
    for (let deck = 0; deck < fits + 2; deck++) await record(full());
    const held = Array(2).fill({ held_for: "minute_cap", points: 55 });
    expect(await heldOf(person.visitorId)).toEqual(held);
    clock.advance(60_000);
    await record(full());
    expect(await scoreOf(person.visitorId)).toMatchObject({ score: (fits + 1) * 55 });
  });

  it("hold what is too much for a UTC day, and count again on the next one", async () => {
    const person = await stage.join();
    const midnight = Date.parse("2026-11-22T00:00:00Z");
    const fits = Math.floor(pointsCaps.day / 55);
    for (let deck = fits; deck >= 0; deck--) {
      const occurredAt = midnight - 1 - deck * 60_000;
      await record({ ...stage.completed(person, { score: 5 }), occurredAt });
    }
    expect(await heldOf(person.visitorId)).toEqual([{ held_for: "day_cap", points: 55 }]);
    await record({ ...stage.completed(person, { score: 5 }), occurredAt: midnight + 60_000 });
    expect(await scoreOf(person.visitorId)).toMatchObject({ score: (fits + 1) * 55 });
  });

  it("cannot be passed by decks that end at the same time", async () => {
    const person = await stage.join();
    const events = Array.from({ length: 12 }, () => stage.completed(person, { score: 5 }));
    await Promise.all(events.map(record));
    const fits = Math.floor(pointsCaps.minute / 55);
    expect(await scoreOf(person.visitorId)).toMatchObject({ score: fits * 55 });
    expect(await heldOf(person.visitorId)).toHaveLength(12 - fits);
  });
});

/** A held run whose event is in the log, as its use case writes it. */
async function holdRun() {
  const person = await stage.join();
  const { ctx } = stage.context();
  const event = stage.completed(person, { flagged: true, durationMs: 900 });
  await ctx.db.execute(ctx.events.write([{ event }]));
  await record(event);
  return { person, entryId: event.eventId };
}

describe("leaderboards.held and leaderboards.review", () => {
  it("show admins whose run it is and why, without an id of the person", async () => {
    const { person, entryId } = await holdRun();
    const page = await (await adminCaller()).held({});
    const item = page.items.find((one) => one.entryId === entryId);
    expect(item).toMatchObject({
      ...{ alias: person.alias, points: 40, reason: "too_fast", subject: "algebra" },
      run: { deckId: "alg-linear", score: 4, total: 5, durationMs: 900 },
    });
    expect(page.waiting).toBe(page.items.length);
    expect(JSON.stringify(page)).not.toMatch(/(user|vis)_/);
  });

  it("are for admins", async () => {
    const student = callerOf(stage.context({ actor: await stage.join() }).ctx);
    const { entryId } = await holdRun();
    await expect(student.held({})).rejects.toMatchObject({ code: "FORBIDDEN" });
    const input = { entryId, verdict: "released" } as const;
    await expect(student.review(input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("release points once, by twenty admins at the same time, as one fact", async () => {
    const { person, entryId } = await holdRun();
    const admins = await Promise.all(Array.from({ length: 20 }, adminCaller));
    const verdict = "released" as const;
    const answers = await Promise.all(admins.map((admin) => admin.review({ entryId, verdict })));
    expect(answers.filter(({ status }) => status === "decided")).toHaveLength(1);
    expect(await scoreOf(person.visitorId)).toEqual({ score: 40, version: 1 });
    expect(await reviewsOf(entryId)).toMatchObject([{ verdict, points: 40 }]);
  });

  it("reject for good", async () => {
    const { person, entryId } = await holdRun();
    const admin = await adminCaller();
    expect(await admin.review({ entryId, verdict: "rejected" })).toMatchObject({
      status: "decided",
    });
    expect(await admin.review({ entryId, verdict: "released" })).toEqual({
      status: "decided_before",
    });
    expect(await scoreOf(person.visitorId)).toBeNull();
    const page = await admin.held({});
    expect(page.items.some((item) => item.entryId === entryId)).toBe(false);
  });

  it("know only what is held", async () => {
    const event = stage.completed(await stage.join());
    await record(event);
    const admin = await adminCaller();
    const input = { entryId: event.eventId, verdict: "released" } as const;
    await expect(admin.review(input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("page, newest first, without a gap", async () => {
    const admin = await adminCaller();
    const person = await stage.join();
    for (let index = 0; index < 60; index++) {
      await record(stage.completed(person, { flagged: true }));
    }
    const first = await admin.held({});
    const second = await admin.held({ cursor: first.nextCursor as never });
    expect(first.items).toHaveLength(50);
    const ids = [...first.items, ...second.items].map(({ entryId }) => entryId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(Math.min(100, first.waiting));
  });

  it("let a released run reach the person's boards and their top", async () => {
    const { person, entryId } = await holdRun();
    const admin = await stage.join({ role: "admin" });
    const told: string[] = [];
    const rooms = {
      get: (_kind: string, name: string) => ({ applyTotals: async () => void told.push(name) }),
    } as unknown as Rooms;
    const { ctx, settle } = stage.context({
      ...{ actor: admin, rooms, reactions: { leaderboards: leaderboardsReact } },
      subscriptions: { "points.reviewed": ["leaderboards"] },
    });
    await callerOf(ctx).review({ entryId, verdict: "released" });
    await settle();
    expect(told.map((name) => name.split(":")[1]).sort()).toEqual(["all_time", "daily", "weekly"]);
    expect(JSON.stringify(told)).not.toContain(person.visitorId);
  });
});

async function reviewsOf(entryId: EventId) {
  const { rows } = await stage.context().ctx.db.execute(sql`select props from events
    where name = 'points.reviewed' and props ->> 'entryId' = ${entryId}`);
  return rows.map((row) => row["props"]);
}
