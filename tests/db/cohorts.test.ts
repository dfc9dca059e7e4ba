/** Cohorts on a real database: memberships and feed items once, never above the limit. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cohortMembers, cohorts, feedItems } from "#db/schema/cohorts.ts";
import { seedCohorts } from "#db/seed/cohorts.ts";
import { seedPeople } from "#db/seed/people.ts";
import type { DomainEvent } from "#shared/events.ts";
import { type CohortId, toUuid } from "#shared/ids.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { startPostgres, type TestPostgres } from "#tests/support/postgres.ts";
import { createTestClock, createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import type { ListedMember } from "#workers/features/cohorts/cohort.ts";
import { cohortsReact } from "#workers/features/cohorts/cohorts.events.ts";
import { cohortsRouter } from "#workers/features/cohorts/cohorts.router.ts";
import { joinCohorts } from "#workers/features/cohorts/join-cohorts.ts";
import type { Member } from "#workers/platform/actor.ts";
import type { Rooms } from "#workers/platform/rooms.ts";
import { createCallerFactory } from "#workers/platform/trpc.ts";

// The embedded database takes one transaction at a time: true races need a PostgreSQL.
let postgres: TestPostgres | null;
let database: TestDatabase;
beforeAll(async () => {
  postgres = await startPostgres();
  database = await createTestDatabase(postgres ? { upstream: postgres.url } : {});
});
afterAll(async () => {
  await database?.stop();
  await postgres?.stop();
});

const clock = createTestClock();
const reactions = { cohorts: cohortsReact };
const subscriptions = { "cohort.joined": ["cohorts"] };

/** Rooms that remember what they were told, and may be away. */
function probeRooms() {
  const told: { name: string; items: FeedItem[]; members: ListedMember[] }[] = [];
  const state = { away: false };
  const rooms: Rooms = {
    get: <Api>(_kind: string, name: string) =>
      ({
        async publish(items: FeedItem[], members: ListedMember[]) {
          if (state.away) throw new Error("room is away");
          told.push({ name, items, members });
        },
      }) as Api,
  };
  return { rooms, told, state };
}

const context = (options: { rooms?: Rooms; actor?: Member } = {}) =>
  createTestContext({
    database,
    clock,
    reactions,
    subscriptions,
    rooms: probeRooms().rooms,
    ...options,
  });
const db = () => context().ctx.db;
const join = (change: Partial<Member> = {}) => insertMember(db(), clock.now(), change);
const callerOf = createCallerFactory(cohortsRouter);

let cohortCount = 0;
async function makeCohort(subject: Subject, members: readonly Member[] = []) {
  const { ctx } = context();
  cohortCount += 1;
  const slug = `group-${cohortCount}`;
  const id: CohortId = ctx.ids.next("coh");
  const now = new Date(clock.now());
  await ctx.db.insert(cohorts).values({ id, slug, name: slug, subject, createdAt: now });
  for (const { userId } of members) {
    await ctx.db.insert(cohortMembers).values({ cohortId: id, userId, joinedAt: now });
  }
  return { id, slug, name: slug, subject };
}

async function countOf(cohortId: CohortId): Promise<number> {
  const { rows } = await db().execute(
    sql`select 1 from cohort_members where cohort_id = ${toUuid(cohortId)}`,
  );
  return rows.length;
}

function completed(
  who: Pick<Member, "visitorId" | "userId">,
  change: Partial<DomainEvent<"deck.completed">["props"]> = {},
) {
  const { ctx } = context();
  const run = { runId: ctx.ids.next("run"), deckId: "alg-linear", durationMs: 60_000 };
  const props = { ...run, subject: "algebra", score: 4, total: 5, flagged: false } as const;
  return ctx.events.fact("deck.completed", { ...who, props: { ...props, ...change } });
}

function inviteJoined(invitee: Member, inviterId: Member["userId"], subject?: Subject) {
  const { userId, visitorId } = invitee;
  const props = { inviterId, ...(subject ? { subject } : {}) };
  const loop = "buddy_challenge";
  return context().ctx.events.fact("invite.joined", { userId, visitorId, loop, props });
}

async function joinedFacts(visitorId: Member["visitorId"]) {
  const { rows } = await db().execute(sql`select props, loop from events
    where name = 'cohort.joined' and visitor_id = ${toUuid(visitorId)}`);
  return rows;
}

async function feedOf(slug: string, actor: Member) {
  return (await callerOf(context({ actor }).ctx).feed({ slug })).items;
}

describe("deck.completed", () => {
  it("becomes one feed item in each cohort of that subject the person is in", async () => {
    const person = await join();
    const [first, second] = [
      await makeCohort("algebra", [person]),
      await makeCohort("algebra", [person]),
    ];
    await makeCohort("geometry", [person]);
    await makeCohort("algebra");
    const { rooms, told } = probeRooms();
    await cohortsReact(context({ rooms }).ctx, completed(person));
    expect(told.map((entry) => entry.name).sort()).toEqual([first.slug, second.slug].sort());
    expect(told[0]?.items).toMatchObject([
      {
        type: "quiz_completed",
        alias: person.alias,
        props: { deckId: "alg-linear", score: 4, total: 5 },
        createdAt: clock.now(),
      },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/(user|vis)_/);
  });

  it("makes one item of twenty deliveries of the same event", async () => {
    const person = await join();
    const { slug } = await makeCohort("algebra", [person]);
    const event = completed(person);
    const { rooms, told } = probeRooms();
    await Promise.all(
      Array.from({ length: 20 }, () => cohortsReact(context({ rooms }).ctx, event)),
    );
    const [item, ...others] = await feedOf(slug, person);
    expect(others).toEqual([]);
    expect(new Set(told.flatMap((entry) => entry.items.map(({ id }) => id)))).toEqual(
      new Set([item?.id]),
    );
  });

  it("tells the room later, the same item, when the room was away", async () => {
    const person = await join();
    const { slug } = await makeCohort("algebra", [person]);
    const { rooms, told, state } = probeRooms();
    const event = completed(person);
    state.away = true;
    await expect(cohortsReact(context({ rooms }).ctx, event)).rejects.toThrow("away");
    state.away = false;
    await cohortsReact(context({ rooms }).ctx, event);
    expect(told.flatMap((entry) => entry.items)).toEqual(await feedOf(slug, person));
  });

  it("tells nobody of a flagged run, and nothing of guests", async () => {
    const person = await join();
    await makeCohort("algebra", [person]);
    const { rooms, told } = probeRooms();
    await cohortsReact(context({ rooms }).ctx, completed(person, { flagged: true }));
    await cohortsReact(context({ rooms }).ctx, { ...completed(person), userId: null });
    expect(told).toEqual([]);
  });
});

describe("invite.joined", () => {
  it("brings the invitee into the inviter's cohorts of that subject, tells of it, once", async () => {
    const [inviter, invitee] = [await join(), await join()];
    const cohort = await makeCohort("algebra", [inviter]);
    await makeCohort("geometry", [inviter]);
    const { rooms, told } = probeRooms();
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
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      name: cohort.slug,
      items: [{ type: "friend_joined", alias: invitee.alias, props: {} }],
      members: [{ alias: invitee.alias, joinedAt: clock.now() }],
    });
    expect(await feedOf(cohort.slug, inviter)).toEqual(told[0]?.items);
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
    const { rooms, told } = probeRooms();
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const { ctx, settle } = context({ actor, rooms });
        expect(await callerOf(ctx).join({ slug: cohort.slug })).toEqual({ status: "joined" });
        await settle();
      }),
    );
    expect(await countOf(cohort.id)).toBe(1);
    expect(await joinedFacts(actor.visitorId)).toHaveLength(1);
    expect(told).toMatchObject([
      { name: cohort.slug, items: [], members: [{ alias: actor.alias }] },
    ]);
  });

  it("takes two round trips", async () => {
    const cohort = await makeCohort("biology");
    const { ctx, roundTrips } = createTestContext({ database, clock, actor: await join() });
    await callerOf(ctx).join({ slug: cohort.slug });
    expect(roundTrips.count).toBe(2);
  });

  it("knows no cohort of a name that nobody gave", async () => {
    const caller = callerOf(context({ actor: await join() }).ctx);
    await expect(caller.join({ slug: "no-such" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(caller.view({ slug: "no-such" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(caller.feed({ slug: "no-such" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("answers nothing for no cohorts", async () => {
    const { userId, visitorId } = await join();
    const who = { userId, visitorId, loop: null, invited: true };
    expect(await joinCohorts(context().ctx, who, [])).toEqual({ isMember: [] });
  });
});

describe("cohorts.view", () => {
  it("shows members by alias and room handle, and takes one round trip", async () => {
    const [actor, other] = [await join(), await join()];
    const { slug } = await makeCohort("physics", [actor, other]);
    const { ctx, roundTrips } = context({ actor });
    const view = await callerOf(ctx).view({ slug });
    expect(roundTrips.count).toBe(1);
    expect(view.members.map(({ alias, you }) => [alias, you]).sort()).toEqual(
      [
        [actor.alias, true],
        [other.alias, false],
      ].sort(),
    );
    expect(view).toMatchObject({ memberCount: 2, viewer: { isMember: true } });
    expect(JSON.stringify(view)).not.toMatch(/(user|vis)_/);
  });

  it("shows guests, and children whose guardian has not answered, no person", async () => {
    const person = await join();
    const { slug } = await makeCohort("algebra", [person]);
    await cohortsReact(context().ctx, completed(person));
    const pending = await join({ guardianState: "pending" });
    for (const actor of [{}, { actor: pending }]) {
      const view = await callerOf(context(actor).ctx).view({ slug });
      expect(view).toMatchObject({ memberCount: 1, members: [], feed: [] });
    }
    const guest = callerOf(context().ctx);
    await expect(guest.feed({ slug })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(guest.join({ slug })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

describe("cohorts.feed", () => {
  it("pages without gap or repetition, also through items of the same moment", async () => {
    const actor = await join();
    const { id, slug } = await makeCohort("reading", [actor]);
    const { ctx } = context({ actor });
    const rows = Array.from({ length: 45 }, (_, index) => ({
      id: ctx.ids.next("feed"),
      cohortId: id,
      type: "friend_joined" as const,
      actorId: actor.userId,
      props: {},
      sourceEventId: ctx.ids.next("evt"),
      createdAt: new Date(clock.now() - Math.floor(index / 10)),
    }));
    await ctx.db.insert(feedItems).values(rows);
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 3; page++) {
      const answer = await callerOf(ctx).feed({ slug, ...(cursor ? { cursor } : {}) });
      seen.push(...answer.items.map((item) => item.id));
      cursor = answer.nextCursor ?? undefined;
    }
    expect(cursor).toBeUndefined();
    expect(seen).toHaveLength(45);
    expect(new Set(seen)).toEqual(new Set(rows.map((row) => row.id)));
    await expect(callerOf(ctx).feed({ slug, cursor: "forged" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});

describe("seedCohorts", () => {
  it("makes a cohort for each subject with the demo students in one, and nothing twice", async () => {
    await seedPeople(db(), clock.now());
    await seedCohorts(db(), clock.now());
    await seedCohorts(db(), clock.now() + 1);
    const { rows } = await db().execute(sql`select c.subject, count(m.user_id)::int as members
      from cohorts c left join cohort_members m on m.cohort_id = c.id
      where c.slug like '%-101' group by c.id order by c.slug`);
    expect(rows).toHaveLength(8);
    expect(rows.map((row) => row["members"])).toEqual([3, 0, 0, 0, 0, 0, 0, 0]);
  });
});
