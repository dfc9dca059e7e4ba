/** A subject with small leaves (target 5, split 8): growth, split, moves, joining, evictions. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import type { PresenceSubject } from "#shared/protocol/room-names.ts";
import { leafStub, rootStub, socketsOf, Visitor } from "#tests/support/presence-stage.ts";
import { connect, pause } from "#tests/support/room-stage.ts";
import { spreadHandle } from "#tests/support/spread-handle.ts";
import type { PresenceRootApi } from "#workers/features/presence/presence-api.ts";

const patience = { timeout: 12_000, interval: 100 };

async function grow(subject: PresenceSubject, size: number, from = 0): Promise<Visitor[]> {
  const visitors = Array.from(
    { length: size },
    (_, index) => new Visitor(subject, spreadHandle(from + index)),
  );
  for (const visitor of visitors) await visitor.come();
  return visitors;
}

/** Everybody goes where they are sent until that many are counted, by root and each browser. */
async function settled(subject: PresenceSubject, visitors: readonly Visitor[], leaves: number) {
  const here = new Set(visitors.map(({ handle }) => handle)).size;
  await expect
    .poll(async () => {
      await Promise.all(visitors.map((visitor) => visitor.obey()));
      const [totals, directory] = [
        await rootStub(subject).view(),
        await rootStub(subject).directory(),
      ];
      return { n: totals.n, leaves: directory.entries.length };
    }, patience)
    .toEqual({ n: here, leaves });
}

const leavesOf = async (subject: PresenceSubject) =>
  (await rootStub(subject).directory()).entries.map(({ leaf }) => leaf).sort();

describe("a subject that grows", () => {
  it("splits at 8: both leaves hold sockets, each person is counted once, tabs meet", async () => {
    const visitors = await grow("algebra", 7);
    await settled("algebra", visitors, 1);
    const more = await grow("algebra", 3, 7);
    const secondTab = new Visitor("algebra", spreadHandle(1));
    await secondTab.come();
    const all = [...visitors, ...more, secondTab];
    await settled("algebra", all, 2);
    await expect
      .poll(async () => {
        await Promise.all(all.map((visitor) => visitor.obey()));
        return Promise.all((await leavesOf("algebra")).map((leaf) => socketsOf("algebra", leaf)));
      }, patience)
      .toEqual([5, 6]);
    const tab = visitors.find(({ handle }) => handle === spreadHandle(1));
    expect(tab?.client?.topic).toBe(secondTab.client?.topic);
    expect((await rootStub("algebra").view()).n).toBe(10);
    expect(all.reduce((sum, { moves }) => sum + moves, 0)).toBeLessThanOrEqual(8);
  });

  it("tells every leaf's sockets the count of all", async () => {
    const visitors = await grow("geometry", 10);
    await settled("geometry", visitors, 2);
    await expect
      .poll(async () => {
        await Promise.all(visitors.map((visitor) => visitor.obey()));
        const counts = visitors.map(({ client }) => {
          const words = (client?.frames ?? []).flatMap((frame) =>
            frame.type === "snap" || frame.type === "occ" || frame.type === "diff"
              ? frame.body
              : [],
          );
          return words.at(-1)?.n;
        });
        return [...new Set(counts)];
      }, patience)
      .toEqual([10]);
  });
});

describe("a subject that shrinks", () => {
  it("joins siblings that fit into one leaf together; those who stay are counted once", async () => {
    const visitors = await grow("biology", 9);
    await settled("biology", visitors, 2);
    await expect
      .poll(async () => {
        await Promise.all(visitors.map((visitor) => visitor.obey()));
        const leaves = await leavesOf("biology");
        const held = await Promise.all(leaves.map((leaf) => socketsOf("biology", leaf)));
        return held.every((count) => count > 0);
      }, patience)
      .toBe(true);
    for (const visitor of visitors.slice(4)) visitor.leave();
    const stay = visitors.slice(0, 4);
    // Who is heard to leave only after the clock was moved would be held back from there on.
    const open = async () => {
      const leaves = await leavesOf("biology");
      const held = await Promise.all(leaves.map((leaf) => socketsOf("biology", leaf)));
      return held.reduce((sum, count) => sum + count, 0);
    };
    await expect.poll(open, patience).toBe(4);
    await pause(100);
    const later = { now: () => Date.now() + 31_000 };
    for (const leaf of await leavesOf("biology")) {
      await runInDurableObject(leafStub("biology", leaf), (room) => {
        room.clock = later;
      });
      await runDurableObjectAlarm(leafStub("biology", leaf));
    }
    await pause(1_200);
    // For the root, nobody can be on the way any more.
    await runInDurableObject(rootStub("biology"), (root) => {
      root.clock = { now: () => Date.now() + 170_000 };
    });
    await runDurableObjectAlarm(rootStub("biology"));
    await settled("biology", stay, 1);
    const [only] = await leavesOf("biology");
    await expect
      .poll(async () => {
        await Promise.all(stay.map((visitor) => visitor.obey()));
        return socketsOf("biology", only ?? 0);
      }, patience)
      .toBe(4);
    // The leaf that let go says so with its next report.
    await expect.poll(async () => (await rootStub("biology").view()).n, patience).toBe(4);
  });
});

describe("evictions", () => {
  it("keep the count: a leaf's from its sockets, the root's from its leaves", async () => {
    const visitors = await grow("chemistry", 10);
    await settled("chemistry", visitors, 2);
    const leaves = await leavesOf("chemistry");
    await evictDurableObject(leafStub("chemistry", leaves[0] ?? 0));
    await settled("chemistry", visitors, 2);
    await evictDurableObject(rootStub("chemistry"));
    expect((await rootStub("chemistry").view()).n).toBe(10);
    expect((await rootStub("chemistry").directory()).entries).toHaveLength(2);
  });
});

describe("reports", () => {
  it("count once when doubled, and not at all when late", async () => {
    const visitors = await grow("physics", 3);
    await settled("physics", visitors, 1);
    const root = rootStub("physics");
    const old = await leafStub("physics", 1).reportNow();
    const newer = await leafStub("physics", 1).reportNow();
    const has = { born: 0, version: 0 };
    await root.report({ ...newer, n: 2 }, has);
    await root.report({ ...newer, n: 2 }, has);
    await root.report({ ...old, n: 9 }, has);
    expect((await root.view()).n).toBe(2);
  });
});

/** What is sent to the root next does not come there. */
async function loseReports(subject: PresenceSubject, count: number): Promise<() => number> {
  let lost = 0;
  await runInDurableObject(rootStub(subject), (room) => {
    const kind = Object.getPrototypeOf(room) as PresenceRootApi;
    const { report } = kind;
    kind.report = function (this: PresenceRootApi, ...words) {
      if (lost >= count) return report.apply(this, words);
      lost += 1;
      throw new Error("lost on the way");
    };
  });
  return () => lost;
}

describe("a lost report", () => {
  it("is followed by another one: the count is right without a further change", async () => {
    const visitors = await grow("reading", 2);
    await settled("reading", visitors, 1);
    const lost = await loseReports("reading", 2);
    const more = await grow("reading", 1, 2);
    await expect.poll(lost, patience).toBe(2);
    await settled("reading", [...visitors, ...more], 1);
    expect((await rootStub("reading").view()).n).toBe(3);
  });
});

describe("watching", () => {
  it("brings a watched person's change from another leaf at once", async () => {
    const visitors = await grow("reading", 10);
    await settled("reading", visitors, 2);
    await expect
      .poll(async () => {
        await Promise.all(visitors.map((visitor) => visitor.obey()));
        return new Set(visitors.map(({ client }) => client?.topic)).size;
      }, patience)
      .toBe(2);
    const [watcher, watched] = [visitors[0], visitors[1]];
    await watcher?.client?.next("welcome");
    watcher?.client?.say("watch", { handles: [watched?.handle ?? ""] });
    await pause(300);
    const begun = Date.now();
    watched?.client?.say("set", { n: 1, status: "in_quiz", act: "deck" });
    await expect
      .poll(
        () =>
          watcher?.client
            ?.all("diff")
            .filter(({ t }) => t.endsWith("#watched"))
            .at(-1)?.upd,
        patience,
      )
      .toMatchObject([{ handle: watched?.handle, status: "in_quiz", act: "deck" }]);
    expect(Date.now() - begun).toBeLessThan(1_000);
  });
});

describe("an invisible person", () => {
  it("is counted and seen nowhere", async () => {
    const [visible] = await grow("vocabulary", 1);
    const ghost = await connect(
      { visitorId: newId("vis", Date.now()) },
      "presence",
      "vocabulary:1",
      { handle: spreadHandle(5), isMember: false },
    );
    ghost.hello();
    const snap = await ghost.next("snap");
    expect(snap.n).toBe(1);
    ghost.say("set", { n: 1, status: "studying" });
    await ghost.next("ok");
    await pause(200);
    expect(visible?.client?.texts.join()).not.toContain(spreadHandle(5));
    expect((await rootStub("vocabulary").view()).n).toBe(1);
  });
});

describe("abuse of a leaf", () => {
  it("gets its code, and the others are served", async () => {
    const [quiet, flooding] = await grow("sat_math", 2);
    await flooding?.client?.next("snap");
    flooding?.client?.send("{");
    flooding?.client?.send(`["set","${"x".repeat(5_000)}"]`);
    flooding?.client?.send('["watch",{"handles":[1]}]');
    flooding?.client?.send('["later",{}]');
    flooding?.client?.say("sync", { t: "presence/algebra:1" });
    for (let n = 1; n <= 8; n++) flooding?.client?.say("set", { n, status: "online" });
    expect(await flooding?.client?.end()).toBe(4429);
    const codes = flooding?.client?.all("err").map(({ code }) => code);
    expect(codes).toEqual(["malformed", "too_large", "malformed", "unknown_topic", "rate", "rate"]);
    expect(flooding?.client?.all("ok")).toHaveLength(5);
    quiet?.client?.say("set", { n: 1, status: "studying" });
    expect(await quiet?.client?.next("ok")).toEqual({ n: 1 });
  });

  it("is closed with 4409 where the person does not belong there", async () => {
    const place = ["presence", "lobby:7"] as const;
    const person = { visitorId: newId("vis", Date.now()) };
    const client = await connect(person, ...place, { handle: spreadHandle(1), isMember: true });
    client.hello();
    expect(await client.end()).toBe(4409);
    expect((await rootStub("lobby").view()).n).toBe(0);
  });
});
