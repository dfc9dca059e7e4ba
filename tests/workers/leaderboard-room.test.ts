/** Leaderboard rooms: the newest total wins, a wiped room is rebuilt, browsers see it live. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { leaderboardFinals } from "#db/schema/leaderboards.ts";
import type { DomainEvent } from "#shared/events.ts";
import { newId, type VisitorId } from "#shared/ids.ts";
import { type Board, boardName, periodStart } from "#shared/protocol/room-names.ts";
import { type Subject, subjects } from "#shared/vocabulary.ts";
import { boardStub, connect, enter, join, pause, stageDb } from "#tests/support/room-stage.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { compareBoard } from "#workers/features/leaderboards/compare-board.ts";
import {
  type BoardTotal,
  boardBefore,
  compareTotals,
} from "#workers/features/leaderboards/leaderboard.ts";
import { leaderboardsReact } from "#workers/features/leaderboards/leaderboards.events.ts";
import { recordPoints } from "#workers/features/leaderboards/record-points.ts";
import { viewBoard } from "#workers/features/leaderboards/view-board.ts";
import type { Member } from "#workers/platform/actor.ts";
import { parseEnv } from "#workers/platform/env.ts";
import { retryDelayMs, sweepDeliveries } from "#workers/platform/event-delivery.ts";
import { commitWithEvents } from "#workers/platform/event-log.ts";
import { durableRooms, type Rooms } from "#workers/platform/rooms.ts";

const reactions = { leaderboards: leaderboardsReact };
const subscriptions = { "deck.completed": ["leaderboards"] };

function context(rooms: Rooms = durableRooms(parseEnv(env))) {
  const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl = "", ...config } = parseEnv(env);
  const { TICKET_SECRET } = config;
  const database = { databaseUrl, proxyUrl };
  return createTestContext({
    database,
    rooms,
    reactions,
    subscriptions,
    config: { TICKET_SECRET },
  });
}

let used = 0;
/** A board of its own for each test. */
function freshBoard(): Board & { name: string } {
  const subject = subjects[used] as Subject;
  used += 1;
  const board = {
    subject,
    period: "daily" as const,
    periodStart: periodStart("daily", Date.now()),
  };
  return { ...board, name: boardName(board) };
}

function completed(person: Member, subject: Subject, score = 4): DomainEvent<"deck.completed"> {
  const { ctx } = context();
  const run = { runId: ctx.ids.next("run"), deckId: "some-deck", durationMs: 60_000 };
  const props = { ...run, subject, score, total: 5, flagged: false };
  return ctx.events.fact("deck.completed", { ...person, props });
}

const total = (visitorId: VisitorId, change: Partial<BoardTotal> = {}): BoardTotal => ({
  visitorId,
  handle: `handle-${visitorId.slice(-8)}`,
  alias: `Alias ${visitorId.slice(-8)}`,
  score: 10,
  reachedAt: 1_000,
  version: 1,
  ...change,
});
const newPerson = () => newId("vis", Date.now());

describe("applyTotals", () => {
  it("takes a newer total, and ignores an older or repeated one", async () => {
    const { name } = freshBoard();
    const room = boardStub(name);
    const visitorId = newPerson();
    const client = await enter({ visitorId }, "leaderboard", name);
    const score = async (change: Partial<BoardTotal>) => {
      await room.applyTotals([total(visitorId, change)]);
      return (await room.standings()).sum;
    };
    expect(await score({ score: 20, version: 2 })).toBe(20);
    expect(await score({ score: 10, version: 1 })).toBe(20);
    expect(await score({ score: 99, version: 2 })).toBe(20);
    expect(await score({ score: 30, version: 3 })).toBe(30);
    const frame = await client.next("lb", 2);
    expect(frame).toMatchObject({ players: 1, you: { rank: 1, score: 30 } });
  });

  it("ranks exactly as sorting does, for everybody who watches", async () => {
    const { name } = freshBoard();
    const totals = Array.from({ length: 60 }, (_, index) =>
      total(newPerson(), { score: index % 7, reachedAt: index % 3 }),
    );
    const sorted = totals.toSorted(compareTotals);
    const watched = [0, 30, 59].map((index) => sorted[index] as BoardTotal);
    await boardStub(name).applyTotals(totals);
    for (const { visitorId, score } of watched) {
      const client = await connect({ visitorId }, "leaderboard", name);
      client.hello();
      const frame = await client.next("lb");
      const rank = sorted.findIndex((row) => row.visitorId === visitorId) + 1;
      const place = sorted.findIndex((row) => row.score === score) + 1;
      expect(frame.you).toEqual({ rank, place, score });
      expect(frame.around.map((row) => row.handle)).toEqual(
        sorted.slice(Math.max(0, rank - 6), rank + 5).map((row) => row.handle),
      );
      expect(frame.players).toBe(60);
      expect(frame.top.map((row) => row.handle)).toEqual(
        sorted.slice(0, 50).map((row) => row.handle),
      );
      expect(frame.top.map((row) => row.rank)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    }
  });

  it("tells a burst of changes in one frame", async () => {
    const { name } = freshBoard();
    const client = await enter({ visitorId: newPerson() }, "leaderboard", name);
    await client.next("lb");
    // Called inside the object: twenty calls from here may take longer than a tick.
    await runInDurableObject(boardStub(name), (room) =>
      Promise.all(Array.from({ length: 20 }, () => room.applyTotals([total(newPerson())]))),
    );
    expect(await client.next("lb", 2)).toMatchObject({ players: 20, you: null });
    await pause(250);
    expect(client.all("lb")).toHaveLength(2);
  });
});

describe("a board's room and Postgres", () => {
  it("agree after points were recorded, and both browsers see the change within a second", async () => {
    const board = freshBoard();
    const [first, second] = [await join(), await join()];
    const watcher = await enter(first, "leaderboard", board.name);
    await watcher.next("lb");
    const { ctx } = context();
    await leaderboardsReact(ctx, completed(first, board.subject));
    const startedAt = Date.now();
    await leaderboardsReact(ctx, completed(second, board.subject, 5));
    await expect.poll(() => watcher.all("lb").at(-1)?.players).toBe(2);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    expect(
      watcher
        .all("lb")
        .at(-1)
        ?.top.map((row) => [row.alias, row.score]),
    ).toEqual([
      [second.alias, 55],
      [first.alias, 40],
    ]);
    expect(watcher.all("lb").at(-1)?.you).toEqual({ rank: 2, place: 2, score: 40 });
    expect(watcher.texts.join()).not.toMatch(/(user|vis)_/);
    expect(await compareBoard(ctx, board)).toMatchObject({ equal: true, room: { count: 2 } });
  });

  it("are asked for what they know: past winners are read once in a while, the rest by the room", async () => {
    const start = periodStart("weekly", Date.now());
    const board = { subject: "algebra", period: "weekly", periodStart: start } as const;
    const winner = await join();
    await boardStub(boardName(board)).applyTotals([total(newPerson(), { score: 7_000 })]);
    const { visitorId } = winner;
    const first = { ...board, ...boardBefore(board), rank: 1, place: 1, score: 90 };
    await stageDb()
      .insert(leaderboardFinals)
      .values({ ...first, visitorId });
    const { ctx, clock, roundTrips } = context();
    const trips = async () => {
      const before = roundTrips.count;
      const view = await viewBoard(ctx, board);
      expect(view.top[0]?.score).toBe(7_000);
      expect(view.last?.winners.map((row) => row.alias)).toEqual([winner.alias]);
      return roundTrips.count - before;
    };
    expect([await trips(), await trips(), await trips()]).toEqual([1, 0, 0]);
    clock.advance(30_000);
    expect([await trips(), await trips()]).toEqual([1, 0]);
    const always = { ...board, period: "all_time" } as const;
    await viewBoard(ctx, always);
    expect(roundTrips.count).toBe(2);
  });

  it("agree again after the room's storage was wiped, also for what came in the meantime", async () => {
    const board = freshBoard();
    const { ctx } = context();
    const people = await Promise.all(Array.from({ length: 12 }, () => join()));
    for (const person of people) await leaderboardsReact(ctx, completed(person, board.subject));
    const room = boardStub(board.name);
    const before = await room.standings();
    // The last change is told within one tick; a wipe comes between events.
    await pause(250);
    await runInDurableObject(room, (_, state) => state.storage.deleteAll());
    await evictDurableObject(room, { webSockets: "close" });
    await recordPoints(ctx, completed(people[0] as Member, board.subject));
    const after = await compareBoard(ctx, board);
    expect(after.equal).toBe(true);
    expect(after.room.count).toBe(before.count);
    expect(after.room.sum).toBe(before.sum + 40);
  });

  it("disagree visibly when a room holds something else", async () => {
    const board = freshBoard();
    const { ctx } = context();
    await leaderboardsReact(ctx, completed(await join(), board.subject));
    await boardStub(board.name).applyTotals([total(newPerson())]);
    expect((await compareBoard(ctx, board)).equal).toBe(false);
  });

  it("agree when many events race, and the rooms get totals in any order", async () => {
    const board = freshBoard();
    const people = [await join(), await join(), await join()];
    const events = people.flatMap((person) =>
      Array.from({ length: 5 }, () => completed(person, board.subject)),
    );
    const deliveries = [...events, ...events.toReversed()];
    await Promise.all(deliveries.map((event) => leaderboardsReact(context().ctx, event)));
    const { equal, room } = await compareBoard(context().ctx, board);
    expect({ equal, count: room.count, sum: room.sum }).toEqual({
      equal: true,
      count: 3,
      sum: 3 * 5 * 40,
    });
  });
});

describe("a room that is unreachable for a while", () => {
  it("gets the newest state later, and a watcher sees it once", async () => {
    const board = freshBoard();
    const person = await join();
    const real = durableRooms(parseEnv(env));
    let away = true;
    const calls: string[] = [];
    const rooms: Rooms = {
      get: <Api>(kind: Parameters<Rooms["get"]>[0], name: string) => {
        if (away) throw new Error("no way there");
        calls.push(name);
        return real.get<Api>(kind, name);
      },
    };
    const watcher = await enter(person, "leaderboard", board.name);
    await watcher.next("lb");
    const { ctx, clock, settle } = context(rooms);
    await commitWithEvents(ctx, [], [{ event: completed(person, board.subject) }]);
    await settle();
    expect(watcher.all("lb")).toHaveLength(1);
    away = false;
    clock.advance(retryDelayMs(1));
    expect(await sweepDeliveries(ctx, reactions)).toBeGreaterThan(0);
    expect(await watcher.next("lb", 2)).toMatchObject({ you: { rank: 1, score: 40 } });
    const told = calls.filter((name) => name === board.name);
    expect(told).toHaveLength(1);
    clock.advance(3_600_000);
    await sweepDeliveries(ctx, reactions);
    await pause(250);
    expect(watcher.all("lb")).toHaveLength(2);
    expect((await compareBoard(ctx, board)).equal).toBe(true);
  });
});
