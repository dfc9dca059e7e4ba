/** GET /api/health: 200 when every part works, else 503 that names the part. */
import { type Context, Hono } from "hono";
import type { Ctx } from "../../platform/context.ts";
import type { DoorEnv } from "../../platform/http-door.ts";
import { checkHealth, type Health, isHealthy } from "./check-health.ts";

/** An answer serves this long, so that asking often costs nothing, in milliseconds. */
const freshMs = 2_000;

export function healthRoutes(makeContext: (c: Context<DoorEnv>) => Promise<Ctx>) {
  let last: { health: Health; at: number } | null = null;
  return new Hono<DoorEnv>().get("/", async (c) => {
    c.set("route", "/api/health");
    const ctx = await makeContext(c);
    const now = ctx.clock.now();
    if (!last || now - last.at > freshMs) last = { health: await checkHealth(ctx), at: now };
    const status = isHealthy(last.health) ? 200 : 503;
    return c.json(last.health, status, { "Cache-Control": "no-store" });
  });
}
