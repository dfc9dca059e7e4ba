/** The context of a use case in a test: real database and event log, a clock one sets by hand. */
import { createDb } from "#db/client.ts";
import type { Attribution } from "#shared/attribution.ts";
import type { DomainEvent } from "#shared/events.ts";
import type { Actor } from "#workers/platform/actor.ts";
import { idsFrom } from "#workers/platform/clock.ts";
import type { Ctx, RequestCtx } from "#workers/platform/context.ts";
import { createCookieJar } from "#workers/platform/cookie-jar.ts";
import { noDefinitions } from "#workers/platform/definitions.ts";
import { type AppEnv, parseEnv } from "#workers/platform/env.ts";
import { deliverEvents, type Reactions } from "#workers/platform/event-delivery.ts";
import { createEventLog, type Subscriptions } from "#workers/platform/event-log.ts";
import { createFlagStore, type FlagMemory } from "#workers/platform/flags.ts";
import { createLogger } from "#workers/platform/logger.ts";
import { type Rooms, unreachableRooms } from "#workers/platform/rooms.ts";
import { messagesIn, type TelemetryMessage } from "#workers/platform/telemetry.ts";
import { createFakeKv } from "./fake-kv.ts";
import type { TestDatabase } from "./test-database.ts";
import { workerTestVars } from "./worker-test-vars.ts";

export interface TestContextOptions {
  database: Pick<TestDatabase, "databaseUrl" | "proxyUrl">;
  /** Where the clock begins; now by default. It stands still until it is moved. */
  nowMs?: number;
  /** A guest with a new visitor id by default. */
  actor?: Actor;
  rooms?: Rooms;
  /** Who reacts to events; by default nobody does, and events are only stored. */
  subscriptions?: Subscriptions;
  reactions?: Reactions<Ctx>;
  /** The request's headers, such as cookie, authorization and user-agent. */
  headers?: Record<string, string>;
  /** Of the request, such as POST. */
  method?: string;
  attribution?: Attribution;
  config?: Partial<AppEnv>;
  /** Shared by several browsers of one test, as the platform's is. */
  kv?: KVNamespace;
  clock?: TestClock;
  /** What the isolate remembers of flags; by default that there are none. */
  flagMemory?: FlagMemory;
}

export interface TestClock {
  now(): number;
  set(nowMs: number): void;
  advance(ms: number): void;
}

export interface TestContext {
  ctx: RequestCtx;
  clock: TestClock;
  roundTrips: { count: number };
  /** The log lines so far, as written. */
  logLines: string[];
  queueMessages: unknown[];
  /** Waits for all that goes on after the response, and what that starts. Throws what failed. */
  settle(): Promise<void>;
}

export function createTestClock(nowMs = Date.now()): TestClock {
  let now = nowMs;
  return {
    now: () => now,
    set(nowMs) {
      now = nowMs;
    },
    advance(ms) {
      now += ms;
    },
  };
}

export function createTestContext(options: TestContextOptions): TestContext {
  const clock = options.clock ?? createTestClock(options.nowMs);
  const ids = idsFrom(clock);
  const roundTrips = { count: 0 };
  const logLines: string[] = [];
  const queueMessages: unknown[] = [];
  const work = collectWork();
  const subscriptions = options.subscriptions ?? {};
  const kv = options.kv ?? createFakeKv(() => clock.now());
  const env = testEnv({ database: options.database, kv, queueMessages });
  const db = createDb({ ...options.database, roundTrips });
  const log = createLogger({}, (_level, line) => logLines.push(line));
  const config = { ...parseEnv(env), ...options.config };
  const { waitUntil } = work;
  // Far ahead: it never grows old in a test that does not ask for flags.
  const memory = options.flagMemory ?? { held: noDefinitions, readAt: Number.MAX_SAFE_INTEGER };
  const system: Ctx = {
    db,
    clock,
    ids,
    log,
    actor: { kind: "system" },
    rooms: options.rooms ?? unreachableRooms,
    subscriptions,
    events: createEventLog({ clock, ids, subscriptions, deliver }),
    flags: createFlagStore({ db, clock, log, config, waitUntil }, memory),
    waitUntil,
    config,
  };
  function deliver(events: readonly DomainEvent[]): void {
    work.waitUntil(deliverEvents(system, options.reactions ?? {}, events));
  }
  const headers = new Headers(options.headers);
  const ctx: RequestCtx = {
    ...system,
    actor: options.actor ?? { kind: "guest", visitorId: ids.next("vis") },
    cookies: createCookieJar(headers.get("cookie")),
    request: {
      id: "test-request",
      headers,
      agent: headers.get("user-agent") ?? "",
      bot: false,
      ...(options.method ? { method: options.method } : {}),
    },
    attribution: options.attribution ?? null,
  };
  return { ctx, clock, roundTrips, logLines, queueMessages, settle: work.settle };
}

function collectWork() {
  let waiting: Promise<unknown>[] = [];
  return {
    waitUntil(promise: Promise<unknown>): void {
      // Looked at in settle(): until then a failure is not "unhandled".
      promise.catch(() => {});
      waiting.push(promise);
    },
    async settle(): Promise<void> {
      while (waiting.length > 0) {
        const batch = waiting;
        waiting = [];
        await Promise.all(batch);
      }
    },
  };
}

/** The Worker's environment: settings of the tests, and stand-ins for the platform's bindings. */
export function testEnv(parts: {
  database: TestContextOptions["database"];
  kv: KVNamespace;
  queueMessages?: unknown[];
}): object {
  const queue = parts.queueMessages ?? [];
  const namespace = { idFromName: (name: string) => name, get: () => null };
  return {
    ...workerTestVars(parts.database),
    HOT_KV: parts.kv,
    TELEMETRY: {
      send: async (body: TelemetryMessage) => void queue.push(...messagesIn([body])),
    },
    LEADERBOARD_ROOM: namespace,
    COHORT_ROOM: namespace,
    USER_INBOX: namespace,
    PRESENCE_ROOT: namespace,
    PRESENCE_LEAF: namespace,
    RATE_LIMITER: namespace,
  };
}
