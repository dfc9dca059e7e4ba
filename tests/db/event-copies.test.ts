/** Events reach the second sink once each, whatever it and we go through; it never holds us up. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "#db/client.ts";
import { newId, toUuid } from "#shared/ids.ts";
import { type EventsApiServer, startEventsApi } from "#tests/support/events-api-server.ts";
import { createMetricWorld, storeEvents } from "#tests/support/metric-world.ts";
import { createTestContext, type TestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { takeLastSteps } from "#workers/cron-door.ts";
import { copyEvents, copyLimits } from "#workers/features/event-sink/copy-events.ts";
import { endCopying } from "#workers/features/event-sink/end-copying.ts";
import { readGauges } from "#workers/features/metrics/read-gauges.ts";

const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;
const world = createMetricWorld(31, Date.now() - 20 * dayMs, 18);
let database: TestDatabase;
let api: EventsApiServer;
let test: TestContext;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  api = await startEventsApi();
  test = openContext();
  for (const table of ["events", "event_copies", "event_sinks"])
    await test.ctx.db.execute(sql.raw(`delete from ${table}`));
  return () => api.stop();
});
afterAll(() => database.stop());

const openContext = () =>
  createTestContext({
    database,
    config: { TINYBIRD_TOKEN: api.token, TINYBIRD_URL: api.url },
  });
const limits = (more: Partial<typeof copyLimits>) => ({ ...copyLimits, ...more });
const rowsOf = async (query: string) => (await test.ctx.db.execute(sql.raw(query))).rows;
const storedIds = async () =>
  (await rowsOf("select id from events order by id")).map((row) => String(row["id"]));
const keptIds = () => [...api.kept().keys()].sort();
const waiting = async () =>
  Number((await rowsOf("select count(*)::int as n from event_copies"))[0]?.["n"]);
/** Stores so many events, and answers how many there are now. */
const store = (count: number) => storeEvents(test.ctx.db, world.makeEvents(count));
/** The first run switches on, the second one copies. */
async function switchOn() {
  expect(await copyEvents(test.ctx)).toEqual({ status: "waiting" });
  expect(await copyEvents(test.ctx)).toMatchObject({ status: "copied" });
}

/** A database that fails at the n-th time that something is asked of it by that name. */
function failingAt(db: Db, method: "batch" | "execute", times: number): Db {
  let left = times;
  return new Proxy(db, {
    get(target, name) {
      if (name === method && --left === 0) throw new Error("gone");
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

describe("copyEvents", () => {
  it("asks nothing of the database and queues nothing where there is no token", async () => {
    const plain = createTestContext({ database });
    expect(await copyEvents(plain.ctx)).toEqual({ status: "waiting" });
    await takeLastSteps(plain.ctx, Date.UTC(2026, 0, 1, 12));
    expect(plain.roundTrips.count).toBe(0);
    await store(20);
    expect(await waiting()).toBe(0);
    expect(api.requests).toEqual([]);
  });

  it("copies what was there before, and what comes, each event once, as it is stored", async () => {
    await store(150);
    await switchOn();
    expect(keptIds()).toEqual(await storedIds());
    const before = api.taken().length;
    await store(80);
    await copyEvents(test.ctx);
    expect(keptIds()).toEqual(await storedIds());
    expect(api.taken()).toHaveLength((await storedIds()).length);
    expect(api.taken().length).toBeGreaterThan(before + 50);
    expect(await waiting()).toBe(0);
    const rows = await rowsOf(`select id, day::text, name, schema_version, visitor_id, user_id,
      session_id, loop, link_id, inviter_visitor_id, props::text, skew_ms::float8 as skew_ms,
      to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') as occurred_at,
      to_char(received_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') as received_at
      from events`);
    for (const { id, props, ...row } of rows) {
      const { event_id, props: sent, ...line } = api.kept().get(String(id)) ?? { props: "" };
      expect({ ...line }).toEqual(row);
      expect(JSON.parse(sent)).toEqual(JSON.parse(String(props)));
    }
  });

  it("sends in the order in which events were stored, whenever they happened", async () => {
    await switchOn();
    const ids: string[] = [];
    for (const daysAgo of [1, 12, 3]) {
      const at = Date.now() - daysAgo * dayMs;
      const [event] = world.makeEvents(1);
      if (!event) throw new Error("no event");
      const id = newId("evt", at);
      await storeEvents(test.ctx.db, [{ ...event, id, at }]);
      ids.push(toUuid(id));
    }
    await copyEvents(test.ctx);
    expect(api.taken().map(({ event_id }) => event_id)).toEqual(ids);
  });

  it("sends no more rows and bytes at once than it may, over as many runs as it takes", async () => {
    await store(300);
    await copyEvents(test.ctx);
    const few = limits({ rows: 40, bytes: 4_000, rounds: 2 });
    for (let run = 0; run < 10; run++) await copyEvents(test.ctx, few);
    expect(keptIds()).toEqual(await storedIds());
    expect(Math.max(...api.requests.map(({ bytes }) => bytes))).toBeLessThanOrEqual(4_000);
    expect(Math.max(...api.requests.map(({ lines }) => lines.length))).toBeLessThanOrEqual(40);
    expect(api.requests.length).toBeGreaterThan(20);
  });

  it("waits as long as the sink asks for, and loses nothing meanwhile", async () => {
    await switchOn();
    await store(30);
    api.be([{ status: 429, retryAfter: "600" }]);
    expect(await copyEvents(test.ctx)).toMatchObject({ status: "refused", code: 429, waitS: 600 });
    expect(await waiting()).toBeGreaterThan(0);
    const asked = api.requests.length;
    test.clock.advance(599_000);
    expect(await copyEvents(test.ctx)).toEqual({ status: "waiting" });
    expect(api.requests).toHaveLength(asked);
    await store(30);
    test.clock.advance(1_000);
    expect(await copyEvents(test.ctx)).toMatchObject({ status: "copied" });
    expect(keptIds()).toEqual(await storedIds());
  });

  it("asks a failing sink ever more seldom, an hour at most, and at once again after it worked", async () => {
    await switchOn();
    await store(5);
    api.be({ status: 500 });
    const waits: number[] = [];
    for (let run = 0; run < 9; run++) {
      const result = await copyEvents(test.ctx);
      if (result.status !== "refused") throw new Error(result.status);
      waits.push(result.waitS / 60);
      test.clock.advance(result.waitS * 1_000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    api.be("take");
    expect(await copyEvents(test.ctx)).toMatchObject({ status: "copied" });
    await store(5);
    api.be([{ status: 503 }]);
    expect(await copyEvents(test.ctx)).toMatchObject({ failures: 1, waitS: 60 });
    test.clock.advance(minuteMs);
    await copyEvents(test.ctx);
    expect(keptIds()).toEqual(await storedIds());
  });

  it("is not held up by a sink that never answers, nor by one that is not there", async () => {
    await switchOn();
    await store(5);
    api.be(["hang"]);
    const began = performance.now();
    expect(await copyEvents(test.ctx, limits({ patienceMs: 200 }))).toMatchObject({
      status: "refused",
      code: 0,
    });
    expect(performance.now() - began).toBeLessThan(5_000);
    test.clock.advance(minuteMs);
    const url = api.url;
    await api.stop();
    expect(await copyEvents(test.ctx)).toMatchObject({ status: "refused", code: 0, failures: 2 });
    expect(test.ctx.config.TINYBIRD_URL).toBe(url);
    expect(await waiting()).toBeGreaterThan(0);
  });

  it("copies again what it died over, and the sink keeps it once", async () => {
    await store(60);
    await copyEvents(test.ctx);
    const lease = 90_000;
    // Sent, and then the bookmark of history is not moved.
    const dying = { ...test.ctx, db: failingAt(test.ctx.db, "execute", 4) };
    await expect(copyEvents(dying)).rejects.toThrow("gone");
    expect(api.taken().length).toBeGreaterThan(0);
    expect(await copyEvents(test.ctx)).toEqual({ status: "waiting" });
    test.clock.advance(lease);
    await copyEvents(test.ctx);
    await store(40);
    // Sent, and then the queue is not settled.
    await expect(
      copyEvents({ ...test.ctx, db: failingAt(test.ctx.db, "batch", 1) }),
    ).rejects.toThrow("gone");
    expect(await waiting()).toBeGreaterThan(0);
    test.clock.advance(lease);
    await copyEvents(test.ctx);
    expect(await waiting()).toBe(0);
    expect(api.taken().length).toBeGreaterThan(api.kept().size);
    expect(keptIds()).toEqual(await storedIds());
  });

  it("misses no event whose transaction began before others and commits after they were copied", async () => {
    await switchOn();
    await store(10);
    // As if it were not committed yet: its entry's number is lower than those that are copied.
    const [late] = await rowsOf("select * from event_copies order by id limit 1");
    await rowsOf(`delete from event_copies where id = ${late?.["id"]}`);
    await copyEvents(test.ctx);
    expect(await waiting()).toBe(0);
    expect(keptIds()).not.toContain(late?.["event_id"]);
    await rowsOf(`insert into event_copies (id, event_day, event_id) overriding system value
      select ${late?.["id"]}, day, id from events where id = '${late?.["event_id"]}'`);
    await copyEvents(test.ctx);
    expect(keptIds()).toEqual(await storedIds());
  });

  it("does not send an event that was deleted before its turn", async () => {
    await switchOn();
    await store(20);
    const gone = (await storedIds())[3];
    await rowsOf(`delete from events where id = '${gone}'`);
    expect(await copyEvents(test.ctx)).toMatchObject({ status: "copied" });
    expect(keptIds()).not.toContain(gone);
    expect(keptIds()).toEqual(await storedIds());
    expect(await waiting()).toBe(0);
  });

  it("logs numbers only, sends identifiers only, and follows nobody elsewhere", async () => {
    const member = await insertMember(test.ctx.db, Date.now(), { name: "A Name For This Test" });
    await switchOn();
    const [event] = world.makeEvents(1);
    if (!event) throw new Error("no event");
    await storeEvents(test.ctx.db, [{ ...event, visitorId: member.visitorId }]);
    api.be([{ status: 400 }, { status: 302 }]);
    await copyEvents(test.ctx);
    test.clock.advance(minuteMs);
    expect(await copyEvents(test.ctx)).toMatchObject({ code: 302 });
    const logged = test.logLines.join("\n");
    expect(logged).toContain('"code":400');
    for (const secret of [api.token, toUuid(event.id), toUuid(member.visitorId), "quotes"])
      expect(logged).not.toContain(secret);
    const sent = JSON.stringify(api.requests);
    expect(sent).toContain(toUuid(member.visitorId));
    for (const secret of [member.name, "@"]) expect(sent).not.toContain(secret);
  });
});

describe("the cron's last steps", () => {
  it("go on when the sink refuses, and end copying the night after the token is gone", async () => {
    await switchOn();
    await store(10);
    api.be({ status: 403 });
    const night = Date.UTC(2026, 0, 1, 3, 47);
    await takeLastSteps(test.ctx, night);
    expect(test.logLines.join()).toContain("old events dropped");
    expect(await waiting()).toBeGreaterThan(0);
    const plain = createTestContext({ database });
    await takeLastSteps(plain.ctx, night);
    expect(await rowsOf("select * from event_sinks")).toEqual([]);
    await store(10);
    expect(await waiting()).toBe(0);
    // On again: all that there is, also what came meanwhile.
    api.be("take");
    await switchOn();
    expect(keptIds()).toEqual(await storedIds());
  });
});

describe("/metrics", () => {
  it("tells how old the oldest event is that waits for its copy, and nothing where there is no sink", async () => {
    const age = async () => {
      const gauges = await readGauges(test.ctx);
      return gauges.find(({ name }) => name === "event_copy_age_seconds")?.samples[0]?.value;
    };
    await store(40);
    expect(await age()).toBeUndefined();
    await copyEvents(test.ctx);
    // History waits: its first event came on the world's first days.
    expect(await age()).toBeGreaterThan(86_400);
    await copyEvents(test.ctx);
    expect(await age()).toBe(0);
    await store(5);
    test.clock.set(Date.now() + 300_000);
    expect(await age()).toBeGreaterThan(290);
    expect(await age()).toBeLessThan(360);
    await endCopying(test.ctx);
    expect(await age()).toBeUndefined();
  });
});
