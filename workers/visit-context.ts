/** The context of a request at a smart link, made for each of many: what is seldom used waits. */
import { createDb, type Db } from "#db/client.ts";
import type { Guest } from "./platform/actor.ts";
import { idsFrom, systemClock } from "./platform/clock.ts";
import type { VisitCtx } from "./platform/context.ts";
import { type CookieJar, createCookieJar } from "./platform/cookie-jar.ts";
import { isCrawler } from "./platform/crawler.ts";
import type { EdgeVisit } from "./platform/edge-door.ts";
import { createLogger, type Logger } from "./platform/logger.ts";
import { durableRooms, type Rooms } from "./platform/rooms.ts";
import { readVisitor } from "./platform/visitor-cookie.ts";

const ids = idsFrom(systemClock);

/** Reads the visitor's cookie, and no other. */
export async function visitContext(visit: EdgeVisit): Promise<VisitCtx> {
  const cookies = createCookieJar(visit.request.headers.get("cookie"));
  const known = await readVisitor(cookies, visit.config.COOKIE_SECRET);
  return new Visit(visit, cookies, { kind: "guest", visitorId: known ?? ids.next("vis") });
}

/** A class, because getters of its prototype cost nothing where an object's own are dear. */
class Visit implements VisitCtx {
  readonly clock = systemClock;
  readonly ids = ids;
  readonly config: VisitCtx["config"];
  readonly request: VisitCtx["request"];
  readonly cookies: CookieJar;
  readonly actor: Guest;
  private readonly visit: EdgeVisit;
  private madeDb: Db | undefined;

  constructor(visit: EdgeVisit, cookies: CookieJar, actor: Guest) {
    const { headers } = visit.request;
    const bot = isCrawler(headers.get("user-agent") ?? "");
    this.visit = visit;
    this.config = visit.config;
    this.request = { id: visit.requestId, headers, bot, lookups: visit.lookups };
    this.cookies = cookies;
    this.actor = actor;
    this.madeDb = undefined;
  }

  get db(): Db {
    const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl } = this.config;
    this.madeDb ??= createDb({ databaseUrl, proxyUrl, roundTrips: this.visit.roundTrips });
    return this.madeDb;
  }

  get rooms(): Rooms {
    return durableRooms(this.config);
  }

  get log(): Logger {
    return createLogger({ requestId: this.visit.requestId });
  }

  waitUntil(work: Promise<unknown>): void {
    this.visit.execution.waitUntil(work);
  }
}
