/** Builds the context of a use case from the Worker's environment: for requests, cron and queue. */
import { createDb } from "#db/client.ts";
import type { DomainEvent } from "#shared/events.ts";
import { reactions, subscriptions } from "./event-handlers.ts";
import { type Clock, idsFrom, systemClock } from "./platform/clock.ts";
import type { Ctx } from "./platform/context.ts";
import { type AppEnv, parseEnv } from "./platform/env.ts";
import { deliverEvents } from "./platform/event-delivery.ts";
import { createEventLog } from "./platform/event-log.ts";
import { createFlagStore } from "./platform/flags.ts";
import { createLogger, type Logger } from "./platform/logger.ts";
import { durableRooms, type Rooms } from "./platform/rooms.ts";

export interface ContextParts {
  config: AppEnv;
  waitUntil(work: Promise<unknown>): void;
  rooms: Rooms;
  clock?: Clock;
  log?: Logger;
  /** Counts the database round trips of this context. */
  roundTrips?: { count: number };
  /** Reads of one moment go as one batch. */
  mergeReads?: boolean;
}

/** The context of the system itself; a request puts its actor in. */
export function createContext(parts: ContextParts): Ctx {
  const clock = parts.clock ?? systemClock;
  const ids = idsFrom(clock);
  const log = parts.log ?? createLogger();
  const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl } = parts.config;
  const database = { databaseUrl, ...(proxyUrl ? { proxyUrl } : {}) };
  // Deliveries go on after the answer: their round trips are not the request's.
  const deliver = (events: readonly DomainEvent[]) =>
    parts.waitUntil(deliverEvents({ ...systemCtx, db: createDb(database) }, reactions, events));
  const { config, mergeReads, roundTrips, waitUntil } = parts;
  const db = createDb({ ...database, roundTrips, mergeReads });
  const systemCtx: Ctx = {
    db,
    clock,
    ids,
    log,
    actor: { kind: "system" },
    rooms: parts.rooms,
    subscriptions,
    events: createEventLog({ clock, ids, subscriptions, deliver }),
    waitUntil,
    flags: createFlagStore({ db, clock, log, config, waitUntil }),
    config,
  };
  return systemCtx;
}

/** The context of cron and queue handlers. */
export function systemContext(env: object, execution: ExecutionContext): Ctx {
  const config = parseEnv(env);
  return createContext({
    config,
    rooms: durableRooms(config),
    waitUntil: (work) => execution.waitUntil(work),
  });
}
