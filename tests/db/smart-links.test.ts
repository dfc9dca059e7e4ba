/** Smart links on a real database: creation, opening, revocation, counting. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId, toUuid } from "#shared/ids.ts";
import { createFakeKv } from "#tests/support/fake-kv.ts";
import { createTestClock, createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { readAttribution } from "#workers/features/smart-links/attribution-cookie.ts";
import { createSmartLink } from "#workers/features/smart-links/create-smart-link.ts";
import { memoryMs } from "#workers/features/smart-links/link-records.ts";
import { listSmartLinks } from "#workers/features/smart-links/list-smart-links.ts";
import { openSmartLink, rememberTouch } from "#workers/features/smart-links/open-smart-link.ts";
import { markEngaged, recordOpen } from "#workers/features/smart-links/record-open.ts";
import { revokeSmartLink } from "#workers/features/smart-links/revoke-smart-link.ts";
import { storeTelemetry } from "#workers/features/smart-links/smart-links.telemetry.ts";
import { requirePerson } from "#workers/platform/context.ts";
import type { TelemetryMessage } from "#workers/platform/telemetry.ts";
import { readVisitor } from "#workers/platform/visitor-cookie.ts";

const deckLink = {
  loop: "buddy_challenge",
  destination: "fvm.deck",
  params: { deckId: "alg-expressions" },
} as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

/** An inviter's context, and the contexts of others who share clock and KV with it. */
async function makeInviter(change: Parameters<typeof insertMember>[2] = {}) {
  const clock = createTestClock();
  const kv = createFakeKv(() => clock.now());
  const shared = { database, clock, kv };
  const { ctx } = createTestContext(shared);
  const actor = await insertMember(ctx.db, clock.now(), change);
  const inviter = createTestContext({ ...shared, actor });
  const other = (options: Partial<Parameters<typeof createTestContext>[0]> = {}) =>
    createTestContext({ ...shared, ...options });
  return { inviter, other, clock, kv, actor };
}

describe("createSmartLink", () => {
  it("writes link and invite.sent in one round trip, for seven days by default", async () => {
    const { inviter, clock } = await makeInviter();
    const link = await createSmartLink(inviter.ctx, deckLink);
    expect(inviter.roundTrips.count).toBe(1);
    expect(link.url).toBe(`http://localhost:8787/sl/${link.code}`);
    expect(link.expiresAt - clock.now()).toBe(7 * 24 * 3_600_000);
    const sent = await inviter.ctx.db.execute(sql`select 1 from events e join smart_links l
      on l.id = e.link_id where e.name = 'invite.sent' and l.code = ${link.code}`);
    expect(sent.rows).toHaveLength(1);
  });

  it("asks for the guardian's consent before a minor shares", async () => {
    const { inviter } = await makeInviter({ minor: true, shareConsent: false });
    await expect(createSmartLink(inviter.ctx, deckLink)).rejects.toMatchObject({
      code: "CONSENT_NEEDED",
    });
  });

  it("refuses to build a challenge on somebody else's result", async () => {
    const { inviter } = await makeInviter();
    const params = { ...deckLink.params, resultId: newId("run", 1) };
    const stolen = createSmartLink(inviter.ctx, { ...deckLink, params });
    await expect(stolen).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("openSmartLink", () => {
  it("costs nothing warm, nothing from KV, and one round trip from Postgres", async () => {
    const { inviter, other, clock } = await makeInviter();
    const { code } = await createSmartLink(inviter.ctx, deckLink);
    await inviter.settle();
    const visitor = other();
    const opened = await openSmartLink(visitor.ctx, code);
    expect(opened).toMatchObject({ status: "open", path: "/fvm/alg-expressions" });
    clock.advance(memoryMs);
    expect((await openSmartLink(visitor.ctx, code)).status).toBe("open");
    expect(visitor.roundTrips.count).toBe(0);
    clock.advance(memoryMs);
    const elsewhere = other({ kv: createFakeKv(() => clock.now()) });
    expect((await openSmartLink(elsewhere.ctx, code)).status).toBe("open");
    expect(elsewhere.roundTrips.count).toBe(1);
  });

  it("refuses a guess without looking anything up", async () => {
    const { other } = await makeInviter();
    const visitor = other();
    expect(await openSmartLink(visitor.ctx, "abcdefghjkmn")).toEqual({ status: "unavailable" });
    expect(visitor.roundTrips.count).toBe(0);
  });

  it("trusts no record that was changed in KV or in Postgres", async () => {
    const { inviter, other, clock, kv } = await makeInviter();
    const { code } = await createSmartLink(inviter.ctx, deckLink);
    await inviter.settle();
    const stored = JSON.parse((await kv.get(`link:v1:${code}`)) ?? "{}");
    await kv.put(`link:v1:${code}`, JSON.stringify({ ...stored, loop: "proud_parent" }));
    clock.advance(memoryMs);
    const visitor = other();
    expect(await openSmartLink(visitor.ctx, code)).toMatchObject({
      link: { loop: "buddy_challenge" },
    });
    await inviter.ctx.db.execute(sql`update smart_links
      set params = '{"deckId":"alg-linear-equations"}' where code = ${code}`);
    clock.advance(memoryMs);
    const elsewhere = other({ kv: createFakeKv(() => clock.now()) });
    expect(await openSmartLink(elsewhere.ctx, code)).toEqual({ status: "unavailable" });
  });

  it("works while KV is broken", async () => {
    const { inviter, other, clock } = await makeInviter();
    const { code } = await createSmartLink(inviter.ctx, deckLink);
    clock.advance(memoryMs);
    const broken = new Proxy({}, { get: () => () => Promise.reject(new Error("KV is away")) });
    const visitor = other({ config: { HOT_KV: broken as KVNamespace } });
    expect((await openSmartLink(visitor.ctx, code)).status).toBe("open");
  });

  it("closes at expiry and after revocation, once the isolate has forgotten", async () => {
    const { inviter, other, clock } = await makeInviter();
    const link = await createSmartLink(inviter.ctx, { ...deckLink, expiresInHours: 1 });
    const gone = await createSmartLink(inviter.ctx, deckLink);
    await revokeSmartLink(inviter.ctx, { code: gone.code.toUpperCase() });
    await inviter.settle();
    const visitor = other();
    expect(await openSmartLink(visitor.ctx, gone.code)).toEqual({ status: "unavailable" });
    clock.set(link.expiresAt - 1);
    expect((await openSmartLink(visitor.ctx, link.code)).status).toBe("open");
    clock.set(link.expiresAt);
    expect(await openSmartLink(visitor.ctx, link.code)).toEqual({ status: "unavailable" });
  });

  it("lets nobody but its owner revoke a link", async () => {
    const { inviter } = await makeInviter();
    const stranger = await makeInviter();
    const { code } = await createSmartLink(inviter.ctx, deckLink);
    const theft = revokeSmartLink(stranger.inviter.ctx, { code });
    await expect(theft).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await revokeSmartLink(inviter.ctx, { code })).toEqual({ status: "revoked" });
    expect(await revokeSmartLink(inviter.ctx, { code })).toEqual({ status: "revoked" });
  });
});

describe("counting", () => {
  it("stores each hit, open and engagement once, though the queue repeats itself", async () => {
    const { inviter, other, clock } = await makeInviter();
    const { code } = await createSmartLink(inviter.ctx, deckLink);
    await inviter.settle();
    const first = other();
    const opened = await openSmartLink(first.ctx, code);
    if (opened.status !== "open") throw new Error("not open");
    await rememberTouch(first.ctx, opened.link);
    const secret = first.ctx.config.COOKIE_SECRET;
    expect(await readVisitor(first.ctx.cookies, secret)).not.toBeNull();
    const attribution = await readAttribution(first.ctx.cookies, secret, {
      visitorId: requirePerson(first.ctx).visitorId,
      now: clock.now(),
    });
    const ctx = { ...first.ctx, attribution };
    expect(await recordOpen(ctx)).toEqual({ status: "recorded" });
    expect(await recordOpen(ctx)).toEqual({ status: "recorded" });
    expect(await markEngaged(ctx)).toEqual({ status: "recorded" });
    const hit: TelemetryMessage = {
      type: "hit",
      hitId: ctx.ids.next("hit"),
      linkId: opened.link.linkId,
      kind: "human",
      at: clock.now(),
    };
    await first.settle();
    const messages = [...(first.queueMessages as TelemetryMessage[]), hit, hit];
    await storeTelemetry(ctx, messages);
    await storeTelemetry(ctx, messages);
    const { items } = await listSmartLinks(inviter.ctx, {});
    expect(items[0]).toMatchObject({ code, hits: 1, opens: 1, engaged: 1, fvm: 0, joins: 0 });
    const stored = await ctx.db.execute(sql`select name from events
      where link_id = ${toUuid(opened.link.linkId)}::uuid and name <> 'invite.sent' order by name`);
    expect(stored.rows.map((row) => row["name"])).toEqual(["invite.engaged", "invite.opened"]);
  });

  it("counts no crawler, and nobody whom no link brought", async () => {
    const { other } = await makeInviter();
    const touch = { linkId: newId("link", 1), loop: "buddy_challenge", touchedAt: 1 } as const;
    const withoutVisitor = other({ attribution: touch });
    expect(await recordOpen(withoutVisitor.ctx)).toEqual({ status: "not_invited" });
    const bot = other({ attribution: touch });
    const asBot = { ...bot.ctx, request: { ...bot.ctx.request, bot: true } };
    expect(await markEngaged(asBot)).toEqual({ status: "not_invited" });
    expect(await recordOpen(other().ctx)).toEqual({ status: "not_invited" });
  });

  it("lists a person's links a page at a time, none twice, none of others", async () => {
    const { inviter, clock } = await makeInviter();
    for (let i = 0; i < 23; i++) {
      clock.advance(i % 3);
      await createSmartLink(inviter.ctx, deckLink);
    }
    const first = await listSmartLinks(inviter.ctx, {});
    expect(first.items).toHaveLength(20);
    const { cursorOf } = await import("#workers/platform/page-cursor.ts");
    const cursor = cursorOf("link").parse(first.nextCursor);
    const second = await listSmartLinks(inviter.ctx, { cursor });
    expect(second.nextCursor).toBeNull();
    const codes = [...first.items, ...second.items].map((item) => item.code);
    expect(new Set(codes).size).toBe(23);
  });
});
