/** The doors of presence leaves under abuse, a leaf that slept, and a storm of a hundred. */
import { evictDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { backoffMs } from "#app/live/backoff.ts";
import { newId } from "#shared/ids.ts";
import { boardName } from "#shared/protocol/room-names.ts";
import { leafStub, rootStub, Visitor } from "#tests/support/presence-stage.ts";
import { connect, enter, knock, pause, RoomClient, ticketFor } from "#tests/support/room-stage.ts";
import { spreadHandle } from "#tests/support/spread-handle.ts";

const person = () => ({ visitorId: newId("vis", Date.now()) });
const patience = { timeout: 12_000, interval: 100 };

describe("a leaf's door", () => {
  const name = "geometry:1";
  const path = `/ws/presence/${name}`;

  it("refuses what is forged, expired, or made for another room or leaf", async () => {
    const quiet = await enter(person(), "presence", name, { handle: spreadHandle(0) });
    const refused: [string, string[]][] = [
      ["none", ["vr.v1"]],
      ["forged", await ticketFor(person(), "presence", name, { secret: "x".repeat(48) })],
      ["expired", await ticketFor(person(), "presence", name, { issuedAt: Date.now() - 60_000 })],
      ["another leaf", await ticketFor(person(), "presence", "geometry:2")],
      ["another room", await ticketFor(person(), "cohort", "alg-101")],
    ];
    for (const [what, protocols] of refused) {
      expect([what, (await knock(path, protocols)).status]).toEqual([what, 401]);
    }
    const good = await ticketFor(person(), "presence", name);
    expect((await knock(path, good, { Origin: "https://evil.example" })).status).toBe(403);
    quiet.say("set", { n: 1, status: "studying" });
    expect(await quiet.next("ok")).toEqual({ n: 1 });
  });

  it("closes a replayed ticket with 4401, also after the leaf slept", async () => {
    const ticket = await ticketFor(person(), "presence", name, { handle: spreadHandle(1) });
    const open = async () =>
      new RoomClient((await knock(path, ticket)).webSocket as WebSocket, `presence/${name}`);
    const first = await open();
    expect(await (await open()).end()).toBe(4401);
    await evictDurableObject(leafStub("geometry", 1));
    expect(await (await open()).end()).toBe(4401);
    first.hello();
    await first.next("snap");
  });
});

describe("a leaf that slept soon after a split", () => {
  it("counts its people at once: it asks no other leaf for them again", async () => {
    const visitors = Array.from(
      { length: 10 },
      (_, index) => new Visitor("physics", spreadHandle(index)),
    );
    for (const visitor of visitors) await visitor.come();
    await expect
      .poll(async () => {
        await Promise.all(visitors.map((visitor) => visitor.obey()));
        const { entries } = await rootStub("physics").directory();
        const held = entries.map(({ leaf }) => leafStub("physics", leaf).reportNow());
        return (await Promise.all(held)).map(({ n }) => n);
      }, patience)
      .toEqual([5, 5]);
    const { entries } = await rootStub("physics").directory();
    for (const { leaf } of entries) await evictDurableObject(leafStub("physics", leaf));
    const woken = await Promise.all(
      entries.map(({ leaf }) => leafStub("physics", leaf).reportNow()),
    );
    expect(woken.map(({ n }) => n)).toEqual([5, 5]);
  });
});

describe("a storm", () => {
  it("brings a hundred dropped sockets back by the client's own backoff, each with a new ticket", async () => {
    const board = { subject: "geometry", period: "all_time", periodStart: "1970-01-01" } as const;
    const place = ["leaderboard", boardName(board)] as const;
    const people = Array.from({ length: 100 }, person);
    const jtis: string[] = [];
    const come = (one: ReturnType<typeof person>) => {
      const jti = newId("tkt", Date.now());
      jtis.push(jti);
      return connect(one, ...place, { jti });
    };
    const clients = await Promise.all(people.map(come));
    for (const client of clients) client.leave();
    const begun = Date.now();
    const back = await Promise.all(
      people.map(async (one, index) => {
        await pause(backoffMs(1, index / people.length));
        const client = await come(one);
        client.hello();
        await client.next("welcome");
        return client;
      }),
    );
    expect(Date.now() - begun).toBeLessThan(30_000);
    expect(back.every(({ closed }) => closed === null)).toBe(true);
    expect(new Set(jtis).size).toBe(200);
  });
});
