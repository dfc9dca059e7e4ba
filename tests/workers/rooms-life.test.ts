/** How long a socket lives, and what outlives a room's sleep. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import {
  boardStub,
  cohortStub,
  connect,
  enter,
  join,
  makeCohort,
  pause,
} from "#tests/support/room-stage.ts";
import type { CohortRoom } from "#workers/features/cohorts/cohort.room.ts";

const stage = async () => {
  const person = await join();
  const { slug } = await makeCohort([person]);
  return { person, slug, path: `/ws/cohort/${slug}`, stub: cohortStub(slug) };
};

/** Moves the room's clock; until it is evicted. */
const later = (stub: DurableObjectStub<CohortRoom>, ms: number) =>
  runInDurableObject(stub, (room) => {
    room.clock = { now: () => Date.now() + ms };
  });

describe("the end of a socket", () => {
  it("ends with its session, with 4401, whether it speaks or is silent", async () => {
    const { person, slug, stub } = await stage();
    const sessionEndsAt = Date.now() + 30_000;
    const silent = await enter(person, "cohort", slug, { sessionEndsAt });
    const speaking = await enter(person, "cohort", slug, { sessionEndsAt });
    const other = await enter(person, "cohort", slug);
    await later(stub, 30_001);
    speaking.say("set", { n: 1, status: "away" });
    expect(await speaking.end()).toBe(4401);
    expect(speaking.all("ok")).toEqual([]);
    await runDurableObjectAlarm(stub);
    expect(await silent.end()).toBe(4401);
    expect(other.closed).toBeNull();
  });

  it("sets its alarm for the session's end when that comes before the next lease check", async () => {
    const { person, slug, stub } = await stage();
    const sessionEndsAt = Date.now() + 30_000;
    await enter(person, "cohort", slug, { sessionEndsAt });
    const alarm = await runInDurableObject(stub, (_, state) => state.storage.getAlarm());
    expect(alarm).toBe(sessionEndsAt);
  });

  it("closes a silent lease after 75 s with 4408, somebody away after 150 s", async () => {
    const { person, slug, stub } = await stage();
    const here = await enter(person, "cohort", slug);
    const away = await enter(person, "cohort", slug);
    away.say("set", { n: 1, status: "away" });
    await away.next("ok");
    await later(stub, 74_000);
    await runDurableObjectAlarm(stub);
    await pause();
    expect([here.closed, away.closed]).toEqual([null, null]);
    await later(stub, 76_000);
    await runDurableObjectAlarm(stub);
    expect(await here.end()).toBe(4408);
    expect(away.closed).toBeNull();
    await later(stub, 151_000);
    await runDurableObjectAlarm(stub);
    expect(await away.end()).toBe(4408);
  });

  it("has an alarm only while there are sockets", async () => {
    const { person, slug, stub } = await stage();
    const alarm = () => runInDurableObject(stub, (_, state) => state.storage.getAlarm());
    const client = await enter(person, "cohort", slug);
    expect(await alarm()).toBeGreaterThan(Date.now());
    client.leave();
    await client.end();
    await later(stub, 60_000);
    while (await runDurableObjectAlarm(stub));
    expect(await alarm()).toBeNull();
  });

  it.each([
    [undefined, 1000],
    [1000, 1000],
    [1001, 1001],
    [3001, 3001],
  ])("answers a close with code %s by %d", async (code, answer) => {
    const { person, slug } = await stage();
    const client = await enter(person, "cohort", slug);
    client.leave(code);
    expect(await client.end()).toBe(answer);
  });
});

describe("hibernation", () => {
  it("keeps sockets, seats and rates; the first frame afterwards is a snapshot of a new epoch", async () => {
    const person = await join();
    const other = await join();
    const { slug } = await makeCohort([person, other]);
    const stub = cohortStub(slug);
    const client = await enter(person, "cohort", slug);
    const [before] = [await client.next("snap")];
    await evictDurableObject(stub);
    const late = await enter(other, "cohort", slug);
    const after = await client.next("snap", 2);
    expect(after.e).not.toBe(before.e);
    expect(after.members.map((member) => member.status)).toEqual(["online", "online"]);
    client.say("set", { n: 1, status: "away" });
    await client.next("ok");
    const diff = await late.next("diff");
    expect(diff.e).toBe(after.e);
    expect(diff.upd).toMatchObject([{ alias: person.alias, status: "away" }]);
    expect(client.closed).toBeNull();
  });

  it("remembers over an eviction what it counted", async () => {
    const { person, slug, stub } = await stage();
    const client = await enter(person, "cohort", slug);
    for (let n = 0; n < 14; n++) client.say("sync", { t: client.topic });
    await client.next("snap", 15);
    await evictDurableObject(stub);
    for (let n = 14; n < 19; n++) client.say("sync", { t: client.topic });
    expect(await client.end()).toBe(4429);
  });
});

describe("a room whose data is away", () => {
  it("closes with 1012 so that the client comes back, and does not exist without its cohort", async () => {
    const person = await join();
    const client = await connect(person, "cohort", "no-such-cohort");
    client.hello();
    expect(await client.end()).toBe(1012);
  });

  it("answers ping whatever its name is", async () => {
    expect(await cohortStub("health").ping()).toBe("pong");
    expect(await boardStub("health").ping()).toBe("pong");
  });

  it("is not for a guest who guesses a handle: it comes from the ticket alone", async () => {
    const { slug } = await stage();
    const guest = { visitorId: newId("vis", Date.now()) };
    const client = await enter(guest, "cohort", slug);
    const snap = await client.next("snap");
    expect(snap.n).toBe(0);
  });
});
