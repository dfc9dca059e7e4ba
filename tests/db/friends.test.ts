/** Friends on a real database: mutual, by consent, one fact for each two, guardians asked for minors. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { users } from "#db/schema/people.ts";
import { toUuid } from "#shared/ids.ts";
import { callFriends, createFriendStage } from "#tests/support/friend-stage.ts";
import { friendsReact } from "#workers/features/friends/friends.events.ts";
import { isMinorSql } from "#workers/features/friends/friends.repo.ts";
import { quietMs } from "#workers/features/friends/friendship.ts";
import { isMinor } from "#workers/features/people/age.ts";
import type { Member } from "#workers/platform/actor.ts";
import { roomHandle } from "#workers/platform/room-handle.ts";

const stage = createFriendStage();
const { as, childOf, clock, context, db, join, makeCohort, inviteJoined, openId, states } = stage;
beforeAll(stage.start);
afterAll(stage.stop);

const handleIn = (slug: string, person: Member) =>
  roomHandle(context().ctx.config.TICKET_SECRET, "cohort", slug, person.visitorId);

async function ask(from: Member, to: Member, slug: string) {
  return as(from).ask({ slug, handle: await handleIn(slug, to) });
}

/** Two people of one cohort, with its slug. */
async function classmates(change: Partial<Member> = {}) {
  const [one, other] = [await join(change), await join()];
  const { slug } = await makeCohort("algebra", [one, other]);
  return { one, other, slug };
}

/** The inviter and the invitee of an accepted invite, who share no cohort. */
async function invited(inviterIs: Partial<Member> = {}, inviteeIs: Partial<Member> = {}) {
  const [inviter, invitee] = [await join(inviterIs), await join(inviteeIs)];
  const event = inviteJoined(invitee, inviter.userId);
  await friendsReact(context().ctx, event);
  await friendsReact(context().ctx, event);
  return { inviter, invitee };
}

async function madeFacts(...people: Member[]) {
  const ids = people.map(({ userId }) => toUuid(userId));
  const { rows } = await db().execute(sql`select props from events where name = 'friends.made'
    and user_id::text in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`);
  return rows.length;
}

describe("members of one cohort", () => {
  it("are friends once both say yes, and each sees the other by alias only", async () => {
    const { one, other, slug } = await classmates();
    expect(await ask(one, other, slug)).toMatchObject({ status: "asked" });
    expect(await states(one)).toEqual([[other.alias, "asked"]]);
    expect(await states(other)).toEqual([[one.alias, "asked_you"]]);
    expect(await madeFacts(one, other)).toBe(0);
    const answer = { id: await openId(other), answer: "accept" } as const;
    expect(await as(other).answer(answer)).toEqual({ status: "friends" });
    expect(await as(other).answer(answer)).toEqual({ status: "friends" });
    expect(await states(one)).toEqual([[other.alias, "friends"]]);
    expect(await states(other)).toEqual([[one.alias, "friends"]]);
    expect(await madeFacts(one, other)).toBe(1);
    expect(JSON.stringify(await as(one).list({}))).not.toMatch(/(user|vis)_|Test Person",|@/);
  });

  it("become friends by one fact, whatever 20 asks and answers race", async () => {
    const { one, other, slug } = await classmates();
    const both = Array.from({ length: 20 }, (_, n) =>
      n % 2 ? ask(one, other, slug) : ask(other, one, slug),
    );
    const asked = await Promise.all(both);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    const id = asked[0]?.id ?? (await openId(one));
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        as(n % 2 ? one : other).answer({ id, answer: "accept" }),
      ),
    );
    expect(await madeFacts(one, other)).toBe(1);
    const { rows } = await db().execute(sql`select 1 from friendships
      where ${toUuid(one.userId)} in (low_id, high_id)`);
    expect(rows).toHaveLength(1);
  });

  it("can be asked by the handle of that room only, by its members only", async () => {
    const { one, other, slug } = await classmates();
    const elsewhere = await makeCohort("algebra", [one, other]);
    const stranger = await join();
    const notFound = { code: "NOT_FOUND" };
    const handle = await handleIn(elsewhere.slug, other);
    await expect(as(one).ask({ slug, handle })).rejects.toMatchObject(notFound);
    await expect(ask(stranger, other, slug)).rejects.toMatchObject(notFound);
    await expect(ask(one, one, slug)).rejects.toMatchObject(notFound);
    await ask(one, other, slug);
    const id = await openId(one);
    await expect(as(stranger).answer({ id, answer: "accept" })).rejects.toMatchObject(notFound);
    await expect(as(stranger).remove({ id })).rejects.toMatchObject(notFound);
  });

  it("hear nothing of a no, and cannot ask again for 30 days", async () => {
    const { one, other, slug } = await classmates();
    await ask(one, other, slug);
    await as(other).answer({ id: await openId(other), answer: "decline" });
    expect(await states(one)).toEqual([[other.alias, "asked"]]);
    expect(await ask(one, other, slug)).toMatchObject({ status: "asked" });
    expect(await states(other)).toEqual([]);
    clock.advance(quietMs);
    await ask(one, other, slug);
    expect(await states(other)).toEqual([[one.alias, "asked_you"]]);
  });

  it("lose a friend quietly, who cannot come back by asking; who removed may", async () => {
    const { one, other, slug } = await classmates();
    await ask(one, other, slug);
    const { id } = await ask(other, one, slug);
    await as(one).remove({ id });
    expect([await states(one), await states(other)]).toEqual([[], []]);
    expect(await ask(other, one, slug)).toMatchObject({ status: "asked" });
    expect([await states(one), await states(other)]).toEqual([[], [[one.alias, "asked"]]]);
    await as(other).remove({ id });
    expect(await states(other)).toEqual([]);
    await ask(one, other, slug);
    expect(await states(other)).toEqual([[one.alias, "asked_you"]]);
  });

  it("can take a request back, and be asked at once by the other", async () => {
    const { one, other, slug } = await classmates();
    const { id } = await ask(one, other, slug);
    await as(one).remove({ id });
    expect([await states(one), await states(other)]).toEqual([[], []]);
    await ask(other, one, slug);
    expect(await states(one)).toEqual([[other.alias, "asked_you"]]);
  });

  it("need no guardian, a minor included", async () => {
    const { one, other, slug } = await classmates({ minor: true });
    await ask(one, other, slug);
    expect(await ask(other, one, slug)).toMatchObject({ status: "friends" });
  });

  it("cannot have more than 50 requests open", async () => {
    const one = await join();
    const others = await Promise.all(Array.from({ length: 51 }, () => join()));
    const { slug } = await makeCohort("algebra", [one, ...others]);
    for (const other of others.slice(0, 50)) await ask(one, other, slug);
    const last = others[50] as Member;
    await expect(ask(one, last, slug)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  });

  it("are listed page by page, none lost, in one round trip each", async () => {
    const one = await join();
    const others = await Promise.all(Array.from({ length: 53 }, () => join()));
    const { slug } = await makeCohort("algebra", [one, ...others]);
    for (const other of others) {
      clock.advance(1);
      await ask(other, one, slug);
      await ask(one, other, slug);
    }
    const { ctx, roundTrips } = context({ actor: one });
    const first = await callFriends(ctx).list({});
    expect([first.friends.length, roundTrips.count]).toEqual([50, 1]);
    const second = await callFriends(ctx).list({ cursor: first.nextCursor ?? "" });
    const aliases = [...first.friends, ...second.friends].map(({ alias }) => alias);
    expect(aliases).toEqual(others.map(({ alias }) => alias).reverse());
    expect(second.nextCursor).toBeNull();
  });
});

describe("an accepted invite", () => {
  it("offers a friendship once, which both have to accept", async () => {
    const { inviter, invitee } = await invited();
    expect(await states(inviter)).toEqual([[invitee.alias, "offered"]]);
    expect(await states(invitee)).toEqual([[inviter.alias, "offered"]]);
    const id = await openId(inviter);
    expect(await as(inviter).answer({ id, answer: "accept" })).toEqual({ status: "waiting" });
    expect(await states(inviter)).toEqual([[invitee.alias, "asked"]]);
    expect(await as(invitee).answer({ id, answer: "accept" })).toEqual({ status: "friends" });
    expect(await madeFacts(inviter, invitee)).toBe(1);
  });

  it("offers nothing to and of a child whose account waits", async () => {
    const { inviter, invitee } = await invited({}, { guardianState: "pending", minor: true });
    expect(await states(inviter)).toEqual([]);
    await expect(as(invitee).list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a minor from another cohort", () => {
  it("waits for the guardian, whose yes makes the friendship", async () => {
    const guardian = await join({ persona: "parent", role: "parent" });
    const child = await childOf(guardian);
    const { inviter: friend } = await invited();
    await friendsReact(context().ctx, inviteJoined(child, friend.userId));
    const pair = (await as(child).list({})).open[0];
    const id = pair?.id ?? (await openId(child));
    await as(friend).answer({ id, answer: "accept" });
    expect(await as(child).answer({ id, answer: "accept" })).toEqual({ status: "waiting" });
    expect(await states(child)).toEqual([[friend.alias, "waits_for_guardian"]]);
    expect(await states(friend)).toContainEqual([child.alias, "asked"]);
    const { items } = await as(guardian).forGuardian({});
    expect(items).toMatchObject([{ id, childAlias: child.alias, friendAlias: friend.alias }]);
    expect(JSON.stringify(items)).not.toMatch(/(user|vis)_/);
    const other = await join({ persona: "parent", role: "parent" });
    const yes = { id, answer: "consented" } as const;
    await expect(as(other).answerForChild(yes)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const revoked = { ...guardian, sessionId: context().ctx.ids.next("sess") };
    await expect(as(revoked).answerForChild(yes)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await as(guardian).answerForChild(yes)).toEqual({ status: "friends" });
    expect(await states(child)).toEqual([[friend.alias, "friends"]]);
    expect(await madeFacts(child, friend)).toBe(1);
  });

  it("stays without the friend after the guardian's no, and after the first yes of two guardians", async () => {
    const guardian = await join({ persona: "parent", role: "parent" });
    const child = await childOf(guardian);
    const second = await childOf(await join({ persona: "parent", role: "parent" }));
    await friendsReact(context().ctx, inviteJoined(child, second.userId));
    const id = await openId(child);
    await as(child).answer({ id, answer: "accept" });
    await as(second).answer({ id, answer: "accept" });
    expect(await as(guardian).answerForChild({ id, answer: "consented" })).toEqual({
      status: "recorded",
    });
    expect(await states(child)).toEqual([[second.alias, "asked"]]);
    expect((await as(guardian).forGuardian({})).items).toEqual([]);
    expect(await madeFacts(child, second)).toBe(0);
    const { inviter: friend } = await invited();
    await friendsReact(context().ctx, inviteJoined(child, friend.userId));
    const offered = (await as(child).list({})).open.find(({ alias }) => alias === friend.alias);
    const next = offered?.id ?? id;
    await as(child).answer({ id: next, answer: "accept" });
    await as(guardian).answerForChild({ id: next, answer: "declined" });
    expect((await as(child).list({})).open.map(({ alias }) => alias)).toEqual([second.alias]);
  });
});

it("the database calls the same people minors as the code does", async () => {
  const year = new Date(clock.now()).getUTCFullYear();
  const person = await join();
  const cases = ([null, 12, 17, 18, 19, 20, 40] as const).flatMap((age) =>
    (["student", "parent"] as const).map((persona) => ({
      persona,
      birthYear: age === null ? null : year - age,
    })),
  );
  for (const change of cases) {
    await db()
      .update(users)
      .set(change)
      .where(sql`id = ${toUuid(person.userId)}`);
    const { rows } = await db().execute(sql`select ${isMinorSql(sql`u`, clock.now())} as minor
      from users u where u.id = ${toUuid(person.userId)}`);
    expect(rows[0]?.["minor"], JSON.stringify(change)).toBe(isMinor(change, clock.now()));
  }
});
