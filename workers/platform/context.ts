/** What a use case is given: `verbNoun(ctx, input)`. */
import type { Db } from "#db/client.ts";
import type { Attribution } from "#shared/attribution.ts";
import type { UserId, VisitorId } from "#shared/ids.ts";
import type { Actor, Guest, Member } from "./actor.ts";
import { AppError } from "./app-error.ts";
import type { Clock, Ids } from "./clock.ts";
import type { CookieJar } from "./cookie-jar.ts";
import type { AppEnv } from "./env.ts";
import type { EventLog, Subscriptions } from "./event-log.ts";
import type { FlagStore } from "./flags.ts";
import type { Logger } from "./logger.ts";
import type { Rooms } from "./rooms.ts";

/** Everything but the request: also what cron, queue, reactions, seeds and tests have. */
export interface Ctx {
  db: Db;
  clock: Clock;
  ids: Ids;
  actor: Actor;
  rooms: Rooms;
  events: EventLog;
  flags: FlagStore;
  subscriptions: Subscriptions;
  log: Logger;
  /** Work that goes on after the response. */
  waitUntil(work: Promise<unknown>): void;
  config: AppEnv;
}

/** A use case that somebody asked for through HTTP. */
export interface RequestCtx extends Ctx {
  request: RequestFacts;
  cookies: CookieJar;
  /** The last touch, by the signed cookie; null where there is none. */
  attribution: Attribution | null;
}

/** What little a smart link needs: no session, no last touch, no event log. */
export type VisitCtx = Pick<
  RequestCtx,
  | "actor"
  | "clock"
  | "config"
  | "cookies"
  | "db"
  | "ids"
  | "log"
  | "request"
  | "rooms"
  | "waitUntil"
>;

export interface RequestFacts {
  id: string;
  headers: Headers;
  /** Uppercase; absent where no HTTP request was made. */
  method?: string;
  /** `User-Agent`, empty where there is none. */
  agent: string;
  /** True when the client says it is a crawler or unfurler. */
  bot: boolean;
  /** Look-ups beyond the isolate and Postgres, for Server-Timing where it is local. */
  lookups?: Lookups;
}

export interface Lookups {
  /** Reads of KV. */
  kv: number;
  /** Words to a shared rate limiter. */
  limiter: number;
}

/** The signed-in person. Throws UNAUTHENTICATED for everybody else. */
export function requireMember(ctx: Ctx): Member {
  if (ctx.actor.kind !== "member") throw new AppError("UNAUTHENTICATED");
  return ctx.actor;
}

/** The person's visitor id. Throws for the system, which is nobody. */
export function requirePerson(ctx: Pick<Ctx, "actor">): Exclude<Actor, { kind: "system" }> {
  if (ctx.actor.kind === "system") throw new AppError("UNAUTHENTICATED");
  return ctx.actor;
}

/** Who owns what this person makes: the visitor id, and the account where there is one. */
export function ownerOf(person: Guest | Member): { visitorId: VisitorId; userId: UserId | null } {
  return {
    visitorId: person.visitorId,
    userId: person.kind === "member" ? person.userId : null,
  };
}
