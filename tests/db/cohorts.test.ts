/** Cohorts on a real database: memberships once, never above the limit. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cohortMembers } from "#db/schema/cohorts.ts";
import { callerOf, createCohortStage, probeRooms } from "#tests/support/cohort-stage.ts";
import { cohortsReact } from "#workers/features/cohorts/cohorts.events.ts";
import { joinCohorts } from "#workers/features/cohorts/join-cohorts.ts";

const stage = createCohortStage();
const {
  clock,
  context,
  quietContext,
  db,
  join,
  makeCohort,
  countOf,
  inviteJoined,
  joinedFacts,
  feedOf,
} = stage;
beforeAll(stage.start);
afterAll(stage.stop);

describe("invite.joined", () => {
  it("brings the invitee into the inviter's cohorts of that subject, tells of it, once", async () => {
    const [inviter, invitee] = [await join(), await join()];
    const cohort = await makeCohort("algebra", [inviter]);
    await makeCohort("geometry", [inviter]);
    const { rooms, told, enlisted } = probeRooms();
    const event = inviteJoined(invitee, inviter.userId, "algebra");
    const deliveries = Array.from({ length: 20 }, async () => {
      const { ctx, settle } = context({ rooms });
      await cohortsReact(ctx, event);
      await settle();
    });
    await Promise.all(deliveries);
    expect(await joinedFacts(invitee.visitorId)).toEqual([
      { props: { cohortId: cohort.id, subject: "algebra" }, loop: "buddy_challenge" },
    ]);
    expect(enlisted).toMatchObject([
      { name: cohort.slug, members: [{ alias: invitee.alias, joinedAt: clock.now() }] },
    ]);
    expect(told).toMatchObject([
      { name: cohort.slug, items: [{ type: "friend_joined", alias: invitee.alias, props: {} }] },
    ]);
    expect(await feedOf(cohort.slug, inviter)).toMatchObject(told[0]?.items ?? []);
    const view = await callerOf(context({ actor: invitee }).ctx).view({ slug: cohort.slug });
    expect(view.viewer.isMember).toBe(true);
  });

  it("brings the invitee into all of the inviter's cohorts when no subject is named", async () => {
    const [inviter, invitee] = [await join(), await join()];
    await makeCohort("algebra", [inviter]);
    await makeCohort("geometry", [inviter]);
    await cohortsReact(context().ctx, inviteJoined(invitee, inviter.userId));
    const { cohorts: mine } = await callerOf(context({ actor: invitee }).ctx).mine();
    expect(mine.map(({ subject, members }) => [subject, members])).toEqual([
      ["algebra", 2],
      ["geometry", 2],
    ]);
  });

  it("is no news for somebody who was in the cohort already", async () => {
    const [inviter, invitee] = [await join(), await join()];
    const cohort = await makeCohort("algebra", [inviter, invitee]);
    await cohortsReact(context().ctx, inviteJoined(invitee, inviter.userId));
    expect(await joinedFacts(invitee.visitorId)).toEqual([]);
    expect(await feedOf(cohort.slug, invitee)).toEqual([]);
  });
});

describe("the limit of 100 members", () => {
  it("holds when ten people want the last three places at the same time", async () => {
    const cohort = await makeCohort("algebra");
    const now = clock.now();
    const people = await Promise.all(Array.from({ length: 107 }, () => join()));
    await db()
      .insert(cohortMembers)
      .values(
        people.slice(0, 97).map(({ userId }) => ({
          cohortId: cohort.id,
          userId,
          joinedAt: new Date(now),
        })),
      );
    const answers = await Promise.all(
      people.slice(97).map((actor) => callerOf(context({ actor }).ctx).join({ slug: cohort.slug })),
    );
    expect(answers.filter(({ status }) => status === "joined")).toHaveLength(3);
    expect(await countOf(cohort.id)).toBe(100);
    const facts = await Promise.all(people.slice(97).map((one) => joinedFacts(one.visitorId)));
    expect(facts.flat()).toHaveLength(3);
  });
});

describe("cohorts.join", () => {
  it("makes one membership and one fact of ten parallel taps, and tells the room", async () => {
    const actor = await join();
    const cohort = await makeCohort("biology");
    const { rooms, enlisted } = probeRooms();
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const { ctx, settle } = context({ actor, rooms });
        expect(await callerOf(ctx).join({ slug: cohort.slug })).toEqual({ status: "joined" });
        await settle();
      }),
    );
    expect(await countOf(cohort.id)).toBe(1);
    expect(await joinedFacts(actor.visitorId)).toHaveLength(1);
    expect(enlisted).toMatchObject([{ name: cohort.slug, members: [{ alias: actor.alias }] }]);
  });

  it("takes two round trips", async () => {
    const cohort = await makeCohort("biology");
    const { ctx, roundTrips } = quietContext(await join());
    await callerOf(ctx).join({ slug: cohort.slug });
    expect(roundTrips.count).toBe(2);
  });

  it("knows no cohort of a name that nobody gave", async () => {
    const caller = callerOf(context({ actor: await join() }).ctx);
    await expect(caller.join({ slug: "no-such" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(caller.view({ slug: "no-such" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("answers nothing for no cohorts", async () => {
    const { userId, visitorId } = await join();
    const who = { userId, visitorId, loop: null };
    expect(await joinCohorts(context().ctx, who, [])).toEqual({ isMember: [] });
  });
});
