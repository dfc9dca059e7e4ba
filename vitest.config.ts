/** Tests in three places: pure code in Node, the Worker in workerd, use cases on real Postgres. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { workerTestVars } from "./tests/support/worker-test-vars.ts";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Servers, databases and rooms keep real time, on a machine that may be busy with others: what
 * failed there is tried once more, and named as flaky. What fails twice has failed.
 */
const retry = 1;

const unit = {
  extends: true as const,
  test: {
    name: "unit",
    environment: "node",
    // Pure code leaves nothing behind: what files import is loaded once for all of them.
    isolate: false,
    include: ["{app,shared,workers,db,scripts,tests/bench,tests/screenshots}/**/*.test.{ts,tsx}"],
  },
};

const db = {
  extends: true as const,
  test: {
    name: "db",
    retry,
    environment: "node",
    include: ["tests/db/**/*.test.ts"],
    globalSetup: ["tests/support/migrated-database.ts"],
  },
};

/** workerd's test pool cannot load React's CommonJS: there, the pages are those of the built Worker. */
const builtPages = {
  name: "built-pages",
  enforce: "pre" as const,
  resolveId(source: string) {
    if (!source.endsWith("/pages-door.ts")) return null;
    const chunks = path("build/worker/chunks/");
    const name = readdirSync(chunks).find((file) => /^pages-door-\w+\.js$/.test(file));
    return name ? chunks + name : null;
  },
};

const workers = {
  extends: true as const,
  plugins: [
    builtPages,
    cloudflareTest(({ inject }) => ({
      main: "./workers/app.ts",
      wrangler: { configPath: "./wrangler.toml" },
      miniflare: { cf: false, bindings: workerTestVars(inject("database")) },
    })),
  ],
  resolve: { alias: { "co-body": path("./scripts/bundle/co-body-stub.ts") } },
  test: {
    name: "workers",
    retry,
    include: ["tests/workers/**/*.test.ts"],
    globalSetup: ["tests/support/global-setup.ts"],
    // Rooms tell one another once a second: a default second of patience is a coin's toss.
    expect: { poll: { timeout: 10_000 } },
  },
};

export default defineConfig({
  test: {
    projects: [unit, workers, db],
    // Logs are shown with the tests that fail.
    silent: "passed-only",
    testTimeout: 40_000,
    hookTimeout: 120_000,
    coverage: {
      provider: "istanbul",
      include: ["workers/**/*.ts", "db/**/*.ts", "shared/**/*.ts"],
      exclude: ["**/*.test.ts", "**/*.d.ts", "db/migrations/**", "**/content/**"],
      reporter: ["text-summary", "json-summary", "html"],
      thresholds: { lines: 90 },
    },
  },
});
