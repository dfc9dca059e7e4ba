/** A board's object through its life: woken, wiped, rebuilt, frozen at the period's end, deleted. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { newId, type VisitorId } from "#shared/ids.ts";
import { type Board, boardName, periodStart } from "#shared/protocol/room-names.ts";
import { boardStub, enter, pause } from "#tests/support/room-stage.ts";
import {
  type BoardTotal,
  boardEnd,
  compareTotals,
} from "#workers/features/leaderboards/leaderboard.ts";

const dayMs = 86_400_000;
let used = 0;
/** A board of its own for each test: of a day on which nobody has points in Postgres. */
function freshBoard(): Board & { name: string } {
  used += 1;
  const start = periodStart("daily", Date.now() - used * dayMs);
  const board = { subject: "algebra", period: "daily", periodStart: start } as const;
  return { ...board, name: boardName(board) };
}

const newPerson = () => newId("vis", Date.now());
const total = (visitorId: VisitorId, change: Partial<BoardTotal> = {}): BoardTotal => ({
  visitorId,
  handle: `handle-${visitorId.slice(-8)}`,
  alias: `Alias ${visitorId.slice(-8)}`,
  ...{ score: 10, reachedAt: 1_000, version: 1 },
  ...change,
});
const crowd = (size: number) =>
  Array.from({ length: size }, (_, index) =>
    total(newPerson(), { score: (index * 7) % 90, reachedAt: index % 5 }),
  );

async function ranksAre(name: string, totals: readonly BoardTotal[]): Promise<void> {
  const sorted = totals.toSorted(compareTotals);
  const room = boardStub(name);
  for (const index of [0, 1, sorted.length >> 1, sorted.length - 1]) {
    const { visitorId, score } = sorted[index] as BoardTotal;
    const { you, around } = await room.view(visitorId);
    expect(you).toMatchObject({ rank: index + 1, score });
    expect(around.map((row) => row.handle)).toEqual(
      sorted.slice(Math.max(0, index - 5), index + 6).map((row) => row.handle),
    );
  }
}

describe("a board's object", () => {
  it("knows every rank after an eviction, and its sockets go on", async () => {
    const { name } = freshBoard();
    const room = boardStub(name);
    const totals = crowd(1_300);
    const [watched] = totals as [BoardTotal];
    await room.applyTotals(totals);
    const client = await enter(watched, "leaderboard", name);
    await client.next("lb");
    await pause(250);
    await evictDurableObject(room);
    await ranksAre(name, totals);
    const moved = [{ ...watched, score: 1_000, version: 2 }, ...totals.slice(1)];
    await room.applyTotals(moved);
    await expect.poll(() => client.all("lb").at(-1)?.you?.rank).toBe(1);
    await evictDurableObject(room);
    await ranksAre(name, moved);
  });

  it("splits and joins its chunks without losing anybody", async () => {
    const { name } = freshBoard();
    const room = boardStub(name);
    let totals = crowd(1_500);
    await room.applyTotals(totals);
    totals = totals.map((one, index) => ({ ...one, score: index % 3, version: 2 }));
    await room.applyTotals(totals);
    const gone = totals.slice(0, 1_100);
    await room.applyTotals(gone.map(({ visitorId }) => ({ visitorId, version: 3, gone: true })));
    const left = totals.slice(1_100);
    await ranksAre(name, left);
    const sizes = await runInDurableObject(room, (_, state) =>
      state.storage.sql.exec<{ size: number }>("select size from chunks").toArray(),
    );
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBe(left.length);
    expect(sizes.length).toBeLessThanOrEqual(left.length / 128 + 1);
  });

  it("lets who has left come back only with newer points", async () => {
    const { name } = freshBoard();
    const room = boardStub(name);
    const visitorId = newPerson();
    await room.applyTotals([total(visitorId)]);
    await room.applyTotals([{ visitorId, version: 2, gone: true }]);
    await room.applyTotals([total(visitorId)]);
    expect(await room.view(visitorId)).toMatchObject({ you: null, players: 0 });
    await room.applyTotals([total(visitorId, { version: 3, score: 30 })]);
    expect((await room.view(visitorId)).you).toEqual({ rank: 1, place: 1, score: 30 });
  });

  it("is what Postgres is after a rebuild, also with rows that nobody has there", async () => {
    const { name } = freshBoard();
    const room = boardStub(name);
    const client = await enter({ visitorId: newPerson() }, "leaderboard", name);
    await room.applyTotals(crowd(20));
    expect(await room.rebuild()).toBe(0);
    expect(await room.standings()).toMatchObject({ count: 0, sum: 0 });
    await expect.poll(() => client.all("lb").at(-1)).toMatchObject({ players: 0 });
  });

  it("says so while it is rebuilt, and takes what comes meanwhile", async () => {
    const { name } = freshBoard();
    const room = boardStub(name);
    const [person, other] = [newPerson(), newPerson()];
    await room.applyTotals([total(other)]);
    const during = await runInDurableObject(room, async (board) => {
      const rebuilt = board.rebuild();
      while ((await board.view(person)).state !== "rebuilding") await pause(0);
      await board.applyTotals([total(person, { score: 70 })]);
      const seen = await board.view(person);
      await rebuilt;
      return seen;
    });
    expect(during).toEqual({ state: "rebuilding", top: [], around: [], you: null, players: 0 });
    expect((await room.view(person)).you).toEqual({ rank: 1, place: 1, score: 70 });
  });

  it("freezes at the end of its period, and is deleted 35 days later", async () => {
    const board = freshBoard();
    const room = boardStub(board.name);
    const person = newPerson();
    const at = (ms: number) =>
      runInDurableObject(room, (object) => {
        object.clock = { now: () => ms };
      });
    await at(boardEnd(board) - 60_000);
    await room.applyTotals([total(person)]);
    expect((await room.view(person)).state).toBe("open");
    await at(boardEnd(board));
    await runDurableObjectAlarm(room);
    expect(await room.view(person)).toMatchObject({
      state: "frozen",
      you: { rank: 1, place: 1, score: 10 },
    });
    const over = boardEnd(board) + 35 * dayMs;
    const alarm = await runInDurableObject(room, (_, state) => state.storage.getAlarm());
    expect(alarm).toBeLessThanOrEqual(over);
    await at(over);
    await runDurableObjectAlarm(room);
    await pause(50);
    const tables = await runInDurableObject(room, (_, state) =>
      state.storage.sql.exec("select name from sqlite_master where name = 'standings'").toArray(),
    );
    expect(tables).toEqual([]);
    expect(await room.view(person)).toMatchObject({ state: "frozen", players: 0, you: null });
  });
});
