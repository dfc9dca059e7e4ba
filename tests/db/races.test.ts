/** Twenty at the same moment with the same identity leave exactly one fact, on both databases. */
import { type SQL, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createDb } from "#db/client.ts";
import { cohorts } from "#db/schema/cohorts.ts";
import { sessions } from "#db/schema/people.ts";
import { toUuid, type VisitorId } from "#shared/ids.ts";
import { createFakeKv } from "#tests/support/fake-kv.ts";
import { call, createPeopleStage, lastMail } from "#tests/support/people-stage.ts";
import { raceDatabases } from "#tests/support/race-databases.ts";
import { createTestClock, createTestContext } from "#tests/support/test-context.ts";
import type { TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { activityReact } from "#workers/features/activity/activity.events.ts";
import { activityIdOf } from "#workers/features/activity/activity-writes.repo.ts";
import { setReaction } from "#workers/features/activity/set-reaction.ts";
import { cohortsRouter } from "#workers/features/cohorts/cohorts.router.ts";
import { answerQuestion } from "#workers/features/micro-decks/answer-question.ts";
import { completeDeck } from "#workers/features/micro-decks/complete-deck.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";
import { startDeck } from "#workers/features/micro-decks/start-deck.ts";
import { readAttribution } from "#workers/features/smart-links/attribution-cookie.ts";
import { createSmartLink } from "#workers/features/smart-links/create-smart-link.ts";
import { openSmartLink, rememberTouch } from "#workers/features/smart-links/open-smart-link.ts";
import { markEngaged, recordOpen } from "#workers/features/smart-links/record-open.ts";
import { smartLinksReact } from "#workers/features/smart-links/smart-links.events.ts";
import { storeTelemetry } from "#workers/features/smart-links/smart-links.telemetry.ts";
import type { TelemetryMessage } from "#workers/platform/telemetry.ts";
import { createCallerFactory } from "#workers/platform/trpc.ts";
import { readVisitor } from "#workers/platform/visitor-cookie.ts";

const deckId = "alg-linear-equations";
const racers = 20;
const race = <T>(work: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: racers }, (_, i) => work(i)));

for (const { name, missing, open } of raceDatabases) {
  if (missing) console.warn(`${name}: ${missing}`);
  describe.skipIf(missing !== null)(`twenty at once, on ${name}`, () => {
    let database: TestDatabase;
    const clock = createTestClock(Math.floor(Date.now() / 3_600_000) * 3_600_000);
    beforeAll(async () => {
      database = await open();
    });
    afterAll(() => database?.stop());
    afterEach(() => void vi.useRealTimers());

    const countOf = async (query: SQL) =>
      Number((await createDb(database).execute(query)).rows[0]?.["n"]);
    const factsOf = (visitorId: VisitorId, fact: string) =>
      countOf(sql`select count(*)::int as n from events
        where name = ${fact} and visitor_id = ${toUuid(visitorId)}`);

    /** A guest's browser that a link brought; each request is a context of its own. */
    async function invited() {
      const kv = createFakeKv(() => clock.now());
      const actor = await insertMember(createDb(database), clock.now());
      const inviter = createTestContext({ database, clock, kv, actor });
      const { code } = await createSmartLink(inviter.ctx, {
        loop: "buddy_challenge",
        destination: "fvm.deck",
        params: { deckId },
      });
      clock.advance(1_000);
      const first = createTestContext({ database, clock, kv });
      const opened = await openSmartLink(first.ctx, code);
      if (opened.status !== "open") throw new Error("the link is not open");
      await rememberTouch(first.ctx, opened.link, null);
      const cookie = first.ctx.cookies.lines().map((line) => line.split(";", 1)[0]);
      const request = async () => {
        const headers = { cookie: cookie.join("; "), "user-agent": "Laptop/1" };
        const test = createTestContext({ database, clock, kv, headers });
        const { COOKIE_SECRET } = test.ctx.config;
        const visitorId = await readVisitor(test.ctx.cookies, COOKIE_SECRET);
        if (!visitorId) throw new Error("no visitor");
        test.ctx.actor = { kind: "guest", visitorId };
        const browser = { visitorId, now: clock.now() };
        test.ctx.attribution = await readAttribution(test.ctx.cookies, COOKIE_SECRET, browser);
        return { ...test, visitorId };
      };
      return { request, linkId: opened.link.linkId, code };
    }

    it("starts are one run, completions one result and one first value", async () => {
      const { request } = await invited();
      const runs = await race(async () => startDeck((await request()).ctx, { deckId }));
      expect(new Set(runs.map(({ runId }) => runId)).size).toBe(1);
      const runId = runs[0]?.runId as (typeof runs)[number]["runId"];
      for (const { id: questionId, answer: choice } of findDeck(deckId)?.questions ?? []) {
        clock.advance(5_000);
        await race(async () =>
          answerQuestion((await request()).ctx, { deckId, runId, questionId, choice }),
        );
      }
      const done = await race(async () => completeDeck((await request()).ctx, { deckId, runId }));
      expect(new Set(done.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
      const { visitorId } = await request();
      for (const fact of ["deck.started", "deck.completed", "fvm.reached"]) {
        expect(await factsOf(visitorId, fact), fact).toBe(1);
      }
    });

    it("first values and joins of one invitee are one credit and one fact each", async () => {
      const { request, linkId } = await invited();
      const { ctx, visitorId } = await request();
      const props = { runId: ctx.ids.next("run"), deckId, subject: "algebra" } as const;
      const fvm = ctx.events.fact("fvm.reached", { visitorId, linkId, props });
      await race(async () => smartLinksReact((await request()).ctx, fvm));
      const { userId } = await insertMember(ctx.db, clock.now(), { visitorId });
      const joining = { visitorId, userId, linkId, props: { persona: "student" } } as const;
      const joined = ctx.events.fact("person.joined", joining);
      await race(async () => smartLinksReact((await request()).ctx, joined));
      expect(await factsOf(visitorId, "invite.fvm")).toBe(1);
      expect(await factsOf(visitorId, "invite.joined")).toBe(1);
      const credits = sql`select count(*)::int as n from invite_credits
        where invitee_visitor_id = ${toUuid(visitorId)}`;
      expect(await countOf(credits)).toBe(1);
    });

    it("opens and first taps of one browser are one open and one engagement", async () => {
      const { request, code } = await invited();
      const sent = await race(async () => {
        const { ctx, settle, queueMessages } = await request();
        await recordOpen(ctx);
        await markEngaged(ctx);
        await settle();
        return queueMessages as TelemetryMessage[];
      });
      expect(sent.flat()).toHaveLength(2 * racers);
      await Promise.all(
        // A queue may deliver a batch twice, also at the same moment.
        [...sent, ...sent].map((batch) =>
          storeTelemetry(createTestContext({ database, clock }).ctx, batch),
        ),
      );
      const { visitorId } = await request();
      expect(await factsOf(visitorId, "invite.opened")).toBe(1);
      expect(await factsOf(visitorId, "invite.engaged")).toBe(1);
      const opens = sql`select count(*)::int as n from link_opens o
        join smart_links l on l.id = o.link_id where l.code = ${code}`;
      expect(await countOf(opens)).toBe(1);
    });

    it("confirmations of one pending join are one account, one session and one fact", async () => {
      const stage = createPeopleStage(database);
      const [email, asking] = [stage.newEmail(), stage.browser()];
      const join = { birthYear: stage.year - 30, persona: "student" as const };
      await call(asking, (people) => people.requestSignIn({ email, join }));
      const { token } = await lastMail(stage, email);
      const answers = await race(() =>
        call(stage.browser(), (people) => people.confirmSignIn({ token })),
      );
      expect(answers.filter(({ status }) => status === "signed_in")).toHaveLength(1);
      const found = await stage.db.execute<{ id: string; visitor: string }>(
        sql`select id, visitor_id as visitor from users where email = ${email}`,
      );
      expect(found.rows).toHaveLength(1);
      const { id = "", visitor = "" } = found.rows[0] ?? {};
      expect(await stage.db.$count(sessions, sql`user_id = ${id}`)).toBe(1);
      const facts = sql`select count(*)::int as n from events
        where name = 'person.joined' and visitor_id = ${visitor}`;
      expect(await countOf(facts)).toBe(1);
    });

    it("joins of one cohort are one membership and one fact", async () => {
      const db = createDb(database);
      const actor = await insertMember(db, clock.now());
      const { ctx } = createTestContext({ database, clock, actor });
      const id = ctx.ids.next("coh");
      const slug = `race-${id.slice(-10)}`;
      const createdAt = new Date(clock.now());
      await db.insert(cohorts).values({ id, slug, name: slug, subject: "algebra", createdAt });
      const callerOf = createCallerFactory(cohortsRouter);
      const answers = await race(() =>
        callerOf(createTestContext({ database, clock, actor }).ctx).join({ slug }),
      );
      expect(answers).toEqual(Array.from({ length: racers }, () => ({ status: "joined" })));
      expect(await factsOf(actor.visitorId, "cohort.joined")).toBe(1);
      const members = sql`select count(*)::int as n from cohort_members
        where cohort_id = ${toUuid(id)}`;
      expect(await countOf(members)).toBe(1);
    });

    it("reactions are one of a person, and counted right of many", async () => {
      const db = createDb(database);
      const [author, ...fans] = await Promise.all(
        Array.from({ length: racers + 1 }, () => insertMember(db, clock.now())),
      );
      if (!author) throw new Error("nobody");
      const { ctx } = createTestContext({ database, clock });
      const done = ctx.events.fact("level.reached", { ...author, props: { level: 2 } });
      await activityReact(ctx, done).catch(() => {});
      const id = activityIdOf(done.eventId);
      const kinds = ["heart", "clap", "star", "splash", "sprout"] as const;
      const react = (actor = author, kind: (typeof kinds)[number] | null = "heart") =>
        setReaction(createTestContext({ database, clock, actor }).ctx, { id, kind });
      await race(() => react());
      expect(await react()).toMatchObject({ counts: { heart: 1 }, v: 1 });
      expect(await factsOf(author.visitorId, "reaction.changed")).toBe(1);
      await race((i) => react(author, kinds[i % 5] ?? null));
      const rows = sql`select count(*)::int as n from activity_reactions
        where activity_id = ${toUuid(id)}`;
      expect(await countOf(rows)).toBe(1);
      const answers = await race((i) => react(fans[i], "star"));
      // Each next version counts one more: nobody was told of a count that leaves somebody out.
      const told = answers
        .map(({ v, counts }) => [v, counts.star ?? 0])
        .sort(([a = 0], [b = 0]) => a - b);
      expect(new Set(told.map(([v]) => v)).size).toBe(racers);
      const [first] = told.map(([, star = 0]) => star);
      expect(told.map(([, star]) => star)).toEqual(told.map((_, i) => (first ?? 0) + i));
      await race((i) => react(fans[i], null));
      const left = Object.values((await react(author, null)).counts);
      expect(left).toEqual([]);
    });
  });
}
