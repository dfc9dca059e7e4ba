/** Who gets a ticket to which room, and how long it lets them stay. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cohortMembers, cohorts } from "#db/schema/cohorts.ts";
import { sessions } from "#db/schema/people.ts";
import { toUuid } from "#shared/ids.ts";
import { boardName, periodStart } from "#shared/protocol/room-names.ts";
import { createTestClock, createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { issueRoomTicket } from "#workers/features/realtime/issue-room-ticket.ts";
import { realtimeRouter } from "#workers/features/realtime/realtime.router.ts";
import type { Member } from "#workers/platform/actor.ts";
import { offeredTicket, openTicket } from "#workers/platform/ticket.ts";
import { createCallerFactory } from "#workers/platform/trpc.ts";

let database: TestDatabase;
const clock = createTestClock();
const slug = "alg-301";

beforeAll(async () => {
  database = await createTestDatabase();
  const { ctx } = context();
  const id = ctx.ids.next("coh");
  const createdAt = new Date(clock.now());
  await ctx.db.insert(cohorts).values({ id, slug, name: slug, subject: "algebra", createdAt });
});
afterAll(() => database.stop());

const context = (actor?: Member) =>
  createTestContext({ database, clock, ...(actor ? { actor } : {}) });
const member = (change: Partial<Member> = {}) =>
  insertMember(context().ctx.db, clock.now(), change);
const cohort = { room: "cohort", name: slug } as const;
const board = {
  room: "leaderboard",
  name: boardName({
    subject: "algebra",
    period: "weekly",
    periodStart: periodStart("weekly", clock.now()),
  }),
} as const;

async function claimsFor(actor: Member | undefined, input: typeof cohort | typeof board) {
  const { ctx, roundTrips } = context(actor);
  const { path, protocols, expiresAt } = await issueRoomTicket(ctx, input);
  expect(path).toBe(`/ws/${input.room}/${input.name}`);
  expect(expiresAt).toBe(clock.now() + 60_000);
  const place = { ...input, now: clock.now() };
  const text = offeredTicket(protocols.join(", ")) ?? "";
  return { claims: await openTicket(ctx.config.TICKET_SECRET, text, place), roundTrips };
}

async function startSession(person: Member, lastsMs: number): Promise<Member> {
  const { ctx } = context();
  const sessionId = ctx.ids.next("sess");
  const createdAt = new Date(clock.now());
  const expiresAt = new Date(clock.now() + lastsMs);
  const row = { id: sessionId, userId: person.userId, token: sessionId, expiresAt };
  await ctx.db.insert(sessions).values({ ...row, createdAt, updatedAt: createdAt });
  return { ...person, sessionId };
}

describe("issueRoomTicket", () => {
  it("lets a guest watch a board, under no alias of their own, without a query", async () => {
    const { claims, roundTrips } = await claimsFor(undefined, board);
    expect(claims).toMatchObject({ alias: "Guest", isMember: false });
    expect(roundTrips.count).toBe(0);
  });

  it("lets a guest into no cohort, nor a child whose guardian has not answered", async () => {
    await expect(issueRoomTicket(context().ctx, cohort)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    const child = context(await member({ guardianState: "pending" })).ctx;
    await expect(issueRoomTicket(child, cohort)).rejects.toMatchObject({
      code: "GUARDIAN_PENDING",
    });
  });

  it("says who is on the cohort's list and who only watches, in one round trip", async () => {
    const person = await member();
    const watching = await claimsFor(person, cohort);
    expect(watching.claims).toMatchObject({ alias: person.alias, isMember: false });
    expect(watching.roundTrips.count).toBe(1);
    const { ctx } = context();
    const [row] = await ctx.db.select().from(cohorts).where(sql`slug = ${slug}`);
    const joinedAt = new Date(clock.now());
    if (row) {
      await ctx.db
        .insert(cohortMembers)
        .values({ cohortId: row.id, userId: person.userId, joinedAt });
    }
    expect((await claimsFor(person, cohort)).claims?.isMember).toBe(true);
  });

  it("ends the stay with the session, or after ten minutes", async () => {
    const person = await member();
    const short = await startSession(person, 90_000);
    expect((await claimsFor(short, board)).claims?.sessionEndsAt).toBe(clock.now() + 90_000);
    const long = await startSession(person, 24 * 3_600_000);
    expect((await claimsFor(long, cohort)).claims?.sessionEndsAt).toBe(clock.now() + 600_000);
  });

  it("gives no ticket for a session that has ended, was revoked, or is another's", async () => {
    const person = await member();
    const ended = await startSession(person, 0);
    const revoked = await startSession(person, 90_000);
    const id = toUuid(revoked.sessionId ?? "sess_");
    await context().ctx.db.execute(sql`delete from sessions where id = ${id}`);
    const other = await startSession(await member(), 90_000);
    for (const sessionId of [ended, revoked, other].map((one) => one.sessionId)) {
      const asking = issueRoomTicket(context({ ...person, sessionId }).ctx, board);
      await expect(asking).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    }
  });

  it.each([
    ["cohort", "no-such-cohort"],
    ["cohort", "Not A Slug"],
    ["leaderboard", "algebra:daily:2999-01-01"],
    ["leaderboard", "alg-301"],
  ] as const)("knows no %s %j", async (room, name) => {
    const { ctx } = context(await member());
    await expect(issueRoomTicket(ctx, { room, name })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("never makes the same ticket twice", async () => {
    const person = await member();
    const first = await claimsFor(person, board);
    const second = await claimsFor(person, board);
    expect(first.claims?.jti).not.toBe(second.claims?.jti);
    expect(first.claims?.handle).toBe(second.claims?.handle);
  });
});

describe("realtime.ticket", () => {
  it("refuses unknown rooms and unknown fields", async () => {
    const caller = createCallerFactory(realtimeRouter)(context().ctx);
    for (const input of [{ room: "kitchen", name: "x" }, { ...board, admin: true }, {}]) {
      await expect(caller.ticket(input as typeof board)).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    }
    expect((await caller.ticket(board)).protocols[0]).toBe("vr.v1");
  });
});
