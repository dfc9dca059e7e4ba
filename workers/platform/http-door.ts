/** What every request passes: id, body limit, same-origin proof, errors, headers, one log line. */
import type { Context, MiddlewareHandler } from "hono";
import { AppError } from "./app-error.ts";
import type { Lookups } from "./context.ts";
import { parseEnv } from "./env.ts";
import { errorResponse } from "./http-errors.ts";
import { createLogger } from "./logger.ts";
import { addSecurityHeaders } from "./page-security.ts";
import { isSameOrigin } from "./same-origin.ts";

export interface DoorVariables {
  requestId: string;
  roundTrips: { count: number };
  lookups: Lookups;
  /** The route's pattern, for the log: never the address itself. */
  route: string;
}
export type DoorEnv = { Bindings: Cloudflare.Env; Variables: DoorVariables };

/** No request of ours is larger, in bytes. */
export const maxBodyBytes = 64 * 1024;

export const httpDoor: MiddlewareHandler<DoorEnv> = async (c, next) => {
  const startedAt = Date.now();
  c.set("requestId", crypto.randomUUID());
  c.set("roundTrips", { count: 0 });
  c.set("lookups", { kv: 0, limiter: 0 });
  c.set("route", "unmatched");
  const config = parseEnv(c.env);
  const refusal = await refuse(c, config.APP_URL);
  if (refusal) c.res = errorResponse(refusal, c.get("requestId"));
  else await next();
  if (c.res.status !== 101) finish(c, config.APP_ENV, config.APP_URL.startsWith("https:"));
  createLogger().info("request", {
    requestId: c.get("requestId"),
    route: c.get("route"),
    method: c.req.method,
    status: c.res.status,
    durationMs: Date.now() - startedAt,
    roundTrips: c.get("roundTrips").count,
    outcome: refusal?.code ?? outcomeOf(c.res.status),
  });
};

/** How the log calls an answer that no code of ours explains. */
export function outcomeOf(status: number): "ok" | "refused" {
  return status < 400 ? "ok" : "refused";
}

async function refuse(c: Context<DoorEnv>, appUrl: string): Promise<AppError | null> {
  if (!isSameOrigin(c.req.method, c.req.raw.headers, appUrl)) {
    return new AppError("FORBIDDEN", { message: "That request did not come from our own page." });
  }
  return (await bodyFits(c.req.raw)) ? null : new AppError("TOO_LARGE");
}

/** Trusts a small Content-Length; reads a clone of a body that hides its size, up to the limit. */
async function bodyFits(request: Request): Promise<boolean> {
  if (request.body === null) return true;
  const length = request.headers.get("content-length");
  if (length !== null) return Number(length) <= maxBodyBytes;
  const reader = request.clone().body?.getReader();
  let bytes = 0;
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return true;
    bytes += (part.value as Uint8Array).byteLength;
    if (bytes > maxBodyBytes) return false;
  }
}

function finish(c: Context<DoorEnv>, appEnv: string, secure: boolean): void {
  c.res = new Response(c.res.body, c.res);
  addSecurityHeaders(c.res.headers, secure);
  c.res.headers.set("X-Request-Id", c.get("requestId"));
  if (appEnv === "local") {
    const timing = serverTiming(c.get("roundTrips").count, c.get("lookups"));
    c.res.headers.append("Server-Timing", timing);
  }
}

/** What a request cost beyond the isolate; only a local Worker tells it. */
export function serverTiming(roundTrips: number, { kv, limiter }: Lookups): string {
  const timing = `db;desc="${roundTrips}"`;
  return (
    timing +
    (kv > 0 ? `, kv;desc="${kv}"` : "") +
    (limiter > 0 ? `, limiter;desc="${limiter}"` : "")
  );
}

/** Adds the cookies that the use case set. */
export function withCookies(response: Response, lines: readonly string[]): Response {
  if (lines.length === 0) return response;
  const answer = new Response(response.body, response);
  for (const line of lines) answer.headers.append("Set-Cookie", line);
  return answer;
}
