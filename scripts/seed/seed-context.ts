/** The context in which seeds call use cases: the real database, a clock one sets, no objects. */
import type { Attribution } from "#shared/attribution.ts";
import type { Actor } from "#workers/platform/actor.ts";
import type { RequestCtx } from "#workers/platform/context.ts";
import { createCookieJar } from "#workers/platform/cookie-jar.ts";
import { parseEnv } from "#workers/platform/env.ts";
import { createLogger } from "#workers/platform/logger.ts";
import { unreachableRooms } from "#workers/platform/rooms.ts";
import { createContext } from "#workers/worker-context.ts";

export interface SeedTarget {
  databaseUrl: string;
  proxyUrl?: string | undefined;
  appUrl: string;
  /** The Worker's secrets by their setting's name: seeded links must verify there. */
  secrets: Readonly<Record<string, string>>;
}

export interface SeedClock {
  now(): number;
  set(nowMs: number): void;
}

export function createSeedClock(nowMs: number): SeedClock {
  let now = nowMs;
  return {
    now: () => now,
    set(ms) {
      now = ms;
    },
  };
}

/** Makes contexts for one person after another; `settle` waits for the deliveries they began. */
export function createSeedContexts(target: SeedTarget, clock: SeedClock) {
  const work = new Set<Promise<unknown>>();
  const away = {
    idFromName: () => null,
    get: () => null,
    send: async () => {},
    put: async () => {},
  };
  const config = parseEnv({
    ...target.secrets,
    APP_ENV: "local",
    APP_URL: target.appUrl,
    DATABASE_URL: target.databaseUrl,
    ...(target.proxyUrl ? { DATABASE_PROXY_URL: target.proxyUrl } : {}),
    HOT_KV: away,
    TELEMETRY: away,
    LEADERBOARD_ROOM: away,
    COHORT_ROOM: away,
    USER_INBOX: away,
    PRESENCE_ROOT: away,
    PRESENCE_LEAF: away,
    RATE_LIMITER: away,
  });
  const base = createContext({
    config,
    clock,
    rooms: unreachableRooms,
    // What a room was to be sent waits in its delivery row, until the Worker's first sweep.
    log: createLogger({}, () => {}),
    waitUntil: (promise) => void work.add(promise),
  });
  return {
    as: (actor: Actor, attribution: Attribution | null = null): RequestCtx => ({
      ...base,
      actor,
      attribution,
      cookies: createCookieJar(null),
      request: { id: "seed", headers: new Headers(), agent: "", bot: false },
    }),
    async settle(): Promise<void> {
      for (const promise of work) {
        await promise;
        work.delete(promise);
      }
    },
  };
}
