/** What rooms show of people who changed: a new alias, a guardian's yes, somebody who hides. */
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { reduceCohort, startCohort } from "#app/live/room-state.ts";
import { pointsTotals } from "#db/schema/leaderboards.ts";
import { toUuid } from "#shared/ids.ts";
import { boardName, periodStart } from "#shared/protocol/room-names.ts";
import {
  enter,
  join,
  knock,
  makeCohort,
  pause,
  RoomClient,
  stageDb,
} from "#tests/support/room-stage.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { reactions, subscriptions } from "#workers/event-handlers.ts";
import { changeAlias } from "#workers/features/people/change-alias.ts";
import { setVisibility } from "#workers/features/people/set-visibility.ts";
import { issueRoomTicket } from "#workers/features/realtime/issue-room-ticket.ts";
import type { Member } from "#workers/platform/actor.ts";
import { parseEnv } from "#workers/platform/env.ts";
import { durableRooms } from "#workers/platform/rooms.ts";

function context(actor?: Member) {
  const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl = "", ...config } = parseEnv(env);
  return createTestContext({
    database: { databaseUrl, proxyUrl },
    nowMs: Date.now(),
    rooms: durableRooms(parseEnv(env)),
    reactions,
    subscriptions,
    config: { TICKET_SECRET: config.TICKET_SECRET },
    ...(actor ? { actor } : {}),
  });
}

/** What a browser shows that has heard these frames. */
function shown(client: RoomClient) {
  let state = startCohort({ members: [] });
  for (const frame of client.frames) state = reduceCohort(state, frame).state;
  const statuses = state.members.map((row) => [row.alias, row.status] as const);
  return { ...state, statuses: Object.fromEntries(statuses) };
}

/** Enters by a ticket that the Worker itself gave. */
async function comeIn(actor: Member, slug: string) {
  const { ctx } = context(actor);
  const { path, protocols } = await issueRoomTicket(ctx, { room: "cohort", name: slug });
  const { webSocket } = await knock(path, protocols);
  if (!webSocket) throw new Error("no socket");
  const client = new RoomClient(webSocket, `cohort/${slug}`);
  client.hello();
  await client.next("welcome");
  return client;
}

async function change<T>(
  actor: Member,
  work: (ctx: ReturnType<typeof context>["ctx"]) => Promise<T>,
) {
  const { ctx, settle } = context(actor);
  const done = await work(ctx);
  await settle();
  return done;
}

it("a new alias reaches the other browser's member list, on names older than it never", async () => {
  const [one, other] = [await join(), await join()];
  const { slug } = await makeCohort([one, other]);
  const watching = await enter(other, "cohort", slug);
  await watching.next("snap");
  const { alias } = await change(one, changeAlias);
  await expect.poll(() => Object.keys(shown(watching).statuses)).toContain(alias);
  expect(Object.keys(shown(watching).statuses)).not.toContain(one.alias);
  const { alias: newest } = await change(one, changeAlias);
  await expect.poll(() => Object.keys(shown(watching).statuses)).toContain(newest);
  // A late word of the alias before changes nothing.
  const { handle = "" } = shown(watching).members.find((row) => row.alias === newest) ?? {};
  const rooms = context().ctx.rooms;
  const room = rooms.get<{ enlist(members: object[]): Promise<void> }>("COHORT_ROOM", slug);
  await room.enlist([{ handle, alias, aliasVersion: 2, joinedAt: 1 }]);
  await pause();
  expect(Object.keys(shown(watching).statuses)).toContain(newest);
  expect(watching.texts.join()).not.toMatch(/(user|vis)_/);
});

it("a new alias reaches a board without new points", async () => {
  const person = await join();
  const board = { subject: "algebra", period: "all_time" } as const;
  const start = periodStart("all_time", 0);
  await stageDb()
    .insert(pointsTotals)
    .values({
      ...board,
      visitorId: person.visitorId,
      periodStart: start,
      score: 999_999,
      reachedAt: new Date(),
      version: 1,
    });
  const name = boardName({ ...board, periodStart: start });
  const watching = await enter(await join(), "leaderboard", name);
  const names = () => (watching.all("lb").at(-1)?.top ?? []).map((row) => row.alias);
  await expect.poll(names).toContain(person.alias);
  const { alias } = await change(person, changeAlias);
  await expect.poll(names).toContain(alias);
  expect(names()).not.toContain(person.alias);
});

it("a child is on no list before the guardian's yes, and on them with it", async () => {
  const [other, child] = [await join(), await join({ guardianState: "pending", minor: true })];
  const { slug } = await makeCohort([other, child]);
  const watching = await enter(other, "cohort", slug);
  await watching.next("snap");
  expect(Object.keys(shown(watching).statuses)).toEqual([other.alias]);
  await stageDb().execute(sql`update users set guardian_state = 'consented'
    where id = ${toUuid(child.userId)}`);
  const { ctx, settle } = context();
  const { userId, visitorId } = child;
  const event = ctx.events.fact("person.admitted", { userId, visitorId, props: {} });
  await reactions["cohorts"]?.(ctx, event);
  await settle();
  await expect.poll(() => Object.keys(shown(watching).statuses)).toContain(child.alias);
});

it("somebody who hides counts no longer within seconds, and an older ticket brings nobody back", async () => {
  const [one, other] = [await join(), await join()];
  const { slug } = await makeCohort([one, other]);
  const hiding = await comeIn(one, slug);
  const watching = await comeIn(other, slug);
  await expect.poll(() => shown(watching).statuses[one.alias]).toBe("online");
  const early = await issueRoomTicket(context(one).ctx, { room: "cohort", name: slug });
  await pause(5);
  await change(one, (ctx) => setVisibility(ctx, { invisible: true }));
  expect(await hiding.end()).toBe(4401);
  await expect.poll(() => shown(watching).statuses[one.alias]).toBe("offline");
  expect(shown(watching).here).toBe(1);
  const { webSocket } = await knock(early.path, early.protocols);
  if (!webSocket) throw new Error("no socket");
  expect(await new RoomClient(webSocket, `cohort/${slug}`).end()).toBe(4401);
  const again = await comeIn(one, slug);
  await again.next("snap");
  await pause();
  expect(shown(again).members).toHaveLength(2);
  expect(shown(watching)).toMatchObject({ here: 1, statuses: { [one.alias]: "offline" } });
  await change(one, (ctx) => setVisibility(ctx, { invisible: false }));
  expect(await again.end()).toBe(4401);
  await comeIn(one, slug);
  await expect.poll(() => shown(watching).here).toBe(2);
});

it("a ticket whose rights were read before a change lets nobody in, however late it was given", async () => {
  const one = await join();
  const { slug } = await makeCohort([one]);
  const { ctx, clock } = context(one);
  const execute = async (query: Parameters<typeof ctx.db.execute>[0]) => {
    const answer = await ctx.db.execute(query);
    await change(one, (then) => setVisibility(then, { invisible: true }));
    await pause(5);
    clock.set(Date.now());
    return answer;
  };
  const db = Object.create(ctx.db, { execute: { value: execute } });
  const late = await issueRoomTicket({ ...ctx, db }, { room: "cohort", name: slug });
  const { webSocket } = await knock(late.path, late.protocols);
  if (!webSocket) throw new Error("no socket");
  expect(await new RoomClient(webSocket, `cohort/${slug}`).end()).toBe(4401);
});
