/** The context of one HTTP request: who asks, from which browser, brought by which link. */
import { isbot } from "isbot";
import { readActor } from "./features/people/read-actor.ts";
import { readAttribution } from "./features/smart-links/attribution-cookie.ts";
import { createCookieJar } from "./platform/cookie-jar.ts";
import type { RequestCtx } from "./platform/context.ts";
import { parseEnv } from "./platform/env.ts";
import { createLogger } from "./platform/logger.ts";
import { durableRooms } from "./platform/rooms.ts";
import { keepVisitor, readVisitor } from "./platform/visitor-cookie.ts";
import { createContext } from "./worker-context.ts";

export interface RequestParts {
  requestId: string;
  roundTrips: { count: number };
}

/** Reads cookies and session; a human without a visitor id gets one with the answer. */
export async function requestContext(
  request: Request,
  env: object,
  execution: Pick<ExecutionContext, "waitUntil">,
  parts: RequestParts,
): Promise<RequestCtx> {
  const config = parseEnv(env);
  const cookies = createCookieJar(request.headers.get("cookie"));
  const agent = request.headers.get("user-agent") ?? "";
  const bot = agent === "" || isbot(agent);
  const base = createContext({
    config,
    rooms: durableRooms(config),
    waitUntil: (work) => execution.waitUntil(work),
    log: createLogger({ requestId: parts.requestId }),
    roundTrips: parts.roundTrips,
  });
  const known = await readVisitor(cookies, config.COOKIE_SECRET);
  const visitorId = known ?? base.ids.next("vis");
  if (!known && !bot) await keepVisitor(cookies, config.COOKIE_SECRET, visitorId);
  const ctx: RequestCtx = {
    ...base,
    actor: { kind: "guest", visitorId },
    cookies,
    request: { id: parts.requestId, headers: request.headers, bot },
    attribution: await readAttribution(cookies, config.COOKIE_SECRET),
  };
  return { ...ctx, actor: (await readActor(ctx)) ?? ctx.actor };
}
