/** Presence without WebSockets, and for who hides: the same numbers through every door. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { PresenceSubject } from "#shared/protocol/room-names.ts";
import { parseServerFrame, type ServerFrame } from "#shared/protocol/server-frames.ts";
import { leafStub, rootStub } from "#tests/support/presence-stage.ts";
import { join, knock, pause, RoomClient } from "#tests/support/room-stage.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { createCaller } from "#workers/app-router.ts";
import { reactions, subscriptions } from "#workers/event-handlers.ts";
import { setVisibility } from "#workers/features/people/set-visibility.ts";
import { issueRoomTicket } from "#workers/features/realtime/issue-room-ticket.ts";
import { openRoomStream } from "#workers/features/realtime/open-room-stream.ts";
import type { Member } from "#workers/platform/actor.ts";
import { parseEnv } from "#workers/platform/env.ts";
import { durableRooms } from "#workers/platform/rooms.ts";
import { toAppError } from "#workers/platform/trpc.ts";

function context(actor: Member) {
  const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl = "", ...config } = parseEnv(env);
  return createTestContext({
    database: { databaseUrl, proxyUrl },
    nowMs: Date.now(),
    rooms: durableRooms(parseEnv(env)),
    reactions,
    subscriptions,
    config: { TICKET_SECRET: config.TICKET_SECRET },
    actor,
  });
}

const doors = (actor: Member) => createCaller(context(actor).ctx).presence;

async function comeIn(actor: Member, subject: PresenceSubject): Promise<RoomClient> {
  const { ctx } = context(actor);
  const { path, protocols } = await issueRoomTicket(ctx, { room: "presence", name: subject });
  const { webSocket } = await knock(path, protocols);
  if (!webSocket) throw new Error("no socket");
  const client = new RoomClient(webSocket, path.replace("/ws/", ""));
  client.hello();
  await client.next("snap");
  return client;
}

async function setHidden(actor: Member, invisible: boolean): Promise<void> {
  const { ctx, settle } = context(actor);
  await setVisibility(ctx, { invisible });
  await settle();
}

/** What the socket was told last of how many are here. */
function counted(client: RoomClient): number | undefined {
  return client.frames
    .flatMap((frame) => (frame.type === "snap" || frame.type === "diff" ? frame.body : []))
    .at(-1)?.n;
}

/** Reads a stream's frames into a list until it ends. */
function listen(stream: ReadableStream<Uint8Array>) {
  const heard = { frames: [] as ServerFrame[], ids: [] as string[], ended: false };
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  const pump = async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line.startsWith("id: ")) heard.ids.push(line.slice(4));
        const reading = line.startsWith("data: ") && parseServerFrame(line.slice(6));
        if (reading && reading.status === "frame") heard.frames.push(reading.frame);
      }
    }
    heard.ended = true;
  };
  void pump();
  return { heard, stop: () => reader.cancel() };
}

describe("a ping", () => {
  it("counts in the same numbers as sockets, and once beside the person's own socket", async () => {
    const [socketed, pinging] = [await join(), await join()];
    const client = await comeIn(socketed, "algebra");
    expect(await doors(pinging).ping({ subject: "algebra", status: "online" })).toMatchObject({
      status: "counted",
    });
    await expect.poll(() => counted(client)).toBe(2);
    await doors(socketed).ping({ subject: "algebra", status: "in_quiz", act: "deck" });
    await expect
      .poll(async () => {
        const { n, by, acts } = await doors(socketed).view({ subject: "algebra" });
        return { n, by, acts };
      })
      .toEqual({
        n: 2,
        by: { in_quiz: 1, studying: 0, online: 1, away: 0 },
        acts: { deck: 1 },
      });
    const { handle, sample } = await doors(socketed).view({ subject: "algebra" });
    const own = sample.find((person) => person.handle === handle);
    expect(own).toMatchObject({ alias: socketed.alias, status: "in_quiz" });
    const { subjects } = await doors(pinging).list();
    expect(subjects.find(({ subject }) => subject === "algebra")?.n).toBe(2);
  });

  it("is a lease: it outlives its leaf's sleep, and ends after 75 s of silence", async () => {
    await doors(await join()).ping({ subject: "geometry", status: "studying" });
    await expect.poll(async () => (await rootStub("geometry").view()).n).toBe(1);
    await evictDurableObject(leafStub("geometry", 1));
    expect((await leafStub("geometry", 1).reportNow()).n).toBe(1);
    const wait = async (ms: number) => {
      await runInDurableObject(leafStub("geometry", 1), (leaf) => {
        leaf.clock = { now: () => Date.now() + ms };
      });
      await runDurableObjectAlarm(leafStub("geometry", 1));
    };
    await wait(74_000);
    expect((await leafStub("geometry", 1).reportNow()).n).toBe(1);
    await wait(76_000);
    // Somebody else keeps the leaf busy until the grace is over, too.
    await doors(await join()).ping({ subject: "geometry", status: "online" });
    await wait(86_500);
    expect((await leafStub("geometry", 1).reportNow()).n).toBe(1);
  });

  it("that says offline is a leave", async () => {
    const person = await join();
    await doors(person).ping({ subject: "biology", status: "online" });
    await doors(person).ping({ subject: "biology", status: "offline" });
    await runInDurableObject(leafStub("biology", 1), (leaf) => {
      leaf.clock = { now: () => Date.now() + 10_001 };
    });
    await doors(await join()).ping({ subject: "biology", status: "online" });
    await runDurableObjectAlarm(leafStub("biology", 1));
    expect((await leafStub("biology", 1).reportNow()).n).toBe(1);
  });

  it("counts nowhere for who is invisible or waits for a guardian", async () => {
    const hidden = await join();
    await setHidden(hidden, true);
    const child = await join({ guardianState: "pending" });
    for (const person of [hidden, child]) {
      const answer = await doors(person).ping({ subject: "physics", status: "online" });
      expect(answer).toMatchObject({ status: "watching", n: 0, sample: [] });
    }
  });

  it("is refused above the rate, and tells when to come again", async () => {
    const person = await join();
    const asked = Array.from({ length: 31 }, () =>
      doors(person)
        .view({ subject: "reading" })
        .then(
          () => null,
          (error: unknown) => toAppError(error),
        ),
    );
    const failures = (await Promise.all(asked)).filter((failure) => failure !== null);
    expect(failures.map(({ code }) => code)).toEqual(["RATE_LIMITED"]);
    expect(failures[0]?.retryAfterS).toBe(1);
  });
});

describe("a stream", () => {
  it("brings the socket's frames, is counted nowhere, and goes on from its last id", async () => {
    const [reader, other] = [await join(), await join()];
    const place = { room: "presence", name: "chemistry" } as const;
    const { ctx } = context(reader);
    const first = listen(await openRoomStream(ctx, place));
    await expect
      .poll(() => first.heard.frames.map(({ type }) => type))
      .toEqual(["welcome", "snap"]);
    await comeIn(other, "chemistry");
    await expect
      .poll(() => first.heard.frames.at(-1))
      .toMatchObject({ type: "diff", body: { n: 1 } });
    expect((await rootStub("chemistry").view()).n).toBe(1);
    await first.stop();
    await doors(await join()).ping({ subject: "chemistry", status: "online" });
    await pause(200);
    ctx.request.headers.set("last-event-id", first.heard.ids.at(-1) ?? "");
    const again = listen(await openRoomStream(ctx, place));
    await expect
      .poll(() => again.heard.frames)
      .toMatchObject([{ type: "welcome" }, { type: "diff", body: { n: 2 } }]);
    await again.stop();
  });

  it("ends with the room's close, so that the browser comes back with its rights as they are", async () => {
    const person = await join();
    const { ctx } = context(person);
    const { heard } = listen(await openRoomStream(ctx, { room: "presence", name: "sat_math" }));
    await expect.poll(() => heard.frames.length).toBe(2);
    await setHidden(person, true);
    await expect.poll(() => heard.ended).toBe(true);
  });

  it("is for signed-in people", async () => {
    const ask = (path: string) => knock(path, [], { Upgrade: undefined });
    expect((await ask("/api/presence/stream?subject=algebra")).status).toBe(401);
    expect((await ask("/api/presence/algebra")).status).toBe(401);
    expect((await ask("/api/realtime/stream?room=cohort&name=alg-101")).status).toBe(401);
    expect((await ask("/api/realtime/stream?room=kitchen&name=alg-101")).status).toBe(404);
  });
});

describe("who hides", () => {
  it("is gone from subject and lobby at once, by socket and ping, and old tickets count nobody", async () => {
    const [ghost, other] = [await join(), await join()];
    const watching = await comeIn(other, "vocabulary");
    const client = await comeIn(ghost, "vocabulary");
    await doors(ghost).ping({ subject: "vocabulary", status: "studying" });
    await doors(ghost).ping({ subject: "lobby", status: "online" });
    await expect.poll(() => counted(watching)).toBe(2);
    const { ctx } = context(ghost);
    const old = await issueRoomTicket(ctx, { room: "presence", name: "vocabulary" });
    await pause(5);
    const begun = Date.now();
    await setHidden(ghost, true);
    expect(await client.end()).toBe(4401);
    await expect.poll(() => counted(watching)).toBe(1);
    await expect.poll(async () => (await rootStub("lobby").view()).n).toBe(0);
    expect(Date.now() - begun).toBeLessThan(2_000);
    const { webSocket } = await knock(old.path, old.protocols);
    if (!webSocket) throw new Error("no socket");
    expect(await new RoomClient(webSocket, "presence/vocabulary:1").end()).toBe(4401);
    const back = await comeIn(ghost, "vocabulary");
    expect(counted(back)).toBe(1);
    await pause(5);
    await setHidden(ghost, false);
    expect(await back.end()).toBe(4401);
    await comeIn(ghost, "vocabulary");
    await expect.poll(() => counted(watching)).toBe(2);
  });
});
