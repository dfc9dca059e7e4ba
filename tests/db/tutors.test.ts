/** Tutors' pages on a real database: closed words, opt-in, bands instead of counts. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cohortMembers, cohorts } from "#db/schema/cohorts.ts";
import { deckRuns } from "#db/schema/micro-decks.ts";
import { users } from "#db/schema/people.ts";
import { newId } from "#shared/ids.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { createCaller } from "#workers/app-router.ts";
import { keepTutorPage } from "#workers/features/tutors/keep-tutor-page.ts";
import type { Member } from "#workers/platform/actor.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

const context = (actor?: Member) => createTestContext({ database, ...(actor ? { actor } : {}) });
const call = (actor?: Member) => createCaller(context(actor).ctx).tutors;
const join = (persona: Member["persona"]) =>
  insertMember(context().ctx.db, Date.now(), { persona, role: persona });
const wanted: { subjects: Subject[]; published: boolean } = {
  subjects: ["physics", "algebra"],
  published: true,
};

/** A cohort of that tutor with one student who finished so many decks, the last one flagged. */
async function teach(tutor: Member, finished: number): Promise<void> {
  const { db } = context().ctx;
  const at = new Date();
  const cohortId = newId("coh", at.getTime());
  const student = await join("student");
  const cohort = { id: cohortId, slug: cohortId, name: "Group", subject: "physics" } as const;
  await db.insert(cohorts).values({ ...cohort, createdAt: at });
  await db.insert(cohortMembers).values([
    { cohortId, userId: tutor.userId, joinedAt: at, tutor: true },
    { cohortId, userId: student.userId, joinedAt: at },
  ]);
  const run = { deckId: "phy-motion", subject: "physics", startedAt: at, answers: {}, total: 5 };
  const owners = [...Array(finished).fill(student), tutor] as Member[];
  await db.insert(deckRuns).values(
    owners.map(({ userId, visitorId }, index) => ({
      ...run,
      subject: "physics" as const,
      id: newId("run", at.getTime()),
      userId,
      visitorId,
      completedAt: at,
      score: 3,
      durationMs: 60_000,
      flagged: index === finished - 1,
    })),
  );
}

describe("a tutor's page", () => {
  it("is public once the tutor says so, in one round trip, and no longer than that", async () => {
    const tutor = await join("tutor");
    expect(await call(tutor).mine()).toEqual({ page: null });
    const kept = await call(tutor).keep(wanted);
    expect(kept).toMatchObject(wanted);
    const visitor = context();
    const seen = await createCaller(visitor.ctx).tutors.view({ slug: kept.slug });
    expect(visitor.roundTrips.count).toBe(1);
    expect(seen).toEqual({
      slug: kept.slug,
      name: kept.name,
      subjects: wanted.subjects,
      finishedDecks: 0,
    });
    const hidden = await call(tutor).keep({ ...wanted, published: false });
    expect(hidden.slug).toBe(kept.slug);
    await expect(call().view({ slug: kept.slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("says nothing of the tutor's alias, name or address", async () => {
    const tutor = await join("tutor");
    const { slug } = await call(tutor).keep(wanted);
    const page = JSON.stringify(await call().view({ slug }));
    for (const secret of [tutor.alias, tutor.name, tutor.userId, tutor.visitorId, "@"]) {
      expect(page).not.toContain(secret);
    }
  });

  it("counts what the students finished, in bands: no flagged run, none of the tutor's", async () => {
    const tutor = await join("tutor");
    const { slug } = await call(tutor).keep(wanted);
    await teach(tutor, 10);
    expect((await call().view({ slug })).finishedDecks).toBe(0);
    await teach(tutor, 2);
    expect((await call().view({ slug })).finishedDecks).toBe(10);
  });

  it("is gone while its tutor is blocked", async () => {
    const tutor = await join("tutor");
    const { slug } = await call(tutor).keep(wanted);
    const { db } = context().ctx;
    await db.update(users).set({ blockedAt: new Date() }).where(eq(users.id, tutor.userId));
    await expect(call().view({ slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("takes another address where the first one is taken", async () => {
    const [first, second] = [await join("tutor"), await join("tutor")];
    const taken = new Uint8Array([0, 1, 0, 2, 0, 3]);
    const free = new Uint8Array([0, 4, 0, 5, 0, 6]);
    const a = await keepTutorPage(context(first).ctx, wanted, () => taken);
    const draws = [taken, taken, free];
    const b = await keepTutorPage(context(second).ctx, wanted, () => draws.shift() ?? free);
    expect(draws).toEqual([]);
    expect(b.slug).not.toBe(a.slug);
  });

  it("takes subjects of the closed list, each once, and no other word", async () => {
    const tutor = await join("tutor");
    for (const subjects of [[], ["physics", "physics"], ["my own words"]]) {
      const kept = call(tutor).keep({ subjects: subjects as never, published: true });
      await expect(kept).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
    const named = call(tutor).keep({ ...wanted, name: "Ada" } as never);
    await expect(named).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("is for tutors: a student or a parent can make none", async () => {
    for (const persona of ["student", "parent"] as const) {
      const kept = call(await join(persona)).keep(wanted);
      await expect(kept).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
