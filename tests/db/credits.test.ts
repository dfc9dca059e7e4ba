/** Credit on a real database: one inviter per invitee, races settled, thefts refused. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { visitors } from "#db/schema/people.ts";
import type { DomainEvent } from "#shared/events.ts";
import { type LinkId, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";
import { createTestClock, createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { createSmartLink } from "#workers/features/smart-links/create-smart-link.ts";
import { revokeSmartLink } from "#workers/features/smart-links/revoke-smart-link.ts";
import { smartLinksReact } from "#workers/features/smart-links/smart-links.events.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

const clock = createTestClock();

async function makeLink(options: { maxJoins?: number } = {}) {
  const { ctx } = createTestContext({ database, clock });
  const actor = await insertMember(ctx.db, clock.now());
  const inviter = createTestContext({ database, clock, actor });
  const created = await createSmartLink(inviter.ctx, {
    loop: "buddy_challenge",
    destination: "fvm.deck",
    params: { deckId: "geo-angles" },
    ...options,
  });
  const rows = await ctx.db.execute(sql`select id from smart_links where code = ${created.code}`);
  const { fromUuid } = await import("#shared/ids.ts");
  const linkId = fromUuid("link", String(rows.rows[0]?.["id"]));
  clock.advance(1_000);
  return { ...inviter, actor, linkId, code: created.code };
}

function makeFvm(visitorId: VisitorId, linkId: LinkId): DomainEvent<"fvm.reached"> {
  const { ctx } = createTestContext({ database, clock });
  const props = { runId: ctx.ids.next("run"), deckId: "geo-angles", subject: "geometry" } as const;
  return ctx.events.fact("fvm.reached", { visitorId, linkId, props });
}

async function join(visitorId: VisitorId, linkId: LinkId | null) {
  const { ctx } = createTestContext({ database, clock });
  const member = await insertMember(ctx.db, clock.now(), { visitorId });
  return ctx.events.fact("person.joined", {
    visitorId,
    userId: member.userId,
    linkId,
    props: { persona: "student" },
  });
}

async function creditOf(visitorId: VisitorId) {
  const { ctx } = createTestContext({ database, clock });
  const id = toUuid(visitorId);
  const [credits, facts] = await ctx.db.batch([
    ctx.db.execute(sql`select state, refusal from invite_credits where invitee_visitor_id = ${id}`),
    ctx.db.execute(sql`select name, inviter_visitor_id from events
      where visitor_id = ${id} and name in ('invite.fvm', 'invite.joined') order by name`),
  ]);
  return { credits: credits.rows, facts: facts.rows };
}

const newVisitor = () => createTestContext({ database, clock }).ctx.ids.next("vis");

describe("credit at the first value", () => {
  it("is provisional and written once, though the event comes 20 times at once", async () => {
    const { ctx, linkId, actor } = await makeLink();
    const visitorId = newVisitor();
    const event = makeFvm(visitorId, linkId);
    await Promise.all(Array.from({ length: 20 }, () => smartLinksReact(ctx, event)));
    const { credits, facts } = await creditOf(visitorId);
    expect(credits).toEqual([{ state: "provisional", refusal: null }]);
    expect(facts).toEqual([{ name: "invite.fvm", inviter_visitor_id: toUuid(actor.visitorId) }]);
  });

  it("goes to one of two inviters who race for the same person", async () => {
    const one = await makeLink();
    const two = await makeLink();
    const visitorId = newVisitor();
    await Promise.all([
      smartLinksReact(one.ctx, makeFvm(visitorId, one.linkId)),
      smartLinksReact(two.ctx, makeFvm(visitorId, two.linkId)),
    ]);
    const { credits, facts } = await creditOf(visitorId);
    expect(credits).toHaveLength(1);
    expect(facts).toHaveLength(1);
  });

  it("is refused, with the reason, for the inviter's own browser", async () => {
    const { ctx, linkId, actor } = await makeLink();
    await smartLinksReact(ctx, makeFvm(actor.visitorId, linkId));
    const { credits, facts } = await creditOf(actor.visitorId);
    expect(credits).toEqual([{ state: "refused", refusal: "self_invite" }]);
    expect(facts).toEqual([]);
  });

  it("is refused for somebody who was there before the link", async () => {
    const { ctx } = createTestContext({ database, clock });
    const old = await insertMember(ctx.db, clock.now());
    clock.advance(1_000);
    const link = await makeLink();
    await smartLinksReact(link.ctx, makeFvm(old.visitorId, link.linkId));
    const { credits, facts } = await creditOf(old.visitorId);
    expect(credits).toEqual([{ state: "refused", refusal: "already_active" }]);
    expect(facts).toEqual([]);
  });

  it("is refused in any browser where the inviter was ever signed in", async () => {
    const { ctx, linkId, actor } = await makeLink();
    const visitorId = newVisitor();
    await ctx.db
      .insert(visitors)
      .values({ id: visitorId, userId: actor.userId, createdAt: new Date(clock.now()) });
    await smartLinksReact(ctx, makeFvm(visitorId, linkId));
    const { credits, facts } = await creditOf(visitorId);
    expect(credits).toEqual([{ state: "refused", refusal: "self_invite" }]);
    expect(facts).toEqual([]);
  });

  it("is refused, with the reason, while either account is blocked", async () => {
    const block = (userId: UserId) =>
      sql`update users set blocked_at = now() where id = ${toUuid(userId)}::uuid`;
    const bad = await makeLink();
    const early = newVisitor();
    await smartLinksReact(bad.ctx, makeFvm(early, bad.linkId));
    await bad.ctx.db.execute(block(bad.actor.userId));
    const late = newVisitor();
    await smartLinksReact(bad.ctx, makeFvm(late, bad.linkId));
    // Provisional before the blocking: it is not fixed after it.
    await smartLinksReact(bad.ctx, await join(early, bad.linkId));
    for (const visitorId of [early, late]) {
      expect((await creditOf(visitorId)).credits).toEqual([
        { state: "refused", refusal: "blocked" },
      ]);
    }
    const good = await makeLink();
    const invitee = newVisitor();
    const joined = await join(invitee, good.linkId);
    if (joined.userId) await good.ctx.db.execute(block(joined.userId));
    await smartLinksReact(good.ctx, joined);
    const { credits, facts } = await creditOf(invitee);
    expect(credits).toEqual([{ state: "refused", refusal: "blocked" }]);
    expect(facts).toEqual([]);
  });

  it("is nobody's without a link", async () => {
    const { ctx, linkId } = await makeLink();
    const visitorId = newVisitor();
    await smartLinksReact(ctx, { ...makeFvm(visitorId, linkId), linkId: null });
    expect((await creditOf(visitorId)).credits).toEqual([]);
  });
});

describe("credit at the join", () => {
  it("becomes fixed once, with one invite.joined, though the event is repeated", async () => {
    const { ctx, linkId, actor } = await makeLink();
    const visitorId = newVisitor();
    await smartLinksReact(ctx, makeFvm(visitorId, linkId));
    const joined = await join(visitorId, linkId);
    await Promise.all(Array.from({ length: 20 }, () => smartLinksReact(ctx, joined)));
    const { credits, facts } = await creditOf(visitorId);
    expect(credits).toEqual([{ state: "fixed", refusal: null }]);
    expect(facts.map((fact) => fact["name"])).toEqual(["invite.fvm", "invite.joined"]);
    expect(new Set(facts.map((fact) => fact["inviter_visitor_id"]))).toEqual(
      new Set([toUuid(actor.visitorId)]),
    );
    const rows = await ctx.db.execute(
      sql`select joins from smart_links where id = ${toUuid(linkId)}::uuid`,
    );
    expect(rows.rows).toEqual([{ joins: 1 }]);
  });

  it("stays with the first inviter when another link is touched before the join", async () => {
    const first = await makeLink();
    const second = await makeLink();
    const visitorId = newVisitor();
    await smartLinksReact(first.ctx, makeFvm(visitorId, first.linkId));
    await smartLinksReact(first.ctx, await join(visitorId, second.linkId));
    const { credits, facts } = await creditOf(visitorId);
    expect(credits).toEqual([{ state: "fixed", refusal: null }]);
    expect(facts[1]?.["inviter_visitor_id"]).toBe(toUuid(first.actor.visitorId));
  });

  it("counts the join and the first value whichever is delivered first", async () => {
    const { ctx, linkId } = await makeLink();
    const visitorId = newVisitor();
    const fvm = makeFvm(visitorId, linkId);
    await smartLinksReact(ctx, await join(visitorId, linkId));
    await smartLinksReact(ctx, fvm);
    const { credits, facts } = await creditOf(visitorId);
    expect(credits).toEqual([{ state: "fixed", refusal: null }]);
    expect(facts.map((fact) => fact["name"])).toEqual(["invite.fvm", "invite.joined"]);
  });

  it("never exceeds maxJoins, whoever races", async () => {
    const { ctx, linkId } = await makeLink({ maxJoins: 2 });
    const people = Array.from({ length: 6 }, newVisitor);
    const joins = await Promise.all(people.map((visitorId) => join(visitorId, linkId)));
    await Promise.all(joins.map((joined) => smartLinksReact(ctx, joined)));
    const states = await Promise.all(people.map(async (id) => (await creditOf(id)).credits[0]));
    expect(states.filter((row) => row?.["state"] === "fixed")).toHaveLength(2);
    expect(states.filter((row) => row?.["refusal"] === "link_closed")).toHaveLength(4);
  });

  it("is refused when the link was revoked or had expired before the join", async () => {
    const revoked = await makeLink();
    await revokeSmartLink(revoked.ctx, { code: revoked.code });
    clock.advance(1);
    const visitorId = newVisitor();
    await smartLinksReact(revoked.ctx, await join(visitorId, revoked.linkId));
    expect((await creditOf(visitorId)).credits).toEqual([
      { state: "refused", refusal: "link_closed" },
    ]);
  });
});
