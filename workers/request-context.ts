/** The context of one HTTP request: who asks, from which browser, brought by which link. */
import type { Context } from "hono";
import { readActor } from "./features/people/read-actor.ts";
import { readAttribution } from "./features/smart-links/attribution-cookie.ts";
import type { RequestCtx } from "./platform/context.ts";
import { createCookieJar } from "./platform/cookie-jar.ts";
import { isCrawler } from "./platform/crawler.ts";
import { parseEnv } from "./platform/env.ts";
import type { DoorEnv } from "./platform/http-door.ts";
import { createLogger } from "./platform/logger.ts";
import { durableRooms } from "./platform/rooms.ts";
import { keepVisitor, readVisitor } from "./platform/visitor-cookie.ts";
import { createContext } from "./worker-context.ts";

/** The context of somebody without a session: a smart link needs no more. */
export async function guestContext(c: Context<DoorEnv>): Promise<RequestCtx> {
  const { env } = c;
  const request = c.req.raw;
  const config = parseEnv(env);
  const cookies = createCookieJar(request.headers.get("cookie"));
  const agent = request.headers.get("user-agent") ?? "";
  const bot = isCrawler(agent);
  const requestId = c.get("requestId");
  const base = createContext({
    config,
    rooms: durableRooms(config),
    waitUntil: (work) => c.executionCtx.waitUntil(work),
    log: createLogger({ requestId }),
    roundTrips: c.get("roundTrips"),
    // Only a page or a query asks for several things at once.
    mergeReads: request.method === "GET",
  });
  const known = await readVisitor(cookies, config.COOKIE_SECRET);
  return {
    ...base,
    actor: { kind: "guest", visitorId: known ?? base.ids.next("vis") },
    cookies,
    request: {
      id: requestId,
      headers: request.headers,
      method: request.method,
      bot,
      lookups: c.get("lookups"),
    },
    attribution: await readAttribution(cookies, config.COOKIE_SECRET, {
      visitorId: known,
      now: base.clock.now(),
    }),
  };
}

/** The context of whoever asks; a human without a visitor id gets one with the answer. */
export async function memberContext(c: Context<DoorEnv>): Promise<RequestCtx> {
  const ctx = await guestContext(c);
  const secret = ctx.config.COOKIE_SECRET;
  if (!ctx.request.bot && ctx.actor.kind === "guest" && !(await readVisitor(ctx.cookies, secret))) {
    await keepVisitor(ctx.cookies, secret, ctx.actor.visitorId);
  }
  const actor = await readActor(ctx);
  return actor ? { ...ctx, actor } : ctx;
}
