/** Cohort rooms: who is here, seen by all; news once; nothing lost over a sleep or a wipe. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { hearFeed, startFeed } from "#app/live/feed-state.ts";
import { reduceCohort, startCohort } from "#app/live/room-state.ts";
import type { DomainEvent } from "#shared/events.ts";
import {
  cohortStub,
  enter,
  join,
  makeCohort,
  pause,
  type RoomClient,
} from "#tests/support/room-stage.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { activityReact } from "#workers/features/activity/activity.events.ts";
import { viewFeed } from "#workers/features/activity/view-feed.ts";
import { cohortsReact } from "#workers/features/cohorts/cohorts.events.ts";
import { joinCohort } from "#workers/features/cohorts/join-cohorts.ts";
import { viewCohort } from "#workers/features/cohorts/view-cohort.ts";
import type { Actor, Member } from "#workers/platform/actor.ts";
import { parseEnv } from "#workers/platform/env.ts";
import { durableRooms } from "#workers/platform/rooms.ts";

const reactions = { cohorts: cohortsReact };
const subscriptions = { "cohort.joined": ["cohorts"] };

function context(actor?: Actor) {
  const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl = "", ...config } = parseEnv(env);
  return createTestContext({
    database: { databaseUrl, proxyUrl },
    rooms: durableRooms(parseEnv(env)),
    reactions,
    subscriptions,
    config: { TICKET_SECRET: config.TICKET_SECRET },
    ...(actor ? { actor } : {}),
  });
}

function completed(person: Member): DomainEvent<"deck.completed"> {
  const { ctx } = context();
  const run = { runId: ctx.ids.next("run"), deckId: "alg-linear", durationMs: 60_000 };
  const props = { ...run, subject: "algebra", score: 4, total: 5, flagged: false } as const;
  return ctx.events.fact("deck.completed", { ...person, props });
}

let first: Member;
let second: Member;
let slug: string;
let stub: ReturnType<typeof cohortStub>;
beforeEach(async () => {
  [first, second] = [await join(), await join()];
  ({ slug } = await makeCohort([first, second]));
  stub = cohortStub(slug);
});

const later = (ms: number) =>
  runInDurableObject(stub, (room) => {
    room.clock = { now: () => Date.now() + ms };
  });

/** What a browser shows that has heard these frames. */
function shown(client: RoomClient) {
  let state = startCohort({ members: [] });
  for (const frame of client.frames) {
    const step = reduceCohort(state, frame);
    if (step.sync) throw new Error("a frame was missed");
    state = step.state;
  }
  const empty = startFeed({ items: [], nextCursor: null }, null);
  const { items } = client.frames.reduce(hearFeed, empty);
  const statuses = state.members.map((row) => [row.alias, row.status] as const);
  return { ...state, feed: items, statuses: Object.fromEntries(statuses) };
}

describe("presence", () => {
  it("shows two sockets each other: coming, going away, coming back", async () => {
    const here = await enter(first, "cohort", slug);
    await here.next("snap");
    expect(shown(here).statuses).toEqual({ [first.alias]: "online", [second.alias]: "offline" });
    const other = await enter(second, "cohort", slug);
    await expect.poll(() => shown(here).statuses[second.alias]).toBe("online");
    other.say("set", { n: 1, status: "away" });
    await expect.poll(() => shown(here).statuses[second.alias]).toBe("away");
    other.say("set", { n: 2, status: "online" });
    await expect.poll(() => shown(here).statuses[second.alias]).toBe("online");
    expect(shown(here).here).toBe(2);
    await expect.poll(() => shown(other).statuses).toEqual(shown(here).statuses);
    expect(here.all("snap")).toHaveLength(1);
  });

  it("counts a person with three tabs once, with the strongest status", async () => {
    const watcher = await enter(second, "cohort", slug);
    const tabs = [
      await enter(first, "cohort", slug),
      await enter(first, "cohort", slug),
      await enter(first, "cohort", slug),
    ] as const;
    tabs[0].say("set", { n: 1, status: "away" });
    tabs[1].say("set", { n: 1, status: "away" });
    await tabs[1].next("ok");
    await expect.poll(() => shown(watcher).here).toBe(2);
    expect(shown(watcher).statuses[first.alias]).toBe("online");
    tabs[2].say("set", { n: 1, status: "away" });
    await expect.poll(() => shown(watcher).statuses[first.alias]).toBe("away");
  });

  it("takes the set with the greater n, whatever comes late", async () => {
    const watcher = await enter(second, "cohort", slug);
    const here = await enter(first, "cohort", slug);
    here.say("set", { n: 5, status: "away" });
    here.say("set", { n: 4, status: "online" });
    await here.next("ok", 2);
    await expect.poll(() => shown(watcher).statuses[first.alias]).toBe("away");
  });

  it("holds a leave back for 10 s, and forgets it when the person is back", async () => {
    const watcher = await enter(second, "cohort", slug);
    const here = await enter(first, "cohort", slug);
    await expect.poll(() => shown(watcher).statuses[first.alias]).toBe("online");
    here.leave();
    await here.end();
    await later(9_000);
    await runDurableObjectAlarm(stub);
    await pause();
    expect(shown(watcher).statuses[first.alias]).toBe("online");
    const back = await enter(first, "cohort", slug);
    await later(20_000);
    await runDurableObjectAlarm(stub);
    await pause();
    expect(shown(watcher).statuses[first.alias]).toBe("online");
    await later(0);
    back.leave();
    await back.end();
    await later(11_000);
    await runDurableObjectAlarm(stub);
    await expect.poll(() => shown(watcher).statuses[first.alias]).toBe("offline");
    expect(watcher.all("diff").flatMap((body) => body.upd.map((row) => row.status))).toEqual([
      "online",
      "offline",
    ]);
  });

  it("shows a leave also when the room slept through the ten seconds", async () => {
    const watcher = await enter(second, "cohort", slug);
    const here = await enter(first, "cohort", slug);
    await expect.poll(() => shown(watcher).statuses[first.alias]).toBe("online");
    here.leave();
    await here.end();
    await evictDurableObject(stub);
    await later(11_000);
    await runDurableObjectAlarm(stub);
    await expect.poll(() => shown(watcher).statuses[first.alias]).toBe("offline");
  });

  it("shows nobody who only watches", async () => {
    const stranger = await join();
    const watcher = await enter(stranger, "cohort", slug, { isMember: false });
    const here = await enter(first, "cohort", slug);
    await here.next("snap");
    await expect.poll(() => shown(watcher).here).toBe(1);
    expect(here.texts.join()).not.toContain(stranger.alias);
  });

  it("wakes nobody with a lease check that finds everybody alive", async () => {
    const here = await enter(first, "cohort", slug);
    await here.next("snap");
    await evictDurableObject(stub);
    const frames = here.frames.length;
    await runDurableObjectAlarm(stub);
    await pause();
    expect(here.frames).toHaveLength(frames);
  });
});

describe("news", () => {
  it("brings a completed deck to everybody in the room, once for each event", async () => {
    const here = await enter(first, "cohort", slug);
    await here.next("snap");
    const event = completed(second);
    for (let delivery = 0; delivery < 3; delivery++) await activityReact(context().ctx, event);
    const { items } = await here.next("ev");
    expect(items).toMatchObject([
      { type: "quiz_completed", alias: second.alias, props: { score: 4, total: 5 } },
    ]);
    await pause();
    expect(here.all("ev")).toHaveLength(1);
    expect(shown(here).feed).toMatchObject(items);
  });

  it("shows somebody who joins to those who are there, without a reload", async () => {
    const here = await enter(first, "cohort", slug);
    await here.next("snap");
    const third = await join();
    const { ctx, settle } = context(third);
    expect(await joinCohort(ctx, { slug })).toEqual({ status: "joined" });
    await settle();
    await expect.poll(() => shown(here).statuses[third.alias]).toBe("offline");
    await enter(third, "cohort", slug);
    await expect.poll(() => shown(here).statuses[third.alias]).toBe("online");
  });

  it("names people as the page does: the room's handles are the view's", async () => {
    const here = await enter(first, "cohort", slug);
    const snap = await here.next("snap");
    await activityReact(context().ctx, completed(second));
    const { items } = await here.next("ev");
    const view = await viewCohort(context(first).ctx, { slug });
    const handles = (rows: readonly { handle: string }[]) => rows.map((row) => row.handle).sort();
    expect(handles(snap.members)).toEqual(handles(view.members));
    const feed = await viewFeed(context(first).ctx, { scope: { kind: "cohort", slug } });
    expect(feed.items).toMatchObject(items);
    expect(view.members.find((row) => row.you)?.handle).toBe(here.all("welcome")[0]?.handle);
  });
});

describe("a wiped room", () => {
  it("has its members from Postgres again, its sockets get the whole, and no news is lost", async () => {
    await activityReact(context().ctx, completed(first));
    const here = await enter(first, "cohort", slug);
    await here.next("snap");
    await runInDurableObject(stub, (_, state) => state.storage.deleteAll());
    await evictDurableObject(stub);
    await activityReact(context().ctx, completed(second));
    const snap = await here.next("snap", 2);
    // The room knows what it was told since; a page asks Postgres after each snapshot.
    expect(snap.feed).toMatchObject([{ alias: second.alias }]);
    const feed = await viewFeed(context(first).ctx, { scope: { kind: "cohort", slug } });
    expect(feed.items).toMatchObject([{ alias: second.alias }, { alias: first.alias }]);
    expect(shown(here).statuses).toEqual({ [first.alias]: "online", [second.alias]: "offline" });
  });
});

describe("a room whose secret was changed", () => {
  it("is rebuilt with the new handles, so that tickets and list fit again", async () => {
    await enter(first, "cohort", slug);
    await runInDurableObject(stub, (_, state) => {
      state.storage.sql.exec("update complete set handle_key = 'of another secret'");
      state.storage.sql.exec("update members set handle = 'old-' || handle");
    });
    await evictDurableObject(stub, { webSockets: "close" });
    const here = await enter(first, "cohort", slug);
    const snap = await here.next("snap");
    expect(snap.members.map((row) => row.handle)).toContain(here.all("welcome")[0]?.handle);
    expect(snap.members).toHaveLength(2);
  });
});
