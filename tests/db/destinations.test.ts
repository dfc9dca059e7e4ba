/** Destinations of smart links on a real database: who may share what, and what a record carries. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cohortMembers, cohorts } from "#db/schema/cohorts.ts";
import { deckRuns } from "#db/schema/micro-decks.ts";
import { users } from "#db/schema/people.ts";
import { personProgress } from "#db/schema/progress.ts";
import { smartLinks } from "#db/schema/smart-links.ts";
import { newId, type RunId } from "#shared/ids.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { createCaller } from "#workers/app-router.ts";
import { openSmartLink } from "#workers/features/smart-links/open-smart-link.ts";
import type { Member } from "#workers/platform/actor.ts";
import { toAppError } from "#workers/platform/trpc.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

const context = (actor?: Member) => createTestContext({ database, ...(actor ? { actor } : {}) });
const join = (change: Partial<Member> = {}) =>
  insertMember(
    context().ctx.db,
    Date.now(),
    change.persona ? { role: change.persona, ...change } : change,
  );
type Input = Parameters<ReturnType<typeof createCaller>["smartLinks"]["create"]>[0];

async function create(actor: Member, input: Input) {
  const test = context(actor);
  const link = await createCaller(test.ctx).smartLinks.create(input);
  const roundTrips = test.roundTrips.count;
  await test.settle();
  const { db } = test.ctx;
  const [record] = await db.select().from(smartLinks).where(eq(smartLinks.code, link.code));
  const opened = await openSmartLink(context().ctx, link.code);
  const path = opened.status === "open" ? opened.path : opened.status;
  return { params: record?.params, path, roundTrips };
}

const refusal = (actor: Member, input: Input) =>
  createCaller(context(actor).ctx)
    .smartLinks.create(input)
    .then(
      () => "created",
      (error: unknown) => toAppError(error).code,
    );

/** A finished run of four right in biology, on a streak of eight days. */
async function finish(who: Member, flagged = false): Promise<RunId> {
  const { db } = context().ctx;
  const at = new Date();
  const id = newId("run", at.getTime());
  const run = { deckId: "bio-cells", subject: "biology", score: 4, total: 5, answers: {} } as const;
  const { userId, visitorId } = who;
  const times = { startedAt: at, completedAt: at, durationMs: 61_234 };
  await db.insert(deckRuns).values({ ...run, ...times, id, userId, visitorId, flagged });
  const lastDay = Math.floor(at.getTime() / 86_400_000);
  const streak = { days: 8, longest: 8, sinceFreeze: 3, lastDay };
  await db
    .insert(personProgress)
    .values({ visitorId, version: 1, state: { streak } })
    .onConflictDoNothing();
  return id;
}

const rally = (resultId: RunId): Input => ({
  loop: "results_rally",
  destination: "results.card",
  params: { resultId },
});
const proud = (resultId: RunId): Input => ({ ...rally(resultId), loop: "proud_parent" });

async function childOf(guardian: Member, change: Partial<Member>): Promise<Member> {
  const child = await join(change);
  const { db } = context().ctx;
  await db.update(users).set({ guardianId: guardian.userId }).where(eq(users.id, child.userId));
  return child;
}

describe("results.card", () => {
  it("carries bands of the own result, and nothing else, in one round trip beside the write", async () => {
    const student = await join();
    const made = await create(student, rally(await finish(student)));
    expect(made.params).toEqual({
      persona: "student",
      loop: "results_rally",
      subject: "biology",
      score: 4,
      streakDays: 7,
    });
    expect(made.path).toBe("/share/student-results_rally-biology-4-7");
    expect(made.roundTrips).toBe(2);
  });

  it("is what the panel showed before the link was made", async () => {
    const student = await join();
    const resultId = await finish(student);
    const { card } = await createCaller(context(student).ctx).smartLinks.resultCard({ resultId });
    expect((await create(student, rally(resultId))).params).toEqual(card);
  });

  it("shows no score of a run that was flagged", async () => {
    const student = await join();
    const made = await create(student, rally(await finish(student, true)));
    expect(made.params).toMatchObject({ score: 0 });
  });

  it("refuses somebody else's result, also to a tutor and to another parent", async () => {
    const resultId = await finish(await join());
    const [tutor, parent] = [await join({ persona: "tutor" }), await join({ persona: "parent" })];
    expect(await refusal(await join(), rally(resultId))).toBe("NOT_FOUND");
    expect(await refusal(tutor, rally(resultId))).toBe("NOT_FOUND");
    expect(await refusal(parent, proud(resultId))).toBe("NOT_FOUND");
  });

  it("lets a guardian be proud of a child's result, in the parent's voice", async () => {
    const parent = await join({ persona: "parent" });
    const child = await childOf(parent, { minor: true, shareConsent: true });
    const made = await create(parent, proud(await finish(child)));
    expect(made.path).toBe("/share/parent-proud_parent-biology-4-7");
  });

  it("keeps a minor's result inside without the consent to sharing, whoever asks", async () => {
    const parent = await join({ persona: "parent" });
    const child = await childOf(parent, { minor: true, shareConsent: false });
    const resultId = await finish(child);
    expect(await refusal(parent, proud(resultId))).toBe("CONSENT_NEEDED");
    expect(await refusal(child, rally(resultId))).toBe("CONSENT_NEEDED");
    const asked = createCaller(context(parent).ctx).smartLinks.resultCard({ resultId });
    expect((await asked).shareable).toBe(false);
  });

  it("takes no score, alias or other word from the one who asks", async () => {
    const student = await join();
    const resultId = await finish(student);
    const card = { subject: "biology", score: 5, streakDays: 30 };
    for (const params of [card, { resultId, score: 5 }, { resultId, alias: "Ada" }]) {
      const input = { ...rally(resultId), params } as unknown as Input;
      expect(await refusal(student, input)).toBe("BAD_INPUT");
    }
  });
});

describe("cohort.room", () => {
  it("leads to a group that the inviter is in, and to no other", async () => {
    const member = await join();
    const { db } = context().ctx;
    const id = newId("coh", Date.now());
    const slug = `group-${id.slice(-8)}`;
    const createdAt = new Date();
    await db.insert(cohorts).values({ id, slug, name: "Group", subject: "reading", createdAt });
    const input: Input = { loop: "buddy_challenge", destination: "cohort.room", params: { slug } };
    expect(await refusal(member, input)).toBe("NOT_FOUND");
    await db
      .insert(cohortMembers)
      .values({ cohortId: id, userId: member.userId, joinedAt: createdAt });
    const made = await create(member, input);
    expect(made).toMatchObject({ path: `/cohort/${slug}`, params: { slug, subject: "reading" } });
  });
});

describe("tutor.profile", () => {
  it("leads to the tutor's own page while it is public, and to no other", async () => {
    const [tutor, other] = [await join({ persona: "tutor" }), await join({ persona: "tutor" })];
    const { tutors } = createCaller(context(tutor).ctx);
    const { slug } = await tutors.keep({ subjects: ["physics"], published: true });
    const input: Input = {
      loop: "tutor_spotlight",
      destination: "tutor.profile",
      params: { slug },
    };
    const made = await create(tutor, input);
    expect(made).toMatchObject({ path: `/tutors/${slug}`, params: { slug, subject: "physics" } });
    expect(await refusal(other, input)).toBe("NOT_FOUND");
    await tutors.keep({ subjects: ["physics"], published: false });
    expect(await refusal(tutor, input)).toBe("NOT_FOUND");
  });
});

describe("loops", () => {
  const deck = { destination: "fvm.deck", params: { deckId: "bio-cells" } } as const;

  it("begin with whom they are meant for", async () => {
    const may = { proud_parent: "parent", tutor_spotlight: "tutor" } as const;
    for (const [loop, persona] of Object.entries(may) as [keyof typeof may, string][]) {
      for (const asking of ["student", "parent", "tutor"] as const) {
        const answer = await refusal(await join({ persona: asking }), { ...deck, loop });
        expect([loop, asking, answer]).toEqual([
          loop,
          asking,
          asking === persona ? "created" : "FORBIDDEN",
        ]);
      }
    }
  });

  it("lead only where they fit", async () => {
    const student = await join();
    const resultId = await finish(student);
    const input = { ...rally(resultId), loop: "buddy_challenge" } as const;
    expect(await refusal(student, input)).toBe("FORBIDDEN");
  });

  it("take no params of another destination", async () => {
    const student = await join();
    const mixed = { ...rally(await finish(student)), params: { slug: "alg-101" } };
    expect(await refusal(student, mixed)).toBe("BAD_INPUT");
  });
});
