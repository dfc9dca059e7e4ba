/** K from real rows, against the same K counted by another route. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DomainEvent } from "#shared/events.ts";
import type { VisitorId } from "#shared/ids.ts";
import type { Loop } from "#shared/vocabulary.ts";
import { createTestClock, createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { sweepRollups } from "#workers/features/metrics/sweep-rollups.ts";
import { viewKFactor } from "#workers/features/metrics/view-k-factor.ts";

const dayMs = 24 * 3_600_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

const clock = createTestClock();
const start = clock.now() - 40 * dayMs;

/** Writes one event as it happened `day` days after the start. */
function makeWriter() {
  const { ctx } = createTestContext({ database, clock });
  const events: DomainEvent[] = [];
  const at = (day: number) => clock.set(start + day * dayMs);
  return {
    ctx,
    person: () => ctx.ids.next("vis"),
    complete(visitorId: VisitorId, day: number) {
      at(day);
      const about = {
        runId: ctx.ids.next("run"),
        deckId: "bio-cells",
        subject: "biology",
      } as const;
      const score = { score: 5, total: 5, durationMs: 60_000, flagged: false };
      events.push(ctx.events.fact("deck.completed", { visitorId, props: { ...about, ...score } }));
    },
    send(visitorId: VisitorId, day: number, loop: Loop = "buddy_challenge") {
      at(day);
      events.push(ctx.events.fact("invite.sent", { visitorId, loop, props: {} }));
    },
    credit(invitee: VisitorId, inviter: VisitorId, day: number, loop: Loop = "buddy_challenge") {
      at(day);
      const props = { inviterId: ctx.ids.next("user") };
      const fact = { visitorId: invitee, inviterVisitorId: inviter, loop, props };
      events.push(ctx.events.fact("invite.fvm", fact));
    },
    async write() {
      const months = sql`select make_event_partitions(${new Date(start - dayMs).toISOString()}::date,
        ${new Date(start + 60 * dayMs).toISOString()}::date)`;
      await ctx.db.execute(months);
      await ctx.db.execute(ctx.events.write(events.map((event) => ({ event }))));
    },
  };
}

describe("viewKFactor", () => {
  it("counts persons, invites and first values by the window of each inviter", async () => {
    const world = makeWriter();
    const [a, b, c, d, late] = Array.from({ length: 5 }, world.person);
    if (!(a && b && c && d && late)) throw new Error("no people");
    world.complete(a, 0);
    world.complete(a, 3);
    world.send(a, 1);
    world.send(a, 2, "results_rally");
    world.complete(b, 2);
    world.credit(b, a, 2);
    world.complete(c, 4);
    world.credit(c, a, 4, "results_rally");
    // Outside A's fourteen days: no part of K with W = 14.
    world.complete(d, 20);
    world.credit(d, a, 20);
    world.send(b, 5);
    world.complete(late, 38);
    await world.write();

    clock.set(start + 40 * dayMs);
    await sweepRollups(world.ctx);
    const all = await viewKFactor(world.ctx, { windowDays: 14 });
    expect(all.mature).toMatchObject({ persons: 4, invites: 3, credited: 2, k: 0.5 });
    expect(all.provisional).toMatchObject({ persons: 1, credited: 0, k: 0 });
    expect(all.intakeShareMature).toBe(0.8);
    expect(all.amplification).toBe(2);
    const rally = await viewKFactor(world.ctx, { windowDays: 14, loop: "results_rally" });
    expect(rally.mature).toMatchObject({ persons: 4, invites: 1, credited: 1, k: 0.25 });
    expect(all.loops.find((loop) => loop.loop === "results_rally")).toMatchObject({ k: 0.25 });
    expect(all.loops.find((loop) => loop.loop === "proud_parent")).toMatchObject({
      persons: 4,
      k: 0,
    });
    const month = await viewKFactor(world.ctx, { windowDays: 28 });
    expect(month.mature).toMatchObject({ persons: 3, credited: 3, k: 1 });
    const early = new Date(start).toISOString().slice(0, 10);
    const day = await viewKFactor(world.ctx, { windowDays: 14, from: early, to: early });
    expect(day.mature).toMatchObject({ persons: 1, credited: 2, k: 2 });
  });

  it("costs one round trip", async () => {
    const test = createTestContext({ database, clock });
    await viewKFactor(test.ctx, { windowDays: 7 });
    expect(test.roundTrips.count).toBe(1);
  });
});
