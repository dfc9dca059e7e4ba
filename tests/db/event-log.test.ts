/** The event log and its deliveries: one transaction, at least once delivered, once applied. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DomainEvent } from "#shared/events.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { listDeadLetters, retryDeadLetter } from "#workers/features/operations/dead-letters.ts";
import { maxAttempts, retryDelayMs, sweepDeliveries } from "#workers/platform/event-delivery.ts";
import { commitWithEvents, deliveryLeaseMs } from "#workers/platform/event-log.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

let seen: string[];
let failing: boolean;
const reactions = {
  boards: async (_: unknown, event: DomainEvent) => {
    if (failing) throw new Error("room of someone@home.test is away");
    seen.push(event.eventId);
  },
};
const subscriptions = { "cohort.joined": ["boards"] };

function makeTest() {
  const test = createTestContext({ database, subscriptions, reactions });
  const { ctx } = test;
  const fact = () =>
    ctx.events.fact("cohort.joined", {
      visitorId: ctx.ids.next("vis"),
      loop: "buddy_challenge",
      linkId: ctx.ids.next("link"),
      props: { cohortId: ctx.ids.next("coh"), subject: "algebra" },
    });
  const sweep = () => sweepDeliveries(ctx, reactions);
  return { ...test, fact, sweep };
}

beforeEach(async () => {
  seen = [];
  failing = false;
  await makeTest().ctx.db.execute(sql`delete from event_deliveries`);
});

describe("commitWithEvents", () => {
  it("writes events and delivers them after the commit, in one round trip", async () => {
    const { ctx, roundTrips, fact, settle } = makeTest();
    const event = fact();
    const { written } = await commitWithEvents(ctx, [sql`select 1`], [{ event }]);
    expect(written).toEqual([event]);
    expect(roundTrips.count).toBe(1);
    await settle();
    expect(seen).toEqual([event.eventId]);
  });

  it("leaves out an event whose guard is false", async () => {
    const { ctx, fact, settle } = makeTest();
    const guarded = [
      { event: fact(), onlyIf: sql`1 = 2` },
      { event: fact(), onlyIf: sql`1 = 1` },
    ];
    const { written } = await commitWithEvents(ctx, [], guarded);
    await settle();
    expect(written.map((event) => event.eventId)).toEqual([guarded[1]?.event.eventId]);
    expect(seen).toEqual([guarded[1]?.event.eventId]);
  });

  it("writes nothing at all when a statement of the transaction fails", async () => {
    const { ctx, fact, settle } = makeTest();
    const event = fact();
    const broken = commitWithEvents(ctx, [sql`select 1 / 0`], [{ event }]);
    await expect(broken).rejects.toThrow();
    await settle();
    const rows = await ctx.db.execute(sql`select 1 from event_deliveries`);
    expect(rows.rows).toEqual([]);
    expect(seen).toEqual([]);
  });

  it("writes an event once, however often its statement is repeated", async () => {
    const { ctx, fact, settle } = makeTest();
    const event = fact();
    await commitWithEvents(ctx, [], [{ event }]);
    const { written } = await commitWithEvents(ctx, [], [{ event }]);
    await settle();
    expect(written).toEqual([]);
    expect(seen).toHaveLength(1);
  });
});

describe("sweepDeliveries", () => {
  it("delivers later, once, what failed at first", async () => {
    const { ctx, clock, fact, settle, sweep, logLines } = makeTest();
    failing = true;
    const event = fact();
    await commitWithEvents(ctx, [], [{ event }]);
    await settle();
    expect(await sweep()).toBe(0);
    failing = false;
    clock.advance(retryDelayMs(1));
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect(seen).toEqual([event.eventId]);
    expect(logLines.join()).not.toContain("home.test");
  });

  it("hands over the same event that was committed", async () => {
    const { ctx, clock, fact } = makeTest();
    const event = fact();
    await ctx.db.execute(ctx.events.write([{ event }]));
    clock.advance(deliveryLeaseMs);
    const got: DomainEvent[] = [];
    await sweepDeliveries(ctx, { boards: async (_, swept) => void got.push(swept) });
    expect(got).toEqual([event]);
  });

  it("leaves the writer its lease before it steps in", async () => {
    const { ctx, clock, fact, sweep } = makeTest();
    await ctx.db.execute(ctx.events.write([{ event: fact() }]));
    clock.advance(deliveryLeaseMs - 1);
    expect(await sweep()).toBe(0);
    clock.advance(1);
    expect(await sweep()).toBe(1);
  });

  it("gives each delivery to one of many parallel sweeps", async () => {
    const { ctx, clock, fact, sweep } = makeTest();
    const events = Array.from({ length: 30 }, fact);
    await ctx.db.execute(ctx.events.write(events.map((event) => ({ event }))));
    clock.advance(deliveryLeaseMs);
    await Promise.all([sweep(), sweep(), sweep(), sweep()]);
    expect(seen.toSorted()).toEqual(events.map((event) => event.eventId).toSorted());
  });

  it("gives up after the last attempt, lists the dead letter, and revives it when asked", async () => {
    const { ctx, clock, fact, settle, sweep } = makeTest();
    failing = true;
    const event = fact();
    await commitWithEvents(ctx, [], [{ event }]);
    await settle();
    for (let attempt = 1; attempt < maxAttempts; attempt++) {
      clock.advance(retryDelayMs(attempt));
      expect(await sweep()).toBe(1);
    }
    clock.advance(retryDelayMs(maxAttempts));
    expect(await sweep()).toBe(0);
    const { items, waiting } = await listDeadLetters(ctx, {});
    expect(waiting).toBe(0);
    expect(items).toMatchObject([
      { eventId: event.eventId, event: "cohort.joined", feature: "boards", attempts: maxAttempts },
    ]);
    expect(items[0]?.lastError).not.toContain("home.test");
    failing = false;
    await retryDeadLetter(ctx, { eventId: event.eventId, feature: "boards" });
    expect(await sweep()).toBe(1);
    expect(seen).toEqual([event.eventId]);
    const again = retryDeadLetter(ctx, { eventId: event.eventId, feature: "boards" });
    await expect(again).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("retryDelayMs", () => {
  it("doubles from five seconds to at most an hour", () => {
    expect([1, 2, 3, 20].map(retryDelayMs)).toEqual([5_000, 10_000, 20_000, 3_600_000]);
  });
});
