/** What counts as an open, a weak open and an engagement; and whose links a guardian sees. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { users } from "#db/schema/people.ts";
import { createFakeKv } from "#tests/support/fake-kv.ts";
import { createTestClock, createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { readAttribution } from "#workers/features/smart-links/attribution-cookie.ts";
import { createSmartLink } from "#workers/features/smart-links/create-smart-link.ts";
import { listSmartLinks } from "#workers/features/smart-links/list-smart-links.ts";
import { openSmartLink, rememberTouch } from "#workers/features/smart-links/open-smart-link.ts";
import { recordHit } from "#workers/features/smart-links/record-hit.ts";
import { markEngaged, recordOpen } from "#workers/features/smart-links/record-open.ts";
import { revokeSmartLink } from "#workers/features/smart-links/revoke-smart-link.ts";
import { storeTelemetry } from "#workers/features/smart-links/smart-links.telemetry.ts";
import { viewSmartLink } from "#workers/features/smart-links/view-smart-link.ts";
import type { TelemetryMessage, Utm } from "#workers/platform/telemetry.ts";
import { readVisitor } from "#workers/platform/visitor-cookie.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

const school = { "cf-connecting-ip": "198.51.100.7", "user-agent": "Laptop/1" };
const deckLink = {
  loop: "buddy_challenge",
  destination: "fvm.deck",
  params: { deckId: "alg-expressions" },
} as const;

async function makeLink(change: Parameters<typeof insertMember>[2] = {}) {
  const clock = createTestClock(Math.floor(Date.now() / 3_600_000) * 3_600_000);
  const kv = createFakeKv(() => clock.now());
  const { ctx } = createTestContext({ database, clock });
  const actor = await insertMember(ctx.db, clock.now(), change);
  const inviter = createTestContext({ database, clock, kv, actor });
  const { code } = await createSmartLink(inviter.ctx, deckLink);
  const queue: TelemetryMessage[] = [];
  /** One request, with the cookies that the browser kept. */
  const request = async (
    headers: Record<string, string>,
    work: (test: ReturnType<typeof createTestContext>) => Promise<unknown>,
  ) => {
    const test = createTestContext({ database, clock, kv, headers });
    const { COOKIE_SECRET } = test.ctx.config;
    const visitorId = await readVisitor(test.ctx.cookies, COOKIE_SECRET);
    const browser = { visitorId, now: clock.now() };
    if (visitorId) test.ctx.actor = { kind: "guest", visitorId };
    test.ctx.attribution = await readAttribution(test.ctx.cookies, COOKIE_SECRET, browser);
    await work(test);
    await test.settle();
    queue.push(...(test.queueMessages as TelemetryMessage[]));
    return test.ctx.cookies.lines().map((line) => line.split(";", 1)[0]);
  };
  /** Follows the link; answers the `Cookie` header that a browser would send from then on. */
  const follow = async (headers: Record<string, string>, utm: Utm | null = null) => {
    const cookies = await request(headers, async ({ ctx }) => {
      const opened = await openSmartLink(ctx, code);
      if (opened.status !== "open") throw new Error("not open");
      await recordHit(ctx, opened.link.linkId, "human", utm);
      await rememberTouch(ctx, opened.link, utm);
    });
    return cookies.join("; ");
  };
  const land = (headers: Record<string, string>) => request(headers, ({ ctx }) => recordOpen(ctx));
  const engage = (headers: Record<string, string>) =>
    request(headers, ({ ctx }) => markEngaged(ctx));
  const counts = async () => {
    await storeTelemetry(inviter.ctx, queue);
    const { hits, opens, weakOpens, engaged } = await viewSmartLink(inviter.ctx, { code });
    return { hits, opens, weakOpens, engaged };
  };
  return { actor, clock, code, counts, engage, follow, inviter, land };
}

describe("opens", () => {
  it("are twenty for twenty fresh browsers of one kind behind one address", async () => {
    const { follow, land, counts } = await makeLink();
    const pupils = await Promise.all(Array.from({ length: 20 }, () => follow(school)));
    await Promise.all(pupils.map((cookie) => land({ ...school, cookie })));
    expect(await counts()).toEqual({ hits: 20, opens: 20, weakOpens: 0, engaged: 0 });
  });

  it("are one an hour for one browser, however often it opens the link", async () => {
    const { follow, land, counts, clock } = await makeLink();
    let cookie = await follow(school);
    for (let i = 0; i < 3; i++) {
      cookie = await follow({ ...school, cookie });
      await land({ ...school, cookie });
    }
    expect(await counts()).toMatchObject({ hits: 4, opens: 1 });
    clock.advance(3_600_000);
    cookie = await follow({ ...school, cookie });
    await land({ ...school, cookie });
    expect(await counts()).toMatchObject({ opens: 2, weakOpens: 0 });
  });

  it("keep the campaign, which changes neither destination nor credit", async () => {
    const { follow, land, counts, inviter } = await makeLink();
    const cookie = await follow(school, { utm_source: "mail", utm_campaign: "autumn" });
    await land({ ...school, cookie });
    await counts();
    const stored = await inviter.ctx.db.execute(sql`select o.utm, h.utm as hit_utm
      from link_opens o join smart_links l on l.id = o.link_id
      join link_hits h on h.link_id = l.id where l.inviter_id = (select id from users
        where alias = ${(inviter.ctx.actor as { alias: string }).alias})`);
    const utm = { utm_source: "mail", utm_campaign: "autumn" };
    expect(stored.rows).toEqual([{ utm, hit_utm: utm }]);
  });
});

describe("a client without cookies", () => {
  it("is counted once an hour, weakly, and marked so in row and event", async () => {
    const { follow, land, counts, inviter, clock } = await makeLink();
    for (let i = 0; i < 3; i++) {
      await follow(school, { utm_source: "sms" });
      clock.advance(1_000);
      await land(school);
    }
    expect(await counts()).toEqual({ hits: 3, opens: 1, weakOpens: 1, engaged: 0 });
    expect(await counts()).toMatchObject({ hits: 3, opens: 1 });
    const { rows } = await inviter.ctx.db.execute(sql`select e.props, o.visitor_key, o.utm
      from events e join link_opens o on o.link_id = e.link_id
      where e.name = 'invite.opened' and o.visitor_key like 'weak%'
        and o.at = ${new Date(clock.now() - 2_000).toISOString()}::timestamptz`);
    expect(rows).toMatchObject([{ props: { weak: true }, utm: { utm_source: "sms" } }]);
    expect(JSON.stringify(rows)).not.toContain("198.51");
  });

  it("is no open where it came by itself, too late, or from another network", async () => {
    const { follow, land, counts, clock } = await makeLink();
    await land(school);
    clock.advance(1_000);
    await follow(school);
    await land({ ...school, "cf-connecting-ip": "203.0.113.7" });
    await land({ ...school, "user-agent": "Laptop/2" });
    clock.advance(121_000);
    await land(school);
    expect(await counts()).toMatchObject({ hits: 1, opens: 0, weakOpens: 0 });
  });

  it("engages nothing, and neither does a crawler with good cookies", async () => {
    const { follow, land, engage, counts } = await makeLink();
    const cookie = await follow(school);
    await engage(school);
    await land({ ...school, cookie, "sec-purpose": "prefetch;prerender" });
    await engage({ ...school, cookie, "sec-purpose": "prefetch" });
    expect(await counts()).toMatchObject({ opens: 0, engaged: 0 });
    await engage({ ...school, cookie });
    await engage({ ...school, cookie });
    expect(await counts()).toMatchObject({ engaged: 1 });
  });

  it("gains nothing by another browser's attribution cookie", async () => {
    const { follow, land, engage, counts } = await makeLink();
    const [one, two] = [await follow(school), await follow(school)];
    const swapped = [
      one.split("; ").find((pair) => pair.startsWith("vt_attrib")),
      two.split("; ").find((pair) => pair.startsWith("vt_vid")),
    ].join("; ");
    await land({ ...school, cookie: swapped });
    await engage({ ...school, cookie: swapped });
    expect(await counts()).toMatchObject({ opens: 0, engaged: 0 });
  });
});

describe("a guardian", () => {
  it("sees the child's links beside the own ones, by alias, and may revoke them", async () => {
    const child = await makeLink({ minor: true });
    const { clock } = child;
    const parent = await insertMember(child.inviter.ctx.db, clock.now(), { persona: "parent" });
    await child.inviter.ctx.db
      .update(users)
      .set({ guardianId: parent.userId })
      .where(sql`id = (select id from users where alias = ${child.actor.alias})`);
    const { ctx, roundTrips } = createTestContext({ database, clock, actor: parent });
    const own = await createSmartLink(ctx, deckLink);
    const before = roundTrips.count;
    const { items } = await listSmartLinks(ctx, {});
    expect(roundTrips.count - before).toBe(1);
    expect(new Map(items.map((item) => [item.code, item.childAlias]))).toEqual(
      new Map([
        [own.code, null],
        [child.code, child.actor.alias],
      ]),
    );
    expect(await viewSmartLink(ctx, { code: child.code })).toMatchObject({ code: child.code });
    expect(await revokeSmartLink(ctx, { code: child.code })).toEqual({ status: "revoked" });
    expect((await viewSmartLink(child.inviter.ctx, { code: child.code })).revokedAt).toBe(
      clock.now(),
    );
    const itsOwn = await listSmartLinks(child.inviter.ctx, {});
    expect(itsOwn.items.map((item) => item.childAlias)).toEqual([null]);
  });

  it("of nobody sees and revokes nothing of others", async () => {
    const { code } = await makeLink();
    const stranger = (await makeLink({ persona: "parent" })).inviter.ctx;
    await expect(viewSmartLink(stranger, { code })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(revokeSmartLink(stranger, { code })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listSmartLinks(stranger, {})).items.map((item) => item.code)).not.toContain(code);
  });
});
