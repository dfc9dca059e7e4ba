/** Inboxes on a real database: each event once, pages, and reading what was seen. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCohortStage } from "#tests/support/cohort-stage.ts";
import { inboxReact } from "#workers/features/inbox/inbox.events.ts";
import { inboxRouter } from "#workers/features/inbox/inbox.router.ts";
import type { Member } from "#workers/platform/actor.ts";
import { createCallerFactory } from "#workers/platform/trpc.ts";

const stage = createCohortStage();
const { clock, context, join, inviteJoined } = stage;
beforeAll(stage.start);
afterAll(stage.stop);

const caller = createCallerFactory(inboxRouter);
const as = (actor: Member) => caller(context({ actor }).ctx);

async function told(person: Member, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    clock.advance(1_000);
    await inboxReact(context().ctx, inviteJoined(await join(), person.userId)).catch(() => {});
  }
}

describe("an inbox", () => {
  it("holds an event once, however often it is delivered", async () => {
    const [person, invitee] = [await join(), await join()];
    const event = inviteJoined(invitee, person.userId);
    for (let i = 0; i < 3; i++) await inboxReact(context().ctx, event).catch(() => {});
    const { unread, items } = await as(person).list({});
    expect([unread, items.map(({ type }) => type)]).toEqual([1, ["invite_joined"]]);
    expect(items[0]?.at).toBe(event.occurredAt);
  });

  it("is one's own", async () => {
    const [one, other] = [await join(), await join()];
    await told(one, 2);
    expect((await as(other).list({})).items).toEqual([]);
    expect(await as(other).markRead({ until: clock.now() })).toEqual({ status: "read", count: 0 });
    expect((await as(one).list({})).unread).toBe(2);
  });

  it("comes in pages, newest first, each notice once", async () => {
    const person = await join();
    await told(person, 23);
    const first = await as(person).list({});
    expect([first.items.length, first.unread]).toEqual([20, 23]);
    const next = await as(person).list({ cursor: first.nextCursor ?? "" });
    expect([next.items.length, next.nextCursor]).toEqual([3, null]);
    const all = [...first.items, ...next.items];
    expect(new Set(all.map(({ id }) => id)).size).toBe(23);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => b - a));
  });

  it("keeps unread what came after what was seen, and takes the same word twice", async () => {
    const person = await join();
    await told(person, 2);
    const [seen] = (await as(person).list({})).items;
    await told(person, 1);
    const until = seen?.at ?? 0;
    expect(await as(person).markRead({ until })).toEqual({ status: "read", count: 2 });
    expect(await as(person).markRead({ until })).toEqual({ status: "read", count: 0 });
    const { unread, items } = await as(person).list({});
    expect([unread, items.map(({ read }) => read)]).toEqual([1, [false, true, true]]);
  });

  it("costs one round trip to read, and one to mark", async () => {
    const { ctx, roundTrips } = context({ actor: await join() });
    await caller(ctx).list({});
    expect(roundTrips.count).toBe(1);
    await caller(ctx).markRead({ until: clock.now() });
    expect(roundTrips.count).toBe(2);
  });
});
