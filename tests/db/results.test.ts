/** Results on a real database: who may look, what peers show, the subject's map, in one round trip. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cohortMembers, cohorts } from "#db/schema/cohorts.ts";
import { deckRuns } from "#db/schema/micro-decks.ts";
import { newId, type RunId, type VisitorId } from "#shared/ids.ts";
import { createPracticeStage } from "#tests/support/practice-stage.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";
import { viewResult } from "#workers/features/micro-decks/view-result.ts";
import type { Member } from "#workers/platform/actor.ts";

const stage = createPracticeStage();
const { join, context } = stage;
beforeAll(stage.start);
afterAll(stage.stop);

/** A finished run with that many right answers. */
async function finish(
  who: { visitorId: VisitorId; userId?: Member["userId"] },
  deckId: string,
  score: number,
  flagged = false,
): Promise<RunId> {
  stage.clock.advance(60_000);
  const deck = findDeck(deckId);
  if (!deck) throw new Error(`no deck ${deckId}`);
  const at = new Date(stage.clock.now());
  const answers = deck.questions.map(({ id, answer }, index) => {
    const correct = index < score;
    return [id, { choice: correct ? answer : (answer + 1) % 4, correct, atMs: at.getTime() }];
  });
  const id = newId("run", at.getTime());
  await context()
    .ctx.db.insert(deckRuns)
    .values({
      id,
      deckId,
      subject: deck.subject,
      visitorId: who.visitorId,
      userId: who.userId ?? null,
      startedAt: at,
      completedAt: at,
      answers: Object.fromEntries(answers),
      score,
      total: 5,
      durationMs: 60_000,
      flagged,
    });
  return id;
}

async function cohortOf(tutor: Member, ...members: Member[]): Promise<void> {
  const { ctx } = context();
  const id = ctx.ids.next("coh");
  const createdAt = new Date(stage.clock.now());
  await ctx.db
    .insert(cohorts)
    .values({ id, slug: id, name: "Group", subject: "physics", createdAt });
  const member = { cohortId: id, joinedAt: createdAt };
  await ctx.db.insert(cohortMembers).values({ ...member, userId: tutor.userId, tutor: true });
  for (const { userId } of members) {
    await ctx.db.insert(cohortMembers).values({ ...member, userId });
  }
}

const look = (actor: Member, runId: RunId) => viewResult(context(actor).ctx, { runId });

describe("viewResult", () => {
  it("is open to the cohort's named tutor, and to no other member, whatever persona", async () => {
    const student = await join();
    const [tutor, stranger] = [await join({ persona: "tutor" }), await join({ persona: "tutor" })];
    const classmate = await join();
    const runId = await finish(student, "phy-motion", 3);
    await expect(look(tutor, runId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const selfMade = await join({ persona: "tutor" });
    await cohortOf(tutor, student, classmate, selfMade);
    await cohortOf(stranger);
    expect(await look(tutor, runId)).toMatchObject({ owner: "your_student", score: 3 });
    for (const other of [stranger, classmate, selfMade]) {
      await expect(look(other, runId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    // What a guest did in no account is nobody's student's.
    const guestRun = await finish({ visitorId: newId("vis", 1) }, "phy-motion", 3);
    await expect(look(tutor, guestRun)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("shows peers' quartiles from 20 runs of others on, without own and held runs", async () => {
    const student = await join();
    const runId = await finish(student, "chem-atoms", 2);
    const others = Array.from({ length: 5 }, () => ({ visitorId: newId("vis", 1) }));
    const other = (index: number) => others[index % 5] ?? { visitorId: newId("vis", 1) };
    for (let index = 0; index < 19; index++) await finish(other(index), "chem-atoms", index % 5);
    await finish(student, "chem-atoms", 5);
    await finish(other(0), "chem-atoms", 5, true);
    await finish(other(0), "chem-reactions", 5);
    expect((await look(student, runId)).peers).toBeNull();
    await finish(other(19), "chem-atoms", 4);
    // Scores 0 to 4, four times each.
    expect((await look(student, runId)).peers).toEqual({ runs: 20, low: 1, middle: 2, high: 3 });
  });

  it("shows no range of twenty runs that so few people made that one could be told from it", async () => {
    const student = await join();
    const runId = await finish(student, "read-inference", 2);
    const one = { visitorId: newId("vis", 1) };
    for (let index = 0; index < 20; index++) await finish(one, "read-inference", 4);
    expect((await look(student, runId)).peers).toBeNull();
  });

  it("maps the subject's skills over the last eight runs up to this one, in one round trip", async () => {
    const student = await join();
    await finish(student, "bio-cells", 5);
    for (let index = 0; index < 8; index++) await finish(student, "bio-heredity", 2);
    const runId = await finish(student, "bio-cells", 4);
    await finish(student, "bio-cells", 0);
    await finish({ visitorId: newId("vis", 1) }, "bio-cells", 0);
    const { ctx, roundTrips } = context(student);
    const { skillMap } = await viewResult(ctx, { runId });
    expect(roundTrips.count).toBe(1);
    expect(skillMap.runs.map((run) => run.deckId)).toEqual([
      ...Array(7).fill("bio-heredity"),
      "bio-cells",
    ]);
    const sum = (column: number) =>
      skillMap.skills.reduce((all, { cells }) => all + (cells[column]?.correct ?? 0), 0);
    expect([sum(0), sum(7)]).toEqual([2, 4]);
  });

  it("keeps an account's runs out of the map of a guest in the same browser", async () => {
    const member = await join();
    await finish(member, "geo-area", 5);
    const runId = await finish({ visitorId: member.visitorId }, "geo-area", 1);
    const test = context();
    const guest = { ...test.ctx, actor: { kind: "guest", visitorId: member.visitorId } as const };
    expect((await viewResult(guest, { runId })).skillMap.runs).toHaveLength(1);
  });
});
