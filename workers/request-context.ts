/** The context of one HTTP request: who asks, from which browser, brought by which link. */
import type { Context } from "hono";
import { readActor } from "./features/people/read-actor.ts";
import { readAttribution } from "./features/smart-links/attribution-cookie.ts";
import type { Guest } from "./platform/actor.ts";
import type { RequestCtx } from "./platform/context.ts";
import { createCookieJar } from "./platform/cookie-jar.ts";
import { isCrawler } from "./platform/crawler.ts";
import { parseEnv } from "./platform/env.ts";
import type { DoorEnv } from "./platform/http-door.ts";
import { createLogger } from "./platform/logger.ts";
import { durableRooms } from "./platform/rooms.ts";
import { keepVisitor, readVisitor } from "./platform/visitor-cookie.ts";
import { createContext } from "./worker-context.ts";

/** The context of somebody without a session. */
export async function guestContext(c: Context<DoorEnv>): Promise<RequestCtx> {
  return (await visitorContext(c)).ctx;
}

/** The context of whoever asks; a human without a visitor id gets one with the answer. */
export async function memberContext(c: Context<DoorEnv>): Promise<RequestCtx> {
  const { ctx, known, guest } = await visitorContext(c);
  if (!ctx.request.bot && !known) {
    keepVisitor(ctx.cookies, ctx.config.COOKIE_SECRET, guest.visitorId);
  }
  const actor = await readActor(ctx);
  return actor ? { ...ctx, actor } : ctx;
}

/** `known` is the visitor id that the browser brought. */
async function visitorContext(c: Context<DoorEnv>) {
  const { env } = c;
  const { headers, method } = c.req.raw;
  const config = parseEnv(env);
  const secret = config.COOKIE_SECRET;
  const cookies = createCookieJar(headers.get("cookie"));
  const agent = headers.get("user-agent") ?? "";
  const bot = isCrawler(agent);
  const requestId = c.get("requestId");
  const base = createContext({
    config,
    rooms: durableRooms(config),
    waitUntil: (work) => c.executionCtx.waitUntil(work),
    log: createLogger({ requestId }),
    roundTrips: c.get("roundTrips"),
    // Only a page or a query asks for several things at once.
    mergeReads: method === "GET",
  });
  const known = readVisitor(cookies, secret);
  const guest: Guest = { kind: "guest", visitorId: known ?? base.ids.next("vis") };
  const browser = { visitorId: known, now: base.clock.now() };
  const ctx: RequestCtx = {
    ...base,
    actor: guest,
    cookies,
    request: { id: requestId, headers, method, agent, bot, lookups: c.get("lookups") },
    attribution: readAttribution(cookies, secret, browser),
  };
  return { ctx, known, guest };
}
