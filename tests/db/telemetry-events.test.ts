/** Telemetry of browsers on Postgres: stored once, in its month, through outages, without a name. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId, toUuid } from "#shared/ids.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { storeTracked } from "#workers/features/events/events.telemetry.ts";
import { listEvents } from "#workers/features/events/list-events.ts";
import { recordEvents } from "#workers/features/events/record-events.ts";
import { newestMs, oldestMs } from "#workers/features/events/tracked-event.ts";
import { cursorOf } from "#workers/platform/page-cursor.ts";
import type { Rooms } from "#workers/platform/rooms.ts";
import type { TrackedMessage } from "#workers/platform/telemetry.ts";
import { type Body, deadQueue, retryDelayS, takeTelemetry } from "#workers/telemetry-queue.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

const system = () => createTestContext({ database }).ctx;
const away = { databaseUrl: "postgres://u:p@nowhere.test/db", proxyUrl: "http://127.0.0.1:9" };
/** The limits are tested where their objects are. */
const unlimited = { get: () => ({ take: async () => 0 }) } as unknown as Rooms;

function message(at = Date.now(), durationMs = 5_000): TrackedMessage {
  const event = {
    eventId: newId("evt", at),
    name: "presence.session" as const,
    schemaVersion: 1 as const,
    occurredAt: at,
    receivedAt: at,
    visitorId: newId("vis", at),
    userId: null,
    sessionId: null,
    loop: null,
    linkId: null,
    inviterVisitorId: null,
    props: { durationMs },
  };
  return { type: "tracked", event, skewMs: null };
}

async function stored(messages: readonly TrackedMessage[]) {
  const ids = sql.join(
    messages.map(({ event }) => sql`${toUuid(event.eventId)}::uuid`),
    sql`, `,
  );
  const { rows } = await system().db.execute(
    sql`select tableoid::regclass::text as partition, id, skew_ms from events where id in (${ids})`,
  );
  return rows;
}

/** What the queue hands to the Worker, and what the Worker said of it. */
function delivery(bodies: readonly Body[], { queue = "k-factor-telemetry", attempts = 1 } = {}) {
  const said: Record<string, string> = {};
  const say = (what: string, word: string) => {
    said[what] = word;
  };
  const retried = (options?: QueueRetryOptions) => `retry ${options?.delaySeconds}`;
  const messages = bodies.map((body, index) => ({
    id: `message-${newId("evt", Date.now())}`,
    timestamp: new Date(),
    attempts,
    body,
    ack: () => say(String(index), "ack"),
    retry: (options?: QueueRetryOptions) => say(String(index), retried(options)),
  }));
  const batch = {
    queue,
    messages,
    ackAll: () => say("all", "ack"),
    retryAll: (options?: QueueRetryOptions) => say("all", retried(options)),
  };
  return { batch: batch as unknown as MessageBatch<Body>, said };
}

describe("storeTracked", () => {
  it("stores once what is delivered twice, also within one delivery, in one round trip", async () => {
    const test = createTestContext({ database });
    const messages = Array.from({ length: 120 }, () => message());
    const batch: Body = { type: "batch", messages };
    await storeTracked(test.ctx, [batch, batch]);
    expect(test.roundTrips.count).toBe(1);
    await storeTracked(test.ctx, [batch]);
    expect(await stored(messages)).toHaveLength(120);
  });

  it("has a partition for the oldest and the newest that the door lets in", async () => {
    const times = [Date.now() - oldestMs, Date.now(), Date.now() + newestMs];
    const messages = times.map((at) => message(at));
    await storeTracked(system(), messages);
    const months = times.map((at) => new Date(at).toISOString().slice(0, 7).replace("-", "_"));
    expect((await stored(messages)).map(({ partition }) => partition).toSorted()).toEqual(
      months.map((month) => `events_${month}`).toSorted(),
    );
  });

  it("keeps the correction of a wrong clock beside the time", async () => {
    const skewed = { ...message(), skewMs: -30 * 86_400_000 };
    await storeTracked(system(), [skewed]);
    expect(await stored([skewed])).toMatchObject([{ skew_ms: String(skewed.skewMs) }]);
  });

  it("leaves the other telemetry to its own feature", async () => {
    await storeTracked(system(), [{ type: "probe" }]);
    const { batch, said } = delivery([{ type: "probe" }, message()]);
    await takeTelemetry(system(), batch);
    expect(said).toEqual({});
  });
});

describe("takeTelemetry", () => {
  it("loses and doubles nothing over an outage: all comes again, ever more slowly", async () => {
    const messages = Array.from({ length: 30 }, () => message());
    const bodies: Body[] = [0, 10, 20].map((from) => ({
      type: "batch",
      messages: messages.slice(from, from + 10),
    }));
    const { ctx } = createTestContext({ database: away });
    const delays: (string | undefined)[] = [];
    for (let attempts = 1; attempts <= 6; attempts++) {
      const { batch, said } = delivery(bodies, { attempts });
      await takeTelemetry(ctx, batch);
      delays.push(said["all"]);
    }
    expect(delays).toEqual([5, 10, 20, 40, 60, 60].map((seconds) => `retry ${seconds}`));
    expect(await stored(messages)).toEqual([]);
    for (const attempts of [7, 8])
      await takeTelemetry(system(), delivery(bodies, { attempts }).batch);
    expect(await stored(messages)).toHaveLength(30);
  });

  it("waits an hour at least before anything is a dead letter", () => {
    const waits = Array.from({ length: 65 }, (_, i) => retryDelayS(i + 1));
    expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(3_600);
  });

  it("lets a message that cannot be stored take no other along", async () => {
    const good = [message(), message()];
    // No partition will ever take it.
    const bad = message(Date.UTC(2001, 0, 1));
    const test = createTestContext({ database });
    const { batch, said } = delivery([good[0] as Body, bad, good[1] as Body]);
    await takeTelemetry(test.ctx, batch);
    expect(said).toEqual({ 0: "ack", 1: "retry 5", 2: "ack" });
    expect(await stored([...good, bad])).toHaveLength(2);
    expect(test.logLines.join()).toContain("telemetry not stored");
  });

  it("stores a dead letter after all where it can, else keeps, logs and counts it once", async () => {
    const late = message();
    const bad = message(Date.UTC(2001, 0, 1));
    const { dead: before } = await listEvents(system(), {});
    const test = createTestContext({ database });
    const { batch, said } = delivery([late, bad], { queue: deadQueue, attempts: 66 });
    await takeTelemetry(test.ctx, batch);
    await takeTelemetry(test.ctx, batch);
    expect(said).toEqual({ 0: "ack", 1: "ack" });
    expect(await stored([late])).toHaveLength(1);
    const { dead } = await listEvents(system(), {});
    expect(dead.messages).toBe(before.messages + 1);
    expect(dead.newest).toBe(test.clock.now());
    expect(test.logLines.join()).toContain("telemetry given up");
  });
});

describe("recordEvents", () => {
  const viewed = (at: number) => ({
    eventId: newId("evt", at),
    name: "results.viewed",
    props: { runId: newId("run", at), owner: "you" },
  });

  it("counts for the account, asks no database, and stores no name and no address", async () => {
    const now = Date.now();
    const actor = await insertMember(system().db, now, { name: "A Name For This Test" });
    const headers = { "cf-connecting-ip": "203.0.113.77", "user-agent": "Tellingbrowser/9" };
    const test = createTestContext({ database, actor, headers, rooms: unlimited });
    const event = viewed(now);
    const smuggled = { ...viewed(now), props: { ...event.props, name: actor.name } };
    const outcomes = await recordEvents(test.ctx, { events: [event, smuggled] });
    expect(outcomes.map(({ status }) => status)).toEqual(["accepted", "refused"]);
    expect(test.roundTrips.count).toBe(0);
    await storeTracked(test.ctx, test.queueMessages as Body[]);
    const { rows } = await test.ctx.db.execute(
      sql`select events::text as line, visitor_id, user_id from events
        where id = ${toUuid(event.eventId)}::uuid`,
    );
    expect(rows).toMatchObject([
      { visitor_id: toUuid(actor.visitorId), user_id: toUuid(actor.userId) },
    ]);
    const written = JSON.stringify([rows, test.queueMessages, test.logLines]);
    for (const secret of [actor.name, "203.0.113", "Tellingbrowser", "@"])
      expect(written, secret).not.toContain(secret);
  });
});

describe("listEvents", () => {
  it("pages through all events, newest first, each once, with and without a name", async () => {
    const { ctx } = createTestContext({ database });
    const now = Date.now();
    await storeTracked(
      ctx,
      Array.from({ length: 130 }, (_, i) => message(now - i * 7_000_000)),
    );
    for (const name of [undefined, "presence.session"] as const) {
      const seen: { eventId: string; at: number }[] = [];
      let cursor: string | null = null;
      do {
        const test = createTestContext({ database });
        const before = cursor === null ? {} : { cursor: cursorOf("evt").parse(cursor) };
        const page = await listEvents(test.ctx, { ...(name ? { name } : {}), ...before });
        expect(test.roundTrips.count).toBe(1);
        seen.push(...page.items.map((item) => ({ eventId: item.eventId, at: item.occurredAt })));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen.length).toBeGreaterThanOrEqual(130);
      expect(new Set(seen.map(({ eventId }) => eventId)).size).toBe(seen.length);
      const times = seen.map(({ at }) => at);
      if (name) expect(times).toEqual(times.toSorted((a, b) => b - a));
    }
  });

  it("tells whether it was a member, and not which", async () => {
    const item = (await listEvents(system(), { name: "results.viewed" })).items[0];
    expect(item).toMatchObject({ member: true });
    expect(JSON.stringify(item)).not.toContain("user_");
  });
});
