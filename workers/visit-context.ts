/** The context of a request at a smart link, made for each of many: what is seldom used waits. */
import { createDb, type Db } from "#db/client.ts";
import type { Guest } from "./platform/actor.ts";
import { type Clock, type Ids, idsFrom, stoppedClock } from "./platform/clock.ts";
import type { Lookups, RequestFacts, VisitCtx } from "./platform/context.ts";
import { type CookieJar, createCookieJar } from "./platform/cookie-jar.ts";
import { isCrawler } from "./platform/crawler.ts";
import type { EdgeVisit } from "./platform/edge-door.ts";
import { createLogger, type Logger } from "./platform/logger.ts";
import { durableRooms, type Rooms } from "./platform/rooms.ts";
import { readVisitor } from "./platform/visitor-cookie.ts";

/** All of it happens at the moment when it came. */
export function visitContext(visit: EdgeVisit): VisitCtx {
  return new Visit(visit);
}

/** A class, because getters of its prototype cost nothing where an object's own are dear. */
class Visit implements VisitCtx {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly config: VisitCtx["config"];
  readonly request: VisitRequest;
  private readonly visit: EdgeVisit;
  private madeCookies: CookieJar | undefined;
  private madeActor: Guest | undefined;
  private madeDb: Db | undefined;

  constructor(visit: EdgeVisit) {
    this.visit = visit;
    this.clock = stoppedClock(visit.startedAt);
    this.ids = idsFrom(this.clock);
    this.config = visit.config;
    this.request = new VisitRequest(visit);
    this.madeCookies = undefined;
    this.madeActor = undefined;
    this.madeDb = undefined;
  }

  get cookies(): CookieJar {
    this.madeCookies ??= createCookieJar(this.request.headers.get("cookie"));
    return this.madeCookies;
  }

  get actor(): Guest {
    if (!this.madeActor) {
      const known = readVisitor(this.cookies, this.config.COOKIE_SECRET);
      this.madeActor = { kind: "guest", visitorId: known ?? this.ids.next("vis") };
    }
    return this.madeActor;
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

/** A guess needs no user agent. */
class VisitRequest implements RequestFacts {
  readonly id: string;
  readonly headers: Headers;
  readonly lookups: Lookups;
  private readAgent: string | undefined;

  constructor({ requestId, request, lookups }: EdgeVisit) {
    this.id = requestId;
    this.headers = request.headers;
    this.lookups = lookups;
    this.readAgent = undefined;
  }

  get agent(): string {
    this.readAgent ??= this.headers.get("user-agent") ?? "";
    return this.readAgent;
  }

  get bot(): boolean {
    return isCrawler(this.agent);
  }
}
