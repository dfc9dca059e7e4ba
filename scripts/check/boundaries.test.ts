import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const files: Record<string, string> = {
  "shared/ids.ts": "export const id = 1;",
  "shared/upward.ts": 'import "../db/client.ts";',
  "db/client.ts": "export const db = 1;",
  "db/upward.ts": 'import "../workers/app.ts";',
  "app/page.ts":
    'import { a } from "../workers/app.ts"; import "../db/client.ts"; export const b = a;',
  "app/typed.ts": 'import type { A } from "../workers/app.ts"; export type B = A;',
  "workers/app.ts": "export const a = 1; export type A = number;",
  "workers/upward.ts": 'import "../app/typed.ts";',
  "workers/missing.ts": 'import "./nowhere.ts";',
  "workers/ring-a.ts": 'import "./ring-b.ts";',
  "workers/ring-b.ts": 'import "./ring-a.ts";',
  "workers/testing.ts": 'import "../tests/stage.ts";',
  "workers/platform/clock.ts": 'import "../features/decks/deck.ts";',
  "workers/features/decks/deck.ts": 'import "./decks.repo.ts";',
  "workers/features/decks/decks.repo.ts": 'import "drizzle-orm";',
  "workers/features/decks/start-deck.ts":
    'import "drizzle-orm"; import "cloudflare:workers"; import "../links/link.ts"; import "../../app.ts";',
  "workers/features/decks/deck.room.ts": 'import "cloudflare:workers";',
  "workers/features/links/link.ts": "export const link = 1;",
  "node_modules/drizzle-orm/index.js": "export const sql = 1;",
  "tests/stage.ts": "export const stage = 1;",
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "boundaries-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, "tsconfig.json"), '{"compilerOptions":{"module":"ESNext"}}');
  writeFileSync(
    join(folder, "package.json"),
    '{"type":"module","dependencies":{"drizzle-orm":"*"}}',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** `rule: from -> to` for each violation in the folder. */
function violations(): string[] {
  const cli = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const config = join(root, ".dependency-cruiser.cjs");
  const args = [cli, "--config", config, "--output-type", "json", "app", "workers", "db", "shared"];
  const json = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const { summary } = JSON.parse(json) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => {
    const target = to.includes("drizzle-orm") ? "drizzle-orm" : to;
    return `${rule.name}: ${from} -> ${target}`;
  });
}

test("the boundaries refuse exactly what the design forbids", () => {
  const feature = "workers/features/decks";
  expect([...new Set(violations())].sort()).toEqual(
    [
      "app-knows-no-database: app/page.ts -> db/client.ts",
      "app-takes-types-of-workers: app/page.ts -> workers/app.ts",
      `cloudflare-at-the-edge: ${feature}/start-deck.ts -> cloudflare:workers`,
      "db-knows-shared-only: db/upward.ts -> workers/app.ts",
      `domain-is-pure: ${feature}/deck.ts -> ${feature}/decks.repo.ts`,
      `drizzle-in-repos: ${feature}/start-deck.ts -> drizzle-orm`,
      `features-know-no-doors: ${feature}/start-deck.ts -> workers/app.ts`,
      `features-stand-alone: ${feature}/start-deck.ts -> workers/features/links/link.ts`,
      "no-cycle: workers/ring-a.ts -> workers/ring-b.ts",
      "no-unresolved: workers/missing.ts -> ./nowhere.ts",
      `platform-knows-no-business: workers/platform/clock.ts -> ${feature}/deck.ts`,
      "shared-stands-alone: shared/upward.ts -> db/client.ts",
      "source-knows-no-tools: workers/testing.ts -> tests/stage.ts",
      "workers-know-no-app: workers/upward.ts -> app/typed.ts",
    ].sort(),
  );
});
