/** What every room is built on: the door, the protocol, its limits and its close codes. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import {
  cohortStub,
  connect,
  enter,
  join,
  knock,
  makeCohort,
  pause,
  RoomClient,
  ticketFor,
} from "#tests/support/room-stage.ts";
import { parseEnv } from "#workers/platform/env.ts";

const stage = async () => {
  const person = await join();
  const { slug } = await makeCohort([person]);
  return { person, slug, path: `/ws/cohort/${slug}`, stub: cohortStub(slug) };
};

/** Whether the object was ever touched: it makes its tables when it is. */
async function wasTouched(slug: string): Promise<boolean> {
  const { COHORT_ROOM } = parseEnv(env);
  const id = COHORT_ROOM.idFromName(slug).toString();
  const { listDurableObjectIds } = await import("cloudflare:test");
  const known = await listDurableObjectIds(COHORT_ROOM);
  return known.some((one) => one.toString() === id);
}

describe("the door", () => {
  it("lets a good ticket in, and answers with the protocol's name only", async () => {
    const { person, slug, path } = await stage();
    const response = await knock(path, await ticketFor(person, "cohort", slug));
    expect(response.status).toBe(101);
    expect(response.headers.get("Sec-WebSocket-Protocol")).toBe("vr.v1");
    new RoomClient(response.webSocket as WebSocket, `cohort/${slug}`).leave();
  });

  it("refuses what is no ticket for this room before the object is touched", async () => {
    const { person, slug, path } = await stage();
    const good = await ticketFor(person, "cohort", slug);
    const refused: [string, string[]][] = [
      ["no ticket", ["vr.v1"]],
      ["no protocol", []],
      ["no vr.v1", good.slice(1)],
      ["forged", await ticketFor(person, "cohort", slug, { secret: "x".repeat(48) })],
      ["changed", [good[0] ?? "", `${good[1]}x`]],
      ["expired", await ticketFor(person, "cohort", slug, { issuedAt: Date.now() - 60_000 })],
      ["for another cohort", await ticketFor(person, "cohort", "geo-101")],
      ["for another kind", await ticketFor(person, "leaderboard", slug)],
    ];
    for (const [what, protocols] of refused) {
      const response = await knock(path, protocols);
      expect([what, response.status]).toEqual([what, 401]);
      expect(await response.json()).toMatchObject({ error: { code: "UNAUTHENTICATED" } });
    }
    expect(await wasTouched(slug)).toBe(false);
  });

  it.each([
    ["missing", undefined],
    ["another", "https://evil.example"],
    ["null", "null"],
  ])("refuses a request whose Origin is %s, even with a good ticket", async (_, origin) => {
    const { person, slug, path } = await stage();
    const response = await knock(path, await ticketFor(person, "cohort", slug), {
      Origin: origin,
    });
    expect(response.status).toBe(403);
    expect(await wasTouched(slug)).toBe(false);
  });

  it("speaks WebSocket only, and knows no other rooms", async () => {
    const { person, slug, path } = await stage();
    const ticket = await ticketFor(person, "cohort", slug);
    const plain = await knock(path, ticket, { Upgrade: undefined });
    expect(plain.status).toBe(400);
    expect((await knock(`/ws/kitchen/${slug}`, ticket)).status).toBe(404);
  });

  it("takes a ticket once: a replay is closed with 4401, also after the object slept", async () => {
    const { person, slug, path, stub } = await stage();
    const ticket = await ticketFor(person, "cohort", slug);
    const open = async () => {
      const { webSocket } = await knock(path, ticket);
      return new RoomClient(webSocket as WebSocket, `cohort/${slug}`);
    };
    const first = await open();
    expect(await (await open()).end()).toBe(4401);
    await evictDurableObject(stub);
    expect(await (await open()).end()).toBe(4401);
    first.hello();
    await first.next("snap");
  });

  it("lets a ticket in after a sleep that is newer than all that were used, and no older one", async () => {
    const { person, slug, path, stub } = await stage();
    const early = await ticketFor(person, "cohort", slug);
    await pause(5);
    const used = await ticketFor(person, "cohort", slug);
    await pause(5);
    const open = async (ticket: typeof used) =>
      new RoomClient((await knock(path, ticket)).webSocket as WebSocket, `cohort/${slug}`);
    const first = await open(used);
    await evictDurableObject(stub);
    expect(await (await open(early)).end()).toBe(4401);
    const later = await open(await ticketFor(person, "cohort", slug));
    for (const client of [first, later]) {
      client.hello();
      await client.next("snap");
    }
  });

  it("writes once for a crowd that comes at once, and takes none of its tickets again after a fall", async () => {
    const { person, slug, path, stub } = await stage();
    const people = [person, ...(await Promise.all(Array.from({ length: 9 }, () => join())))];
    const tickets = await Promise.all(people.map((one) => ticketFor(one, "cohort", slug)));
    const bounds = new Set<unknown>();
    const clients: RoomClient[] = [];
    for (const ticket of tickets) {
      const { webSocket } = await knock(path, ticket);
      clients.push(new RoomClient(webSocket as WebSocket, `cohort/${slug}`));
      bounds.add(
        await runInDurableObject(stub, (_, state) =>
          JSON.stringify(state.storage.sql.exec("select issued_until from used_tickets").toArray()),
        ),
      );
    }
    expect(bounds.size).toBeLessThanOrEqual(5);
    await evictDurableObject(stub, { webSockets: "close" });
    for (const ticket of tickets) {
      const { webSocket } = await knock(path, ticket);
      expect(await new RoomClient(webSocket as WebSocket, `cohort/${slug}`).end()).toBe(4401);
    }
  });

  it("takes five sockets of one person, and the sixth with 4429", async () => {
    const { person, slug } = await stage();
    const other = await join();
    const open = () => connect(person, "cohort", slug);
    const five = await Promise.all(Array.from({ length: 5 }, open));
    expect(await (await open()).end()).toBe(4429);
    await enter(other, "cohort", slug);
    five[0]?.leave();
    await five[0]?.end();
    await enter(person, "cohort", slug);
  });
});

describe("the protocol", () => {
  it("answers hello with welcome, then with the whole", async () => {
    const { person, slug } = await stage();
    const client = await connect(person, "cohort", slug);
    client.hello();
    const snap = await client.next("snap");
    expect(client.frames.map((frame) => frame.type).slice(0, 2)).toEqual(["welcome", "snap"]);
    expect(client.all("welcome")[0]).toMatchObject({
      id: "1",
      room: `cohort/${slug}`,
      heartbeatMs: 25_000,
    });
    expect(snap.members).toMatchObject([{ alias: person.alias, status: "online" }]);
    expect(snap.members[0]?.handle).toBe(client.all("welcome")[0]?.handle);
    expect(client.texts.join()).not.toMatch(/(user|vis|sess)_/);
  });

  it("answers a heartbeat without waking the room", async () => {
    const { person, slug, stub } = await stage();
    const client = await enter(person, "cohort", slug);
    await evictDurableObject(stub);
    client.send("p");
    await expect.poll(() => client.texts.at(-1)).toBe("P");
  });

  it("answers sync with the whole, and a topic that is not here with err", async () => {
    const { person, slug } = await stage();
    const client = await enter(person, "cohort", slug);
    client.say("sync", { t: client.topic });
    await client.next("snap", 2);
    client.say("sync", { t: "cohort/geo-101" });
    expect(await client.next("err")).toEqual({ code: "unknown_topic" });
  });

  it("wants hello first", async () => {
    const { person, slug } = await stage();
    const client = await connect(person, "cohort", slug);
    client.say("set", { n: 1, status: "away" });
    expect(await client.next("err")).toEqual({ code: "hello_first" });
  });

  it.each([
    ["no JSON", "{", "malformed"],
    ["no frame", "{}", "malformed"],
    ["a wrong body", '["set",{"n":"1"}]', "malformed"],
    ["binary", new ArrayBuffer(4), "malformed"],
    ["5 KB", `["set","${"x".repeat(5_000)}"]`, "too_large"],
  ])("answers %s with err and does nothing else", async (_, message, code) => {
    const { person, slug } = await stage();
    const client = await enter(person, "cohort", slug);
    await client.next("snap");
    const before = client.frames.length;
    client.send(message);
    expect(await client.next("err")).toEqual({ code });
    client.send('["later",{"any":1}]');
    await pause();
    expect(client.frames).toHaveLength(before + 1);
    expect(client.closed).toBeNull();
  });

  it("takes 16 messages at once, refuses two more with a time to retry, closes with 4429", async () => {
    const { person, slug } = await stage();
    const quiet = await enter(await join(), "cohort", slug);
    const client = await enter(person, "cohort", slug);
    for (let n = 0; n < 18; n++) client.say("sync", { t: client.topic });
    expect(await client.end()).toBe(4429);
    expect(client.all("snap")).toHaveLength(16);
    const refused = client.all("err");
    expect(refused.map((body) => body.code)).toEqual(["rate", "rate"]);
    expect(refused[0]?.retryMs).toBeGreaterThan(0);
    quiet.say("set", { n: 1, status: "away" });
    expect(await quiet.next("ok")).toEqual({ n: 1 });
  });

  it("does not count acks", async () => {
    const { person, slug } = await stage();
    const client = await enter(person, "cohort", slug);
    for (let q = 0; q < 200; q++) client.say("ack", { t: client.topic, e: "e", q });
    client.say("set", { n: 1, status: "online" });
    expect(await client.next("ok")).toEqual({ n: 1 });
    expect(client.all("err")).toEqual([]);
  });
});
