/** From a finished deck to the cohort's feed, through the real table of who reacts to what. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCohortStage, probeRooms } from "#tests/support/cohort-stage.ts";
import { reactions, subscriptions } from "#workers/event-handlers.ts";
import { sweepDeliveries } from "#workers/platform/event-delivery.ts";

const stage = createCohortStage();
beforeAll(stage.start);
afterAll(stage.stop);

it("shows a new level and achievement in the cohort's feed, once, whatever is delivered again", async () => {
  const person = await stage.join();
  const cohort = await stage.makeCohort("algebra", [person]);
  const elsewhere = await stage.makeCohort("reading", [person]);
  const { rooms, told } = probeRooms();
  const { ctx, settle } = stage.context({ rooms, reactions, subscriptions });
  const event = stage.completed(person, { score: 5 });
  await ctx.db.batch([ctx.db.execute(ctx.events.write([{ event }]))]);
  for (let round = 0; round < 3; round++) {
    ctx.events.deliverAfterCommit([event]);
    await settle();
  }
  await sweepDeliveries(ctx, reactions);
  const types = (items: { type: string }[]) => items.map(({ type }) => type).sort();
  expect(types(await stage.feedOf(cohort.slug, person))).toEqual([
    "achievement_unlocked",
    "achievement_unlocked",
    "level_up",
    "quiz_completed",
  ]);
  // What belongs to no subject is told in all of the person's cohorts.
  expect(types(await stage.feedOf(elsewhere.slug, person))).not.toContain("quiz_completed");
  expect(
    told.some(({ name, items }) => name === cohort.slug && items[0]?.type === "level_up"),
  ).toBe(true);
});
