/** What procedures answer about other people: an alias and a handle, never a name, address or stable id. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cohortMembers } from "#db/schema/cohorts.ts";
import { friendships } from "#db/schema/friends.ts";
import { pointsTotals } from "#db/schema/leaderboards.ts";
import { seedCohorts } from "#db/seed/cohorts.ts";
import { seedPeople } from "#db/seed/people.ts";
import { toUuid } from "#shared/ids.ts";
import { periodStart } from "#shared/protocol/room-names.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { type Caller, createCaller } from "#workers/app-router.ts";
import type { Actor, Member } from "#workers/platform/actor.ts";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeWorld();
});
afterAll(() => database?.stop());

const context = (actor?: Actor) => createTestContext({ database, ...(actor ? { actor } : {}) }).ctx;

/** A viewer, their guardian and child, and somebody else who stands wherever people can stand. */
async function makeWorld() {
  const { db, clock, ids } = context();
  const now = clock.now();
  const at = new Date(now);
  await seedPeople(db, now);
  await seedCohorts(db, now);
  const viewer = await insertMember(db, now, { name: "Viewer Ownname", alias: "Viewer Alias" });
  const parent = await insertMember(db, now, {
    persona: "parent",
    role: "parent",
    name: "Parent Ownname",
    alias: "Parent Alias",
  });
  const other = await insertMember(db, now, { name: "Secret Fullname", alias: "Other Alias" });
  const child = await insertMember(db, now, {
    name: "Child Fullname",
    alias: "Child Alias",
    minor: true,
    shareConsent: false,
  });
  await db.execute(sql`update users set guardian_id = ${toUuid(parent.userId)}
    where id = ${toUuid(child.userId)}`);
  const { rows } = await db.execute(sql`select id from cohorts where slug = 'alg-101'`);
  const cohort = sql`${String(rows[0]?.["id"])}::uuid`;
  for (const person of [viewer, other]) {
    await db.insert(cohortMembers).values({
      cohortId: cohort as never,
      userId: person.userId,
      joinedAt: at,
    });
  }
  for (const [one, two] of [
    [viewer, other],
    [child, other],
  ] as const) {
    const [lowId, highId] = [one.userId, two.userId].sort() as [Member["userId"], Member["userId"]];
    const row = { id: ids.next("friend"), lowId, highId, createdAt: at, changedAt: at };
    const agreed = { lowAgreedAt: at, highAgreedAt: at, origin: "invite" } as const;
    const made = one === viewer ? { madeAt: at, madeEventId: ids.next("evt") } : {};
    await db.insert(friendships).values({ ...row, ...agreed, ...made });
  }
  for (const person of [viewer, other, child]) {
    await db.insert(pointsTotals).values({
      visitorId: person.visitorId,
      subject: "algebra",
      period: "all_time",
      periodStart: periodStart("all_time", 0),
      score: 50,
      reachedAt: at,
      version: 1,
    });
  }
  return { viewer, parent, other, child };
}

/** Every query that shows other people, as somebody who may ask it. */
const queries: [string, "viewer" | "parent" | "child", (call: Caller) => Promise<unknown>][] = [
  ["people.me", "viewer", (call) => call.people.me()],
  ["people.account", "viewer", (call) => call.people.account()],
  ["people.family", "parent", (call) => call.people.family()],
  ["cohorts.mine", "viewer", (call) => call.cohorts.mine()],
  ["cohorts.view", "viewer", (call) => call.cohorts.view({ slug: "alg-101" })],
  ["activity.feed", "viewer", (call) => call.activity.feed({ scope: "global" })],
  [
    "activity.feed of a cohort",
    "viewer",
    (call) => call.activity.feed({ scope: "cohort", slug: "alg-101" }),
  ],
  [
    "leaderboards.view",
    "viewer",
    (call) => call.leaderboards.view({ subject: "algebra", period: "all_time" }),
  ],
  ["friends.list", "viewer", (call) => call.friends.list({})],
  ["friends.list of a child", "child", (call) => call.friends.list({})],
  ["friends.inCohort", "viewer", (call) => call.friends.inCohort({ slug: "alg-101" })],
  ["friends.forGuardian", "parent", (call) => call.friends.forGuardian()],
  ["progress.mine", "viewer", (call) => call.progress.mine()],
  ["progress.family", "parent", (call) => call.progress.family()],
  ["microDecks.familyResults", "parent", (call) => call.microDecks.familyResults()],
  ["microDecks.myResults", "viewer", (call) => call.microDecks.myResults({})],
  ["cohorts.students", "viewer", (call) => call.cohorts.students({ slug: "alg-101" })],
  [
    "microDecks.studentResults",
    "viewer",
    (call) => call.microDecks.studentResults({ slug: "alg-101" }),
  ],
  ["smartLinks.list", "parent", (call) => call.smartLinks.list({})],
];

describe("what is answered about other people", () => {
  it.each(queries)("%s holds no name, address or stable id of theirs", async (_, who, ask) => {
    const { viewer, parent, other, child } = world;
    const asking = { viewer, parent, child }[who];
    const text = JSON.stringify(await ask(createCaller(context(asking))));
    const others = [viewer, parent, other, child].filter((person) => person !== asking);
    for (const person of others) {
      // A guardian knows the name of the own child, and nothing else of it that is stable.
      if (!(person === child && asking === parent)) expect(text).not.toContain(person.name);
      for (const id of [person.userId, person.visitorId]) {
        expect(text).not.toContain(id);
        expect(text).not.toContain(toUuid(id));
      }
      expect(text).not.toContain(`${person.userId}@people.test`);
    }
    expect(text).not.toMatch(/@demo\.test/);
  });

  it("does show the other by alias, so that the walk looks at something", async () => {
    const { viewer, parent } = world;
    const call = createCaller(context(viewer));
    const shown = await Promise.all([
      call.cohorts.view({ slug: "alg-101" }),
      call.leaderboards.view({ subject: "algebra", period: "all_time" }),
      call.friends.list({}),
      createCaller(context(parent)).friends.forGuardian(),
    ]);
    for (const one of shown) expect(JSON.stringify(one)).toContain("Other Alias");
    const family = await createCaller(context(parent)).people.family();
    expect(family.children[0]?.name).toBe("Child Fullname");
  });
});
