/** The feed's news in workerd: to both leaves of a split subject, and reactions in one frame a tick. */
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import type { DomainEvent } from "#shared/events.ts";
import { rootStub, Visitor } from "#tests/support/presence-stage.ts";
import { enter, join, makeCohort, pause } from "#tests/support/room-stage.ts";
import { spreadHandle } from "#tests/support/spread-handle.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { reactions, subscriptions } from "#workers/event-handlers.ts";
import { activityReact } from "#workers/features/activity/activity.events.ts";
import { activityIdOf } from "#workers/features/activity/activity-writes.repo.ts";
import { setReaction } from "#workers/features/activity/set-reaction.ts";
import type { Member } from "#workers/platform/actor.ts";
import { parseEnv } from "#workers/platform/env.ts";
import { durableRooms } from "#workers/platform/rooms.ts";

const patience = { timeout: 12_000, interval: 100 };

function context(actor?: Member) {
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

function completed(who: Member): DomainEvent {
  const { ctx } = context();
  const run = { runId: ctx.ids.next("run"), deckId: "phys-motion", durationMs: 60_000 };
  const props = { ...run, subject: "physics", score: 4, total: 5, flagged: false } as const;
  return ctx.events.fact("deck.completed", { ...who, props });
}

async function react(actor: Member, event: DomainEvent, kind: "heart" | "star" | null) {
  const { ctx, settle } = context(actor);
  const answer = await setReaction(ctx, { id: activityIdOf(event.eventId), kind });
  await settle();
  return answer;
}

it("an item and its reactions reach the viewers in both leaves of a split subject", async () => {
  const visitors = Array.from({ length: 10 }, (_, i) => new Visitor("physics", spreadHandle(i)));
  for (const visitor of visitors) await visitor.come();
  const topics = () => new Set(visitors.map(({ client }) => client?.topic));
  await expect
    .poll(async () => {
      await Promise.all(visitors.map((visitor) => visitor.obey()));
      const { entries } = await rootStub("physics").directory();
      return [entries.length, topics().size];
    }, patience)
    .toEqual([2, 2]);
  await Promise.all(visitors.map(({ client }) => client?.next("welcome")));
  const [author, fan] = [await join(), await join()];
  const event = completed(author);
  for (let delivery = 0; delivery < 2; delivery++) await activityReact(context().ctx, event);
  const id = activityIdOf(event.eventId);
  const heard = (client: Visitor["client"]) =>
    client?.all("ev").flatMap(({ items }) => items.map((item) => item.id));
  for (const { client } of visitors) {
    await expect.poll(() => heard(client), patience).toContain(id);
  }
  expect((await react(fan, event, "heart")).counts).toEqual({ heart: 1 });
  for (const { client } of visitors) {
    await expect
      .poll(() => client?.all("rx"), patience)
      .toEqual([{ ev: id, counts: { heart: 1 }, v: 1 }]);
  }
});

it("twenty reactions of a moment are a few frames, and the last has them all", async () => {
  const [author, watcher] = [await join(), await join()];
  const { slug } = await makeCohort([author, watcher], "physics");
  const here = await enter(watcher, "cohort", slug);
  await here.next("snap");
  const event = completed(author);
  await activityReact(context().ctx, event);
  await here.next("ev");
  const fans = await Promise.all(Array.from({ length: 20 }, () => join()));
  const begun = Date.now();
  await Promise.all(fans.map((fan) => react(fan, event, "star")));
  await expect.poll(() => here.all("rx").at(-1)?.counts).toEqual({ star: 20 });
  const ticks = Math.ceil((Date.now() - begun) / 250) + 1;
  expect(here.all("rx").length).toBeLessThanOrEqual(ticks);
  expect(here.all("rx").length).toBeLessThan(20);
  const versions = here.all("rx").map(({ v }) => v);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
});

it("a late word of older counts changes nothing in the room", async () => {
  const [author, fan] = [await join(), await join()];
  const { slug } = await makeCohort([author, fan], "physics");
  const here = await enter(author, "cohort", slug);
  await here.next("snap");
  const event = completed(author);
  await activityReact(context().ctx, event);
  await react(fan, event, "heart");
  await react(fan, event, null);
  await expect.poll(() => here.all("rx").at(-1)).toMatchObject({ v: 2, counts: {} });
  const frames = here.all("rx").length;
  const ev = activityIdOf(event.eventId);
  const room = durableRooms(parseEnv(env)).get<{ react(news: object[]): Promise<void> }>(
    "COHORT_ROOM",
    slug,
  );
  await room.react([{ ev, counts: { heart: 1 }, v: 1 }]);
  await pause(400);
  expect(here.all("rx")).toHaveLength(frames);
});
