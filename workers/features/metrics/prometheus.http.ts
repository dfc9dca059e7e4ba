/** GET /metrics for Prometheus, behind a token of its own. Not there where no token is set. */
import { type Context, Hono } from "hono";
import { AppError } from "../../platform/app-error.ts";
import type { Ctx } from "../../platform/context.ts";
import { parseEnv } from "../../platform/env.ts";
import { equalBytes, hmac } from "../../platform/hmac.ts";
import type { DoorEnv } from "../../platform/http-door.ts";
import { prometheusText } from "./prometheus-text.ts";
import { readGauges } from "./read-gauges.ts";

const contentType = "text/plain; version=0.0.4; charset=utf-8";

/** To be mounted at `/metrics`. */
export function prometheusRoutes(makeContext: (c: Context<DoorEnv>) => Promise<Ctx>) {
  return new Hono<DoorEnv>().get("/", async (c) => {
    c.set("route", "/metrics");
    const token = parseEnv(c.env).METRICS_TOKEN;
    if (token === undefined) throw new AppError("NOT_FOUND");
    const given = /^Bearer (\S+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
    if (!isToken(given, token)) {
      return c.text("", 401, { "WWW-Authenticate": "Bearer", "Cache-Control": "no-store" });
    }
    const gauges = await readGauges(await makeContext(c));
    return c.body(prometheusText(gauges), 200, {
      "Content-Type": contentType,
      "Cache-Control": "no-store",
    });
  });
}

/** Both are hashed first: neither the length nor the first difference shows in the time. */
const isToken = (given: string, token: string): boolean =>
  equalBytes(hmac(token, given), hmac(token, token));
