/** Micro-decks on a real database: idempotent starts, answers and completions. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestContext, type TestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { answerQuestion } from "#workers/features/micro-decks/answer-question.ts";
import { completeDeck } from "#workers/features/micro-decks/complete-deck.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";
import { startDeck } from "#workers/features/micro-decks/start-deck.ts";
import { viewLanding } from "#workers/features/micro-decks/view-landing.ts";
import { viewMyResults, viewResult } from "#workers/features/micro-decks/view-result.ts";
import { requirePerson } from "#workers/platform/context.ts";

const deckId = "alg-linear-equations";
const deck = findDeck(deckId);
if (!deck) throw new Error("no deck");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

async function countEvents(test: TestContext, name: string): Promise<number> {
  const person = test.ctx.actor.kind === "system" ? "" : test.ctx.actor.visitorId;
  const answer = await test.ctx.db.execute<{ visitor_id: string; n: number }>(
    sql`select visitor_id, count(*)::int as n from events where name = ${name} group by 1`,
  );
  const { fromUuid } = await import("#shared/ids.ts");
  return answer.rows.find((row) => fromUuid("vis", row.visitor_id) === person)?.n ?? 0;
}

/** Answers all questions, the first `wrong` of them wrongly, one each five seconds. */
async function answerAll(test: TestContext, wrong = 0) {
  const run = await startDeck(test.ctx, { deckId });
  for (const [index, question] of (deck?.questions ?? []).entries()) {
    test.clock.advance(5_000);
    const choice = index < wrong ? (question.answer + 1) % 4 : question.answer;
    await answerQuestion(test.ctx, { deckId, runId: run.runId, questionId: question.id, choice });
  }
  return run.runId;
}

describe("startDeck", () => {
  it("gives one open run and one deck.started to 20 parallel starts", async () => {
    const test = createTestContext({ database });
    const runs = await Promise.all(
      Array.from({ length: 20 }, () => startDeck(test.ctx, { deckId })),
    );
    expect(new Set(runs.map((run) => run.runId)).size).toBe(1);
    expect(await countEvents(test, "deck.started")).toBe(1);
  });

  it("takes one round trip, and goes on after a reload", async () => {
    const test = createTestContext({ database });
    const run = await startDeck(test.ctx, { deckId });
    expect(test.roundTrips.count).toBe(1);
    const landing = await viewLanding(test.ctx, { deckId });
    expect(test.roundTrips.count).toBe(2);
    expect(landing.run?.runId).toBe(run.runId);
  });

  it("refuses an unknown deck", async () => {
    const test = createTestContext({ database });
    await expect(startDeck(test.ctx, { deckId: "no-such-deck" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("answerQuestion", () => {
  it("keeps the first answer, whatever is sent again", async () => {
    const test = createTestContext({ database });
    const { runId } = await startDeck(test.ctx, { deckId });
    const question = deck.questions[0];
    const right = { deckId, runId, questionId: question.id, choice: question.answer };
    const wrong = { ...right, choice: (question.answer + 1) % 4 };
    const first = await answerQuestion(test.ctx, wrong);
    const again = await answerQuestion(test.ctx, right);
    expect(again.run.answered[0]).toEqual(first.run.answered[0]);
    expect(again.run.answered[0]?.correct).toBe(false);
  });

  it("does not touch another person's run", async () => {
    const owner = createTestContext({ database });
    const { runId } = await startDeck(owner.ctx, { deckId });
    const other = createTestContext({ database });
    const answer = { deckId, runId, questionId: "q1", choice: 0 };
    await expect(answerQuestion(other.ctx, answer)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(completeDeck(other.ctx, { deckId, runId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("completeDeck", () => {
  it("writes one deck.completed and one fvm.reached for 20 parallel completions", async () => {
    const test = createTestContext({ database });
    const runId = await answerAll(test, 1);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => completeDeck(test.ctx, { deckId, runId })),
    );
    for (const outcome of outcomes) {
      expect(outcome).toEqual({
        status: "completed",
        result: { runId, score: 4, total: 5, durationMs: 25_000 },
      });
    }
    expect(await countEvents(test, "deck.completed")).toBe(1);
    expect(await countEvents(test, "fvm.reached")).toBe(1);
  });

  it("takes two round trips, and one when repeated", async () => {
    const test = createTestContext({ database });
    const runId = await answerAll(test);
    const before = test.roundTrips.count;
    await completeDeck(test.ctx, { deckId, runId });
    expect(test.roundTrips.count - before).toBe(2);
    await completeDeck(test.ctx, { deckId, runId });
    expect(test.roundTrips.count - before).toBe(3);
  });

  it("reaches a first value once a deck, however often the deck is practised", async () => {
    const test = createTestContext({ database });
    await completeDeck(test.ctx, { deckId, runId: await answerAll(test) });
    await completeDeck(test.ctx, { deckId, runId: await answerAll(test) });
    expect(await countEvents(test, "deck.completed")).toBe(2);
    expect(await countEvents(test, "fvm.reached")).toBe(1);
  });

  it("says what is missing and writes nothing", async () => {
    const test = createTestContext({ database });
    const { runId } = await startDeck(test.ctx, { deckId });
    expect(await completeDeck(test.ctx, { deckId, runId })).toEqual({
      status: "unanswered",
      missing: 5,
    });
    expect(await countEvents(test, "deck.completed")).toBe(0);
  });
});

describe("results", () => {
  it("are seen by their owner and by nobody else", async () => {
    const test = createTestContext({ database });
    const runId = await answerAll(test, 2);
    const unfinished = viewResult(test.ctx, { runId });
    await expect(unfinished).rejects.toMatchObject({ code: "NOT_FOUND" });
    await completeDeck(test.ctx, { deckId, runId });
    expect(await viewResult(test.ctx, { runId })).toMatchObject({ score: 3, owner: "you" });
    const other = createTestContext({ database });
    await expect(viewResult(other.ctx, { runId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("of an account are closed to a guest in the same browser", async () => {
    const guest = createTestContext({ database });
    const left = await answerAll(guest, 1);
    await completeDeck(guest.ctx, { deckId, runId: left });
    const { visitorId } = requirePerson(guest.ctx);
    const actor = await insertMember(guest.ctx.db, guest.clock.now(), { visitorId });
    const member = createTestContext({ database, actor, clock: guest.clock });
    const own = await answerAll(member);
    await completeDeck(member.ctx, { deckId, runId: own });
    expect((await viewMyResults(member.ctx, { before: null })).items).toHaveLength(2);
    await expect(viewResult(guest.ctx, { runId: own })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await viewMyResults(guest.ctx, { before: null })).items).toHaveLength(1);
    expect((await viewLanding(guest.ctx, { deckId })).run?.runId).toBe(left);
  });

  it("are listed newest first, a page at a time, none twice", async () => {
    const test = createTestContext({ database });
    for (let i = 0; i < 23; i++) {
      await completeDeck(test.ctx, { deckId, runId: await answerAll(test) });
    }
    const first = await viewMyResults(test.ctx, { before: null });
    expect(first).toMatchObject({ more: true });
    expect(first.items).toHaveLength(20);
    const last = first.items[19];
    if (!last) throw new Error("no last item");
    const second = await viewMyResults(test.ctx, { before: last });
    expect(second).toMatchObject({ more: false });
    const all = [...first.items, ...second.items].map((item) => item.runId);
    expect(new Set(all).size).toBe(23);
  });
});
