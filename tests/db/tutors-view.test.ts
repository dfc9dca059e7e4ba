/** Names and who may see them: oneself, the guardian, the cohort's named tutor; and who names a tutor. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toUuid } from "#shared/ids.ts";
import { createCohortStage } from "#tests/support/cohort-stage.ts";
import { type Caller, createCaller } from "#workers/app-router.ts";
import type { Member } from "#workers/platform/actor.ts";
import { toAppError } from "#workers/platform/trpc.ts";

const stage = createCohortStage();
const { context, db, join, makeCohort } = stage;
beforeAll(stage.start);
afterAll(stage.stop);

const as = (actor: Member) => createCaller(context({ actor }).ctx);
const codeOf = (asking: Promise<unknown>) =>
  asking.then(
    () => "none",
    (error: unknown) => toAppError(error).code,
  );

/** A group with a tutor by persona, whom nobody has named yet, and two students. */
async function group() {
  const tutor = await join({ persona: "tutor", role: "tutor" });
  const admin = await join({ persona: "tutor", role: "admin" });
  const parent = await join({ persona: "parent", role: "parent" });
  const student = await join({ name: "" });
  const minor = await join({ name: "", minor: true, shareConsent: false });
  await db().execute(sql`update users set guardian_id = ${toUuid(parent.userId)}
    where id = ${toUuid(minor.userId)}`);
  const { slug } = await makeCohort("algebra", [tutor, student, minor]);
  const name = (named: boolean) =>
    as(admin).cohorts.setTutor({ slug, userId: tutor.userId, named });
  return { tutor, admin, parent, student, minor, slug, name };
}

const students = async (call: Caller, slug: string) =>
  (await call.cohorts.students({ slug })).items;

describe("a name", () => {
  it("is nobody's alias, before and after a new one: without one there is none", async () => {
    const { parent, minor } = await group();
    await as(minor).people.newAlias();
    const [child] = (await as(parent).people.family()).children;
    expect(child?.name).toBeNull();
    expect(JSON.stringify(child)).not.toContain(minor.alias);
  });

  it("is a grown-up's own to give and to take away", async () => {
    const { student } = await group();
    await as(student).people.setName({ name: "  Given   Name " });
    expect((await as(student).people.account()).name).toBe("Given Name");
    await as(student).people.setName({ name: "" });
    expect((await as(student).people.account()).name).toBeNull();
  });

  it("of a minor is the guardian's to give, and of nobody else's child", async () => {
    const { parent, minor } = await group();
    expect(await codeOf(as(minor).people.setName({ name: "Free Text" }))).toBe("FORBIDDEN");
    const [child] = (await as(parent).people.family()).children;
    const given = { child: child?.child ?? "", name: "Child Name" };
    expect(await codeOf(as((await group()).parent).people.nameChild(given))).toBe("NOT_FOUND");
    await as(parent).people.nameChild(given);
    expect((await as(parent).people.family()).children[0]?.name).toBe("Child Name");
    expect((await as(minor).people.account()).name).toBe("Child Name");
  });

  it.each(["<b>x</b>", "a@b.test", "https://x.test", "1234", "x".repeat(61)])(
    "is made of letters: %s is none",
    async (name) => {
      const { student } = await group();
      expect(await codeOf(as(student).people.setName({ name }))).toBe("BAD_INPUT");
    },
  );
});

describe("a cohort's students", () => {
  it("are shown by name to the tutor whom the operator named, to no other member", async () => {
    const { tutor, student, minor, slug, name } = await group();
    await as(student).people.setName({ name: "Given Name" });
    expect(await students(as(tutor), slug)).toEqual([]);
    await name(true);
    const shown = await students(as(tutor), slug);
    expect(shown.map((one) => one.name ?? one.alias).sort()).toEqual(
      ["Given Name", minor.alias].sort(),
    );
    expect(JSON.stringify(shown)).not.toMatch(/(user|vis)_/);
    expect(await students(as(student), slug)).toEqual([]);
    expect(JSON.stringify(await as(student).cohorts.view({ slug }))).not.toContain("Given Name");
    // The handles are those of the members' list.
    const { members } = await as(tutor).cohorts.view({ slug });
    const handles = new Set(members.map(({ handle }) => handle));
    expect(shown.every(({ handle }) => handles.has(handle))).toBe(true);
    await name(false);
    expect(await students(as(tutor), slug)).toEqual([]);
  });

  it("have results that lead their tutor, and nobody else, to each result's page", async () => {
    const { tutor, student, slug, name } = await group();
    const { ctx } = context();
    const runId = ctx.ids.next("run");
    const at = sql`${new Date(ctx.clock.now()).toISOString()}::timestamptz`;
    await db().execute(sql`insert into deck_runs (id, deck_id, subject, visitor_id, user_id,
        started_at, completed_at, answers, score, total, duration_ms, flagged)
      values (${toUuid(runId)}::uuid, 'alg-expressions', 'algebra',
        ${toUuid(student.visitorId)}::uuid, ${toUuid(student.userId)}::uuid, ${at}, ${at},
        '{}'::jsonb, 4, 5, 60000, false)`);
    expect((await as(tutor).microDecks.studentResults({ slug })).items).toEqual([]);
    await name(true);
    const { items } = await as(tutor).microDecks.studentResults({ slug });
    expect(items).toMatchObject([{ runId, score: 4, total: 5 }]);
    expect((await as(tutor).microDecks.result({ runId })).owner).toBe("your_student");
    expect((await as(student).microDecks.studentResults({ slug })).items).toEqual([]);
  });
});

describe("cohorts.setTutor", () => {
  it("is a fact once for each change, and names only a tutor of that cohort", async () => {
    const { tutor, admin, student, slug, name } = await group();
    await Promise.all([name(true), name(true), name(true)]);
    const { rows } = await db().execute(sql`select props ->> 'named' as named from events
      where name = 'tutor.named' and user_id = ${toUuid(tutor.userId)}::uuid`);
    expect(rows).toEqual([{ named: "true" }]);
    const naming = (userId: Member["userId"]) =>
      codeOf(as(admin).cohorts.setTutor({ slug, userId, named: true }));
    expect(await naming(student.userId)).toBe("NOT_FOUND");
    expect(await naming(admin.userId)).toBe("NOT_FOUND");
    const listed = (await as(admin).cohorts.forAdmin()).cohorts.find((one) => one.slug === slug);
    expect(listed).toMatchObject({ members: 3, tutors: [{ alias: tutor.alias, named: true }] });
  });
});
