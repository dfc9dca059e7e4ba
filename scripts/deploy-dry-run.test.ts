/** What `wrangler deploy` would upload: the entry, every lazy module, and all bindings. */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { buildApp } from "./bundle/build-app.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

it("wrangler accepts the build and its bindings without an account", async () => {
  await buildApp(root);
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [wrangler, "deploy", "--dry-run"],
    { cwd: root, env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1" } },
  );
  for (const file of readdirSync(join(root, "build/worker/chunks"))) {
    if (!file.endsWith(".map")) expect(stdout).toContain(file);
  }
  for (const binding of [
    "HOT_KV",
    "TELEMETRY",
    "LEADERBOARD_ROOM",
    "COHORT_ROOM",
    "PRESENCE_ROOT",
    "PRESENCE_LEAF",
    "USER_INBOX",
    "RATE_LIMITER",
    "ASSETS",
    "CARDS",
  ]) {
    expect(stdout).toContain(binding);
  }
}, 60_000);
