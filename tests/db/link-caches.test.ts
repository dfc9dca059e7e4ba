/** A link's record from memory, KV and Postgres: each may be empty, stale, slow or down. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFakeKv } from "#tests/support/fake-kv.ts";
import { createTestClock, createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { createSmartLink } from "#workers/features/smart-links/create-smart-link.ts";
import { makeCode } from "#workers/features/smart-links/link-code.ts";
import {
  keepLink,
  memoryMs,
  recordKey,
  tombstoneKey,
} from "#workers/features/smart-links/link-records.ts";
import { openSmartLink } from "#workers/features/smart-links/open-smart-link.ts";
import { revokeSmartLink } from "#workers/features/smart-links/revoke-smart-link.ts";
import { findLinkByCode } from "#workers/features/smart-links/smart-links.repo.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

async function makeLink() {
  const clock = createTestClock();
  const kv = createFakeKv(() => clock.now());
  const { ctx } = createTestContext({ database, clock, kv });
  const actor = await insertMember(ctx.db, clock.now());
  const inviter = createTestContext({ database, clock, kv, actor });
  const { code } = await createSmartLink(inviter.ctx, {
    loop: "buddy_challenge",
    destination: "fvm.deck",
    params: { deckId: "alg-expressions" },
  });
  await inviter.settle();
  const visit = (from: KVNamespace = kv) => {
    const visitor = createTestContext({ database, clock, kv: from });
    return Promise.resolve(openSmartLink(visitor.ctx, code)).then(async ({ status }) => {
      await visitor.settle();
      return { status, roundTrips: visitor.roundTrips.count };
    });
  };
  return { clock, kv, inviter, code, visit };
}

const kvThat = (answer: () => Promise<unknown>) =>
  new Proxy({}, { get: () => answer }) as KVNamespace;

describe("an empty KV", () => {
  it("costs one query, after which the record is there again", async () => {
    const { clock, visit } = await makeLink();
    clock.advance(memoryMs);
    const empty = createFakeKv(() => clock.now());
    expect(await visit(empty)).toEqual({ status: "open", roundTrips: 1 });
    clock.advance(memoryMs);
    expect(await visit(empty)).toEqual({ status: "open", roundTrips: 0 });
  });
});

describe("a KV that is down or does not answer", () => {
  it("changes no answer", async () => {
    const { clock, visit } = await makeLink();
    clock.advance(memoryMs);
    const down = kvThat(() => Promise.reject(new Error("down")));
    expect(await visit(down)).toEqual({ status: "open", roundTrips: 1 });
    clock.advance(memoryMs);
    const silent = kvThat(() => new Promise(() => {}));
    const visitor = createTestContext({ database, clock, kv: silent });
    const { code } = await makeLink();
    clock.advance(2 * memoryMs);
    expect((await openSmartLink(visitor.ctx, code)).status).toBe("open");
  });

  it("does not keep a revocation from counting where the database is asked", async () => {
    const { clock, visit, inviter, code } = await makeLink();
    const down = kvThat(() => Promise.reject(new Error("down")));
    const config = { ...inviter.ctx.config, HOT_KV: down };
    expect(await revokeSmartLink({ ...inviter.ctx, config }, { code })).toEqual({
      status: "revoked",
    });
    clock.advance(memoryMs);
    expect((await visit(down)).status).toBe("unavailable");
  });
});

describe("a stale KV", () => {
  it("cannot bury a tombstone under an older record that is written later", async () => {
    const { clock, visit, inviter, code, kv } = await makeLink();
    const older = await findLinkByCode(inviter.ctx.db, code);
    await revokeSmartLink(inviter.ctx, { code });
    if (!older) throw new Error("no link");
    // The late writer: it read the link before the revocation, and writes after it.
    await keepLink(inviter.ctx, older);
    expect((await visit()).status).toBe("unavailable");
    clock.advance(memoryMs);
    expect(await visit()).toEqual({ status: "unavailable", roundTrips: 0 });
    expect(JSON.parse((await kv.get(tombstoneKey(code))) ?? "")).toMatchObject({ version: 2 });
    expect(JSON.parse((await kv.get(recordKey(code))) ?? "")).toMatchObject({ version: 1 });
  });

  it("opens a revoked link no longer than the record lives where no tombstone arrived", async () => {
    const { clock, visit, inviter, code, kv } = await makeLink();
    await inviter.ctx.db.execute(sql`update smart_links set revoked_at = now()
      where code = ${code}`);
    clock.advance(3_600_000);
    expect(await kv.get(recordKey(code))).toBeNull();
    expect((await visit()).status).toBe("unavailable");
  });

  it("is not believed where it holds nonsense, or another link's record", async () => {
    const one = await makeLink();
    const two = await makeLink();
    await one.kv.put(recordKey(one.code), "{not json");
    one.clock.advance(memoryMs);
    expect(await one.visit()).toEqual({ status: "open", roundTrips: 1 });
    const foreign = (await two.kv.get(recordKey(two.code))) ?? "";
    await one.kv.put(recordKey(one.code), foreign);
    await one.kv.put(tombstoneKey(one.code), foreign);
    one.clock.advance(memoryMs);
    expect(await one.visit()).toEqual({ status: "open", roundTrips: 1 });
  });
});

describe("a record that somebody changed", () => {
  it("is not believed in KV, whatever was changed, and the good one is put in its place", async () => {
    const { clock, visit, code, kv } = await makeLink();
    const good = JSON.parse((await kv.get(recordKey(code))) ?? "");
    const changes = [
      { loop: "proud_parent" },
      { params: { deckId: "geo-angles" } },
      { destination: "cohort.room", params: { slug: "alg-101" } },
      { expiresAt: good.expiresAt + 1 },
      { keyId: "none" },
      { signature: good.signature.slice(0, -4) },
      { signature: "" },
    ];
    for (const change of changes) {
      await kv.put(recordKey(code), JSON.stringify({ ...good, ...change }));
      clock.advance(memoryMs);
      expect(await visit(), JSON.stringify(change)).toEqual({ status: "open", roundTrips: 1 });
      expect(JSON.parse((await kv.get(recordKey(code))) ?? "")).toEqual(good);
    }
  });

  it("opens nothing where Postgres holds it", async () => {
    const { clock, visit, inviter, code } = await makeLink();
    await inviter.ctx.db.execute(sql`update smart_links
      set expires_at = expires_at + interval '1 day' where code = ${code}`);
    clock.advance(memoryMs);
    const empty = createFakeKv(() => clock.now());
    expect((await visit(empty)).status).toBe("unavailable");
  });
});

describe("a code with good check characters that no link has", () => {
  it("is asked for once in five seconds, not more", async () => {
    const { clock } = await makeLink();
    const visitor = createTestContext({ database, clock });
    const random = crypto.getRandomValues(new Uint8Array(9));
    const code = await makeCode(random, visitor.ctx.config.LINK_CODE_SECRET);
    for (let i = 0; i < 5; i++) {
      expect((await openSmartLink(visitor.ctx, code)).status).toBe("unavailable");
    }
    expect(visitor.roundTrips.count).toBe(1);
    clock.advance(memoryMs);
    await openSmartLink(visitor.ctx, code);
    expect(visitor.roundTrips.count).toBe(2);
  });
});

describe("key rotation", () => {
  it("breaks no live link while its key is on the ring, and ends it when the key goes", async () => {
    const { clock, kv, code } = await makeLink();
    const { ctx } = createTestContext({ database, clock, kv });
    const [old] = ctx.config.LINK_SIGNING_KEYS;
    if (!old) throw new Error("no key");
    const next = { id: "k2", secret: "z".repeat(48) };
    for (const { ring, status } of [
      { ring: [next, old], status: "open" },
      { ring: [next], status: "unavailable" },
    ]) {
      clock.advance(memoryMs);
      const config = { ...ctx.config, LINK_SIGNING_KEYS: ring };
      expect((await openSmartLink({ ...ctx, config }, code)).status).toBe(status);
    }
  });
});
