/** Practice on a real database: each run counts once, whatever is repeated, raced or late. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { createPracticeStage, dayMs } from "#tests/support/practice-stage.ts";
import { progressReact } from "#workers/features/progress/progress.events.ts";

const stage = createPracticeStage();
const { join, completed, react, mine, factsOf, context } = stage;
beforeAll(stage.start);
afterAll(stage.stop);

/** Twelve days of practice with a hole that the freeze fills, a new best and a comeback. */
function twoWeeks(person: Parameters<typeof completed>[0]) {
  const scores = [2, 3, 3, 4, 1, null, 5, 2, 5, 5, 0, 4];
  return scores.flatMap((score, index) => {
    const envelope = { daysAgo: scores.length - 1 - index };
    return score === null ? [] : [completed(person, { score }, envelope)];
  });
}

describe("recordPractice", () => {
  it("counts an event once that twenty deliveries bring at the same time", async () => {
    const person = await join();
    const event = completed(person, { score: 5, durationMs: 30_000 });
    await Promise.all(Array.from({ length: 20 }, () => react(event)));
    expect(await mine(person)).toMatchObject({ points: 55, runs: 1, streak: { days: 1 } });
    expect(await factsOf(person.visitorId)).toEqual({
      "achievement.unlocked first_deck": 1,
      "achievement.unlocked perfect_score": 1,
      "achievement.unlocked quick_thinker": 1,
      "level.reached 2": 1,
    });
  });

  it("loses none of twenty different runs that are delivered at the same time", async () => {
    const person = await join();
    const events = Array.from({ length: 20 }, () => completed(person));
    await Promise.all(events.map((event) => react(event)));
    expect(await mine(person)).toMatchObject({ points: 600, runs: 20, level: { level: 6 } });
    expect(await factsOf(person.visitorId)).toMatchObject({
      "achievement.unlocked ten_decks": 1,
      "level.reached 6": 1,
    });
  });

  it("comes to the same with late and repeated events as in order", async () => {
    const [orderly, late] = [await join(), await join()];
    const events = twoWeeks(orderly);
    await react(...events);
    const again = events.map((event) => ({
      ...event,
      eventId: newId("evt", stage.clock.now()),
      visitorId: late.visitorId,
      userId: late.userId,
    }));
    const shuffled = [...again].sort((a, b) =>
      a.eventId.slice(-3) < b.eventId.slice(-3) ? -1 : 1,
    );
    await react(...shuffled, ...again, ...[...again].reverse());
    expect(await mine(late)).toEqual(await mine(orderly));
    const [facts, lateFacts] = [await factsOf(orderly.visitorId), await factsOf(late.visitorId)];
    const lasting = (all: Record<string, number>) =>
      Object.entries(all).filter(([what]) => what !== "best.beaten");
    expect(lasting(lateFacts)).toEqual(lasting(facts));
    expect(facts).toMatchObject({ "streak.reached 7": 1, "achievement.unlocked comeback": 1 });
    expect((await mine(orderly)).streak).toMatchObject({ days: 11, longest: 11 });
  });

  it("gives a held run nothing: no points, no day, no fact", async () => {
    const person = await join();
    await react(completed(person, { score: 5, flagged: true }));
    expect(await mine(person)).toMatchObject({ points: 0, runs: 0, streak: { days: 0 } });
    expect(await factsOf(person.visitorId)).toEqual({});
  });

  it("keeps a guest's runs for the account, and tells of them when the guest joins", async () => {
    const visitorId = newId("vis", stage.clock.now());
    await react(completed({ visitorId }, { score: 5 }));
    expect(await factsOf(visitorId)).toEqual({});
    const person = await join({ visitorId });
    const { userId } = person;
    const props = { persona: "student" } as const;
    const joined = context().ctx.events.fact("person.joined", { visitorId, userId, props });
    await Promise.all(Array.from({ length: 20 }, () => react(joined)));
    expect(await mine(person)).toMatchObject({ points: 55, level: { level: 2 } });
    expect((await factsOf(visitorId))["level.reached 2"]).toBe(1);
  });

  it("counts a guest's run that is delivered only after the guest has joined", async () => {
    const visitorId = newId("vis", stage.clock.now());
    const run = completed({ visitorId });
    const person = await join({ visitorId });
    await react(run);
    expect(await mine(person)).toMatchObject({ runs: 1 });
  });

  it("takes two round trips, and showing progress takes one", async () => {
    const person = await join();
    const linkId = await stage.challengeOf(await join());
    const { ctx, roundTrips } = context();
    await progressReact(ctx, completed(person, { score: 5 }, { linkId }));
    expect(roundTrips.count).toBe(2);
    const looking = context(person);
    const { viewMyProgress } = await import("#workers/features/progress/view-progress.ts");
    expect((await viewMyProgress(looking.ctx)).challenges.won).toBe(1);
    expect(looking.roundTrips.count).toBe(1);
  });
});

describe("keepTimezone", () => {
  it("counts the days of the browser's zone, also those before it was known", async () => {
    const person = await join();
    stage.clock.set(Date.parse("2026-11-21T12:00:00Z"));
    // Half past midnight and half past eleven at night in Berlin: one UTC day, two local ones.
    const early = completed(person);
    const late = completed(person);
    await react(
      { ...early, occurredAt: Date.parse("2026-11-20T00:30:00Z") },
      { ...late, occurredAt: Date.parse("2026-11-20T23:30:00Z") },
    );
    expect((await mine(person)).streak.days).toBe(1);
    expect(await stage.keepZone(person, "Europe/Berlin")).toBe("kept");
    expect((await mine(person)).streak).toMatchObject({ days: 2, practisedToday: true });
    expect((await mine(person)).timezone).toBe("Europe/Berlin");
  });

  it("keeps one zone once, whatever is raced, and takes one change a day", async () => {
    const person = await join();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => stage.keepZone(person, "Asia/Tokyo")),
    );
    expect(answers.filter((status) => status === "kept")).toHaveLength(1);
    expect(await stage.keepZone(person, "Pacific/Kiritimati")).toBe("unchanged");
    stage.clock.advance(dayMs);
    expect(await stage.keepZone(person, "Pacific/Kiritimati")).toBe("kept");
  });

  it("refuses what is no time zone", async () => {
    const person = await join();
    for (const zone of ["Mars/Base", "+05:30", "x".repeat(65), ""]) {
      await expect(stage.keepZone(person, zone)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
    expect((await mine(person)).timezone).toBe("UTC");
  });
});
