/** Pages of the activity feed and reactions on a real database. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toUuid } from "#shared/ids.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { createCohortStage, feedCallerOf, probeRooms } from "#tests/support/cohort-stage.ts";
import { createFeedWalk, type FeedInput } from "#tests/support/feed-walk.ts";
import { activityIdOf } from "#workers/features/activity/activity-writes.repo.ts";
import type { Member } from "#workers/platform/actor.ts";

const stage = createCohortStage();
const { clock, context, db, join, completed } = stage;
const { feedAs, walk, told } = createFeedWalk(stage);
beforeAll(stage.start);
afterAll(stage.stop);

describe("pages", () => {
  async function fill(who: Member, subject: Subject, count: number) {
    const ids = [];
    for (let i = 0; i < count; i++) {
      // Ten of the same moment, so that the id has to tell them apart.
      if (i % 10 === 0) clock.advance(1_000);
      const event = completed(who, { subject });
      ids.push(activityIdOf(event.eventId));
      await told(event);
    }
    return ids;
  }

  it("have neither gap nor repetition while others write, and take one round trip", async () => {
    const who = await join();
    const ids = await fill(who, "chemistry", 45);
    const scope = { scope: "subject", subject: "chemistry" } as const;
    const seen = await walk(who, scope, () => fill(who, "chemistry", 3));
    const known = seen.map(({ id }) => id).filter((id) => ids.includes(id as (typeof ids)[number]));
    expect(known).toHaveLength(45);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(known).toEqual([...ids].sort().reverse());
    const { ctx, roundTrips } = context({ actor: who });
    await feedCallerOf(ctx).feed(scope);
    expect(roundTrips.count).toBe(1);
  });

  it("stay full where people between are hidden", async () => {
    const [who, hidden] = [await join(), await join()];
    await fill(who, "sat_math", 25);
    await fill(hidden, "sat_math", 25);
    await db().execute(
      sql`update users set blocked_at = now() where id = ${toUuid(hidden.userId)}`,
    );
    const page = await feedAs(who).feed({ scope: "subject", subject: "sat_math" });
    expect(page.items).toHaveLength(20);
    expect(await walk(who, { scope: "subject", subject: "sat_math" })).toHaveLength(25);
  });

  it("refuse a cursor of ours that is not, an unknown cohort, and a scope without its name", async () => {
    const feed = feedAs(await join());
    const forged = { scope: "global", cursor: "forged" } as never;
    await expect(feed.feed(forged)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    const nowhere = feed.feed({ scope: "cohort", slug: "no-such" });
    await expect(nowhere).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const input of [{ scope: "subject" }, { scope: "global", slug: "alg-101" }] as const) {
      await expect(feed.feed(input as FeedInput)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
  });
});

describe("reactions", () => {
  it("are one a person: given, changed, taken back, each told with newer counts", async () => {
    const [author, fan] = [await join(), await join()];
    const event = completed(author, { subject: "geometry" });
    await told(event);
    const id = activityIdOf(event.eventId);
    const rooms = probeRooms();
    const react = async (kind: "heart" | "star" | null) => {
      const { ctx, settle } = context({ actor: fan, rooms: rooms.rooms });
      const answer = await feedCallerOf(ctx).react({ id, kind });
      await settle();
      return answer;
    };
    expect(await react("heart")).toEqual({ counts: { heart: 1 }, yours: "heart", v: 1 });
    expect(await react("heart")).toEqual({ counts: { heart: 1 }, yours: "heart", v: 1 });
    expect(await react("star")).toEqual({ counts: { star: 1 }, yours: "star", v: 2 });
    expect(await react(null)).toEqual({ counts: {}, yours: null, v: 3 });
    const lobby = rooms.reacted.filter(({ name }) => name === "lobby").flatMap(({ news }) => news);
    expect(lobby).toEqual([
      { ev: id, counts: { heart: 1 }, v: 1 },
      { ev: id, counts: { star: 1 }, v: 2 },
      { ev: id, counts: {}, v: 3 },
    ]);
    expect(new Set(rooms.reacted.map(({ name }) => name))).toEqual(new Set(["lobby", "geometry"]));
    await react("star");
    const page = await feedAs(author).feed({ scope: "subject", subject: "geometry" });
    expect(page.items[0]?.reactions).toEqual({ counts: { star: 1 }, yours: null, v: 4 });
  });

  it("take one round trip", async () => {
    const author = await join();
    const event = completed(author);
    await told(event);
    const { ctx, roundTrips } = stage.quietContext(await join());
    await feedCallerOf(ctx).react({ id: activityIdOf(event.eventId), kind: "splash" });
    expect(roundTrips.count).toBe(1);
  });
});
