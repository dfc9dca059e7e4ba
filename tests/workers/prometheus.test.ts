/** `/metrics` opens to its token only, and says what the database holds. */
import { env, exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { workerTestUrl } from "#tests/support/worker-test-vars.ts";
import { parseEnv } from "#workers/platform/env.ts";

function ask(authorization?: string): Promise<Response> {
  const headers = authorization === undefined ? {} : { Authorization: authorization };
  return exports.default.fetch(new Request(`${workerTestUrl}/metrics`, { headers }));
}

describe("GET /metrics", () => {
  it.each([
    undefined,
    "",
    "Bearer",
    "Bearer x",
    `Bearer ${"m".repeat(47)}`,
    `Bearer ${"m".repeat(49)}`,
    `Basic ${"m".repeat(48)}`,
  ])("refuses %s and says nothing", async (authorization) => {
    const response = await ask(authorization);
    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
    expect(await response.text()).toBe("");
  });

  it("answers its token with a line for each value, and keeps it out of caches", async () => {
    const response = await ask(`Bearer ${parseEnv(env).METRICS_TOKEN}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toContain("version=0.0.4");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const text = await response.text();
    expect(text).toMatch(/^kfactor_deliveries_dead \d+$/m);
    expect(text).toMatch(
      /^kfactor_mature_credited\{loop="buddy_challenge",window_days="14"\} \d+$/m,
    );
    const written = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    for (const line of written) expect(line).toMatch(/^kfactor_[a-z_]+(\{[^}]*\})? [-0-9.e+]+$/);
  });
});
