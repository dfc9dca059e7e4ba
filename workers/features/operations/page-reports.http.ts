/** POST /page-reports: what a page's policy refused, told by the browser; 204 whatever it says. */
import { type Context, Hono } from "hono";
import { AppError } from "../../platform/app-error.ts";
import { callerOf } from "../../platform/client-network.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { hmac, toBase64Url } from "../../platform/hmac.ts";
import type { DoorEnv } from "../../platform/http-door.ts";
import type { RateLimiterApi } from "../../platform/rate-limiter.room.ts";
import { readPageReports } from "./page-report.ts";

/** Requests from one address: a page in trouble sends a few, and then says nothing new. */
export const reportLimit = { perMinute: 20, burst: 20 };

const types = new Set(["application/csp-report", "application/reports+json"]);

/** To be mounted at `/page-reports`. RATE_LIMITED, and BAD_INPUT for what is no report at all. */
export function pageReportRoutes(makeContext: (c: Context<DoorEnv>) => Promise<RequestCtx>) {
  return new Hono<DoorEnv>().post("/", async (c) => {
    c.set("route", "/page-reports");
    const [type = ""] = (c.req.header("content-type") ?? "").split(";", 1);
    if (!types.has(type.trim().toLowerCase())) throw new AppError("BAD_INPUT");
    const ctx = await makeContext(c);
    await takeTurn(ctx);
    const told = readPageReports(
      parse(new TextDecoder().decode(await c.req.arrayBuffer())),
      ctx.config.APP_URL,
    );
    for (const report of told) ctx.log.warn("page report", { ...report });
    return c.body(null, 204);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("BAD_INPUT");
  }
}

/** Outside of this isolate an address is a keyed hash. */
async function takeTurn(ctx: RequestCtx): Promise<void> {
  const address = callerOf(ctx.request.headers.get("cf-connecting-ip") ?? "");
  const mac = hmac(ctx.config.COOKIE_SECRET, `page-report.v1.${address}`);
  const name = `page-report.${toBase64Url(mac.subarray(0, 16))}`;
  const retryMs = await ctx.rooms.get<RateLimiterApi>("RATE_LIMITER", name).take(reportLimit);
  if (retryMs > 0) throw new AppError("RATE_LIMITED", { retryAfterS: Math.ceil(retryMs / 1000) });
}
