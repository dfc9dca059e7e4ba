/** The end of a period: final standings once, after the last delivery; and who came into a top. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toUuid } from "#shared/ids.ts";
import { boardName } from "#shared/protocol/room-names.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { createPointsStage } from "#tests/support/points-stage.ts";
import { createTestClock } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { closePeriods } from "#workers/features/leaderboards/close-periods.ts";
import { leaderboardsReact } from "#workers/features/leaderboards/leaderboards.events.ts";
import { leaderboardsRouter } from "#workers/features/leaderboards/leaderboards.router.ts";
import { recordPoints } from "#workers/features/leaderboards/record-points.ts";
import { isSweepTime, sweepBoards } from "#workers/features/leaderboards/sweep-boards.ts";
import type { Member } from "#workers/platform/actor.ts";
import { commitWithEvents } from "#workers/platform/event-log.ts";
import type { Rooms } from "#workers/platform/rooms.ts";
import { createCallerFactory } from "#workers/platform/trpc.ts";

let database: TestDatabase;
let stage: ReturnType<typeof createPointsStage>;
const noon = Date.parse("2026-11-21T12:00:00Z");
const clock = createTestClock(noon);
beforeAll(async () => {
  database = await createTestDatabase();
  stage = createPointsStage(database, clock);
});
afterAll(() => database?.stop());

const score = (person: Member, subject: Subject, right: number) =>
  recordPoints(stage.context().ctx, stage.completed(person, { subject, score: right }));
const rowsOf = async (query: ReturnType<typeof sql>) =>
  (await stage.context().ctx.db.execute(query)).rows;
const finalsOf = (subject: Subject) =>
  rowsOf(sql`select u.alias, f.rank, f.place, f.score from leaderboard_finals f
    join users u on u.visitor_id = f.visitor_id
    where f.subject = ${subject} and f.period = 'daily' order by f.rank`);
const callerOf = createCallerFactory(leaderboardsRouter);

describe("closePeriods", () => {
  it("keeps everybody's final rank, once, a minute after the day; winners are shown then", async () => {
    clock.set(noon);
    const people = [await stage.join(), await stage.join(), await stage.join()];
    for (const [index, right] of [3, 3, 4].entries()) {
      clock.advance(60_000);
      await score(people[index] as Member, "biology", right);
    }
    clock.set(Date.parse("2026-11-22T00:00:30Z"));
    await closePeriods(stage.context().ctx);
    expect(await finalsOf("biology")).toEqual([]);
    clock.advance(60_000);
    const runs = await Promise.all([1, 2, 3].map(() => closePeriods(stage.context().ctx)));
    expect(runs.reduce((sum, closed) => sum + closed, 0)).toBe(1);
    const names = [people[2], people[0], people[1]].map((person) => person?.alias);
    const finals = [
      { alias: names[0], rank: 1, place: 1, score: 40 },
      { alias: names[1], rank: 2, place: 2, score: 30 },
      { alias: names[2], rank: 3, place: 2, score: 30 },
    ];
    expect(await finalsOf("biology")).toEqual(finals);
    const caller = callerOf(stage.context().ctx);
    const view = await caller.view({ subject: "biology", period: "daily" });
    expect(view).toMatchObject({
      ...{ top: [], players: 0, state: "open", periodStart: "2026-11-22" },
      last: { periodStart: "2026-11-21", winners: finals },
    });
  });

  it("waits for what was not delivered, and counts it", async () => {
    clock.set(noon + 1_000);
    const person = await stage.join();
    const { ctx } = stage.context({ subscriptions: { "deck.completed": ["leaderboards"] } });
    const event = stage.completed(person, { subject: "physics" });
    await score(await stage.join(), "physics", 2);
    await ctx.db.execute(ctx.events.write([{ event }]));
    clock.set(Date.parse("2026-11-22T06:00:00Z"));
    await closePeriods(ctx);
    expect(await finalsOf("physics")).toEqual([]);
    await recordPoints(ctx, event);
    await ctx.db.execute(sql`update event_deliveries set delivered_at = now()
      where event_id = ${toUuid(event.eventId)}`);
    await closePeriods(ctx);
    expect(await finalsOf("physics")).toMatchObject([
      { alias: person.alias, rank: 1, score: 40 },
      { rank: 2, score: 20 },
    ]);
  });

  it("counts nothing on a board that is final, and goes on counting on the others", async () => {
    clock.set(noon + 2_000);
    const person = await stage.join();
    await score(person, "reading", 2);
    const late = stage.completed(person, { subject: "reading", score: 4 });
    clock.set(Date.parse("2026-11-22T06:00:00Z"));
    await closePeriods(stage.context().ctx);
    await recordPoints(stage.context().ctx, late);
    const rows = await rowsOf(sql`select period, score from points_totals
      where visitor_id = ${toUuid(person.visitorId)} order by period`);
    expect(rows).toEqual([
      { period: "all_time", score: 60 },
      { period: "daily", score: 20 },
      { period: "weekly", score: 60 },
    ]);
    expect(await finalsOf("reading")).toMatchObject([{ score: 20 }]);
  });
});

describe("rank.reached", () => {
  const told = (person: Member) =>
    rowsOf(sql`select user_id, props ->> 'period' as period from events
      where name = 'rank.reached' and visitor_id = ${toUuid(person.visitorId)} order by period`);

  /** So many others stand on the board, behind everybody who has finished a deck. */
  async function crowd(subject: Subject, size = 10): Promise<void> {
    for (let index = 0; index < size; index++) await score(await stage.join(), subject, 1);
  }

  it("is not told on a board of ten or fewer, where everybody is among the first ten", async () => {
    clock.set(noon);
    const person = await stage.join();
    await crowd("sat_math", 9);
    await score(person, "sat_math", 3);
    expect(await told(person)).toEqual([]);
    await crowd("sat_math", 1);
    await score(person, "sat_math", 3);
    expect(await told(person)).toHaveLength(2);
  });

  it("is told once for each board and period, whatever is repeated or raced", async () => {
    clock.set(noon);
    await crowd("geometry");
    const person = await stage.join();
    const event = stage.completed(person, { subject: "geometry" });
    await Promise.all(Array.from({ length: 5 }, () => recordPoints(stage.context().ctx, event)));
    await score(person, "geometry", 3);
    const userId = toUuid(person.userId);
    expect(await told(person)).toEqual([
      { user_id: userId, period: "all_time" },
      { user_id: userId, period: "weekly" },
    ]);
    clock.set(Date.parse("2026-11-23T12:00:00Z"));
    await crowd("geometry");
    await score(person, "geometry", 3);
    expect(await told(person)).toHaveLength(3);
  });

  it("is not told of who stands eleventh, until that person comes further", async () => {
    clock.set(noon);
    for (let index = 0; index < 10; index++) await score(await stage.join(), "vocabulary", 3);
    const late = await stage.join();
    await score(late, "vocabulary", 2);
    expect(await told(late)).toEqual([]);
    await score(late, "vocabulary", 2);
    expect(await told(late)).toHaveLength(2);
  });

  it("is told of a guest's points when the guest has joined", async () => {
    clock.set(noon);
    await crowd("chemistry");
    const { ctx } = stage.context();
    const visitorId = ctx.ids.next("vis");
    const rooms = { get: () => ({ applyTotals: async () => {} }) } as unknown as Rooms;
    await recordPoints(ctx, stage.completed({ visitorId }, { subject: "chemistry" }));
    const person = await stage.join({ visitorId });
    expect(await told(person)).toEqual([]);
    const joined = ctx.events.fact("person.joined", { ...person, props: { persona: "student" } });
    const { ctx: reacting } = stage.context({ rooms });
    await leaderboardsReact(reacting, joined);
    await leaderboardsReact(reacting, joined);
    expect(await told(person)).toHaveLength(2);
  });

  it("costs the reaction no further round trip", async () => {
    const person = await stage.join();
    const { ctx, roundTrips } = stage.context();
    await recordPoints(ctx, stage.completed(person, { subject: "sat_math" }));
    expect(roundTrips.count).toBe(1);
    await commitWithEvents(ctx, [], [{ event: stage.completed(person) }]);
  });
});

describe("sweepBoards", () => {
  it("rebuilds the board that differs, and leaves those alone that do not or are away", async () => {
    clock.set(noon);
    const rebuilt: string[] = [];
    let wrong = "";
    const rooms = {
      get: (_kind: string, name: string) => ({
        async standings() {
          if (name.startsWith("sat_math")) throw new Error("away");
          const right = await digestOf(name);
          return name === wrong ? { ...right, hash: "other" } : right;
        },
        async rebuild() {
          rebuilt.push(name);
          return 1;
        },
      }),
    } as unknown as Rooms;
    await score(await stage.join(), "geometry", 2);
    wrong = "geometry:daily:2026-11-21";
    const sweep = await sweepBoards(stage.context({ rooms }).ctx);
    expect(rebuilt).toEqual([wrong]);
    expect(sweep.rebuilt).toBe(1);
    expect(sweep.failed).toBeGreaterThan(0);
    expect(sweep.compared).toBeGreaterThan(2);
  });

  it("runs in one minute of the day", () => {
    const minutes = Array.from({ length: 1_440 }, (_, minute) => noon + minute * 60_000 + 30_000);
    expect(minutes.filter(isSweepTime)).toHaveLength(1);
  });
});

/** What Postgres has of that board. */
async function digestOf(name: string) {
  const { digestPages } = await import("#workers/features/leaderboards/board-digest.ts");
  const { readWholeBoard } = await import("#workers/features/leaderboards/compare-board.ts");
  const [subject, period, periodStart] = name.split(":") as never[];
  const board = { subject, period, periodStart } as never;
  expect(boardName(board)).toBe(name);
  return digestPages(readWholeBoard(stage.context().ctx.db, board));
}
