/** Points on a real database: once for each event, one state for each board, ranks as sorted. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DomainEvent } from "#shared/events.ts";
import { newId, toUuid, type VisitorId } from "#shared/ids.ts";
import type { Board } from "#shared/protocol/room-names.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { createTestClock, createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { readWholeBoard } from "#workers/features/leaderboards/compare-board.ts";
import { boardsAt, compareTotals } from "#workers/features/leaderboards/leaderboard.ts";
import { leaderboardsReact } from "#workers/features/leaderboards/leaderboards.events.ts";
import {
  boardRows,
  readBoard,
  type StoredTotal,
  winnersOf,
} from "#workers/features/leaderboards/leaderboards.repo.ts";
import { leaderboardsRouter } from "#workers/features/leaderboards/leaderboards.router.ts";
import { recordPoints } from "#workers/features/leaderboards/record-points.ts";
import type { Member } from "#workers/platform/actor.ts";
import type { Rooms } from "#workers/platform/rooms.ts";
import { createCallerFactory } from "#workers/platform/trpc.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database?.stop();
});

const clock = createTestClock(Date.parse("2026-11-21T12:00:00Z"));
const context = (options: { rooms?: Rooms; actor?: Member } = {}) =>
  createTestContext({ database, clock, ...options });

function completed(
  who: { visitorId: VisitorId; userId?: Member["userId"] },
  change: Partial<DomainEvent<"deck.completed">["props"]> = {},
): DomainEvent<"deck.completed"> {
  const { ctx } = context();
  return ctx.events.fact("deck.completed", {
    ...who,
    props: {
      runId: ctx.ids.next("run"),
      deckId: "alg-linear",
      subject: "algebra",
      score: 4,
      total: 5,
      durationMs: 60_000,
      flagged: false,
      ...change,
    },
  });
}

async function join(change: Partial<Member> = {}): Promise<Member> {
  return insertMember(context().ctx.db, clock.now(), change);
}

async function totalsOf(visitorId: VisitorId) {
  const rows = await context().ctx.db.execute(sql`select subject, period, score, version
    from points_totals where visitor_id = ${toUuid(visitorId)} order by subject, period`);
  return rows.rows;
}

describe("recordPoints", () => {
  it("adds an entry and the totals of day, week and all time, in one round trip", async () => {
    const { visitorId } = await join();
    const { ctx, roundTrips } = context();
    const totals = await recordPoints(ctx, completed({ visitorId }));
    expect(roundTrips.count).toBe(1);
    expect(totals.map((total) => total.board.period).sort()).toEqual([
      "all_time",
      "daily",
      "weekly",
    ]);
    expect(totals.every(({ score, version }) => score === 40 && version === 1)).toBe(true);
    expect(totals.every(({ reachedAt }) => reachedAt === clock.now())).toBe(true);
  });

  it("ignores a repeated entry, and answers the state all the same", async () => {
    const { visitorId } = await join();
    const event = completed({ visitorId });
    const once = await recordPoints(context().ctx, event);
    expect(await recordPoints(context().ctx, event)).toEqual(once);
  });

  it("counts an event once that twenty deliveries bring at the same time", async () => {
    const { visitorId } = await join();
    const event = completed({ visitorId });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => recordPoints(context().ctx, event)),
    );
    for (const totals of answers) {
      expect(totals.map(({ score, version }) => [score, version])).toEqual(Array(3).fill([40, 1]));
    }
  });

  it("adds up parallel events of one person without losing any", async () => {
    const { visitorId } = await join();
    const events = Array.from({ length: 20 }, (_, minute) => ({
      ...completed({ visitorId }),
      occurredAt: clock.now() - minute * 60_000,
    }));
    await Promise.all(events.map((event) => recordPoints(context().ctx, event)));
    const rows = await totalsOf(visitorId);
    expect(rows).toHaveLength(3);
    expect(rows.every((row) => row["score"] === 800 && row["version"] === 20)).toBe(true);
  });

  it("keeps a guest's points, and shows them on no board", async () => {
    const visitorId = newId("vis", clock.now());
    expect(await recordPoints(context().ctx, completed({ visitorId }))).toEqual([]);
    expect(await totalsOf(visitorId)).toHaveLength(3);
  });

  it("holds the points of a flagged run: recorded, not counted", async () => {
    const { visitorId } = await join();
    const event = completed({ visitorId }, { flagged: true });
    expect(await recordPoints(context().ctx, event)).toEqual([]);
    const { rows } =
      await context().ctx.db.execute(sql`select held, held_for, points from points_entries
      where source_event_id = ${toUuid(event.eventId)}`);
    expect(rows).toEqual([{ held: true, held_for: "too_fast", points: 40 }]);
  });

  it("begins a new day's and week's total at their UTC boundaries", async () => {
    const { visitorId } = await join();
    const sunday = Date.parse("2026-11-22T23:59:59.999Z");
    for (const occurredAt of [sunday, sunday + 1]) {
      await recordPoints(context().ctx, { ...completed({ visitorId }), occurredAt });
    }
    const rows = await totalsOf(visitorId);
    const count = (period: string) => rows.filter((row) => row["period"] === period).length;
    expect([count("daily"), count("weekly"), count("all_time")]).toEqual([2, 2, 1]);
  });

  it("keeps the latest moment as the one when the score was reached, whatever comes late", async () => {
    const { visitorId } = await join();
    const late = completed({ visitorId });
    await recordPoints(context().ctx, completed({ visitorId }));
    const totals = await recordPoints(context().ctx, { ...late, occurredAt: clock.now() - 5_000 });
    expect(totals.every((total) => total.reachedAt === clock.now())).toBe(true);
  });
});

/** Rooms that remember what they were told, and may be away. */
function probeRooms() {
  const told: { name: string; totals: { score: number; handle: string }[] }[] = [];
  const state = { away: false };
  const rooms: Rooms = {
    get: <Api>(_kind: string, name: string) =>
      ({
        async applyTotals(totals: { score: number; handle: string }[]) {
          if (state.away) throw new Error("room is away");
          told.push({ name, totals });
        },
      }) as Api,
  };
  return { rooms, told, state };
}

describe("leaderboardsReact", () => {
  it("sends each board its state, under the room's handle", async () => {
    const person = await join();
    const { rooms, told } = probeRooms();
    await leaderboardsReact(context({ rooms }).ctx, completed(person));
    expect(told.map((entry) => entry.name).sort()).toEqual([
      "algebra:all_time:1970-01-01",
      "algebra:daily:2026-11-21",
      "algebra:weekly:2026-11-16",
    ]);
    const handles = told.map((entry) => entry.totals[0]?.handle);
    expect(new Set(handles).size).toBe(3);
    expect(JSON.stringify(told)).not.toContain(person.userId);
  });

  it("throws while a room is away, and later sends the newest state without a second entry", async () => {
    const person = await join();
    const { rooms, told, state } = probeRooms();
    const { ctx } = context({ rooms });
    const first = completed(person);
    state.away = true;
    await expect(leaderboardsReact(ctx, first)).rejects.toThrow("away");
    state.away = false;
    await leaderboardsReact(ctx, completed(person));
    await leaderboardsReact(ctx, first);
    expect(told.slice(-3).every((entry) => entry.totals[0]?.score === 80)).toBe(true);
  });

  it("sends what a guest had earned when the guest makes an account", async () => {
    const visitorId = newId("vis", clock.now());
    const { rooms, told } = probeRooms();
    const { ctx } = context({ rooms });
    await leaderboardsReact(ctx, completed({ visitorId }, { subject: "physics" }));
    expect(told).toEqual([]);
    const person = await join({ visitorId });
    const props = { persona: "student" } as const;
    await leaderboardsReact(ctx, ctx.events.fact("person.joined", { ...person, props }));
    expect(told.map((entry) => entry.name)).toContain("physics:daily:2026-11-21");
    expect(told).toHaveLength(3);
  });

  it("shows no child whose guardian has not answered", async () => {
    const person = await join({ guardianState: "pending" });
    const { rooms, told } = probeRooms();
    await leaderboardsReact(context({ rooms }).ctx, completed(person));
    expect(told).toEqual([]);
  });
});

const callerOf = createCallerFactory(leaderboardsRouter);

describe("leaderboards.view", () => {
  const subject: Subject = "chemistry";

  it("ranks as sorting does, marks oneself, and takes one round trip", async () => {
    const people: Member[] = [];
    for (const score of [1, 3, 3, 5]) {
      clock.advance(1_000);
      const person = await join();
      people.push(person);
      await recordPoints(context().ctx, completed(person, { subject, score }));
    }
    const [board] = boardsAt(subject, clock.now());
    const all = await wholeBoard(board);
    const sorted = all.toSorted(compareTotals).map((total) => total.alias);
    for (const [index, actor] of people.entries()) {
      const { ctx, roundTrips } = context({ actor });
      const view = await callerOf(ctx).view({ subject, period: "daily" });
      expect(roundTrips.count).toBe(1);
      expect(view.top.map((row) => row.alias)).toEqual(sorted);
      expect(view.top.map((row) => row.rank)).toEqual([1, 2, 3, 4]);
      expect(view.top.filter((row) => row.you).map((row) => row.alias)).toEqual([actor.alias]);
      expect(view.you).toEqual({
        rank: [4, 2, 3, 1][index],
        place: [4, 2, 2, 1][index],
        score: [10, 30, 30, 55][index],
      });
      expect(view.players).toBe(4);
      expect(JSON.stringify(view)).not.toMatch(/(user|vis)_/);
    }
  });

  it("knows a rank beyond the rows it shows, and who is next", async () => {
    const board = { subject, period: "daily", periodStart: "2026-11-21" } as const;
    const who = { visitorId: (await lastOf(subject)) as VisitorId, limit: 2, reach: 1 };
    const { rows } = await readBoard(context().ctx.db, boardRows(board, who), winnersOf(null, 3));
    expect(rows?.top).toHaveLength(2);
    expect(rows?.around.map(({ rank }) => rank)).toEqual([3, 4]);
    expect(rows?.you).toEqual({ rank: 4, place: 4, score: 10 });
  });

  it("shows a guest the board, and no rank", async () => {
    const view = await callerOf(context().ctx).view({ subject, period: "all_time" });
    expect(view).toMatchObject({ players: 4, you: null, periodStart: "1970-01-01" });
  });

  it("shows an empty board as one", async () => {
    const view = await callerOf(context().ctx).view({ subject: "reading", period: "weekly" });
    expect(view).toMatchObject({ top: [], you: null, players: 0, periodStart: "2026-11-16" });
  });
});

describe("leaderboards.compare", () => {
  const input = { subject: "algebra", period: "daily", periodStart: "2026-11-21" } as const;

  it("is for admins, and refuses a board that cannot be", async () => {
    const student = callerOf(context({ actor: await join() }).ctx);
    await expect(student.compare(input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const admin = callerOf(context({ actor: await join({ role: "admin" }) }).ctx);
    const tomorrow = { ...input, periodStart: "2026-11-22" };
    await expect(admin.compare(tomorrow)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

async function lastOf(subject: Subject) {
  const [, , allTime] = boardsAt(subject, clock.now());
  const all = await wholeBoard(allTime);
  return all.toSorted(compareTotals).at(-1)?.visitorId;
}

async function wholeBoard(board: Board | undefined): Promise<StoredTotal[]> {
  const all: StoredTotal[] = [];
  if (board) for await (const page of readWholeBoard(context().ctx.db, board)) all.push(...page);
  return all;
}
