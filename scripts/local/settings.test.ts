import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseSettings, readSources } from "./settings.ts";

const parse = (source: Record<string, string>) => parseSettings(source, "/project");

test("parseSettings needs no setting at all", () => {
  expect(parse({}).settings).toEqual({
    port: 8787,
    dataDir: join("/project", ".data"),
    seed: "demo",
    databaseUrl: null,
    workerVars: {},
  });
});

test.each(["abc", "0", "65536", "80.5", "-1", "0x50"])("parseSettings refuses PORT %s", (PORT) => {
  expect(parse({ PORT }).faults).toEqual([
    `PORT must be a whole number from 1 to 65535, not "${PORT}".`,
  ]);
});

test("parseSettings says one sentence for each fault", () => {
  const { faults } = parse({
    PORT: "x",
    SEED: "huge",
    DATABASE_URL: "mysql://localhost/app",
    COOKIE_SECRET: "short",
  });
  expect(faults).toHaveLength(4);
});

test("parseSettings refuses events kept too short and a sink without a safe address, in a sentence", () => {
  expect(parse({ EVENT_RETENTION_DAYS: "230" }).faults).toEqual([
    "EVENT_RETENTION_DAYS must be a whole number of days, 231 at least, because so far back intakes that may still change need their events.",
  ]);
  expect(parse({ TINYBIRD_TOKEN: "p.x" }).faults).toEqual([
    "TINYBIRD_URL must be set where TINYBIRD_TOKEN is.",
  ]);
  expect(parse({ TINYBIRD_TOKEN: "p.x", TINYBIRD_URL: "http://api.example" }).faults).toEqual([
    "TINYBIRD_URL must be an https origin, such as https://api.tinybird.co (http only on loopback).",
  ]);
  const good = { EVENT_RETENTION_DAYS: "231", TINYBIRD_TOKEN: "p.x" };
  const { settings } = parse({ ...good, TINYBIRD_URL: "http://127.0.0.1:7181" });
  expect(settings?.workerVars).toMatchObject(good);
});

test("parseSettings never repeats a database password", () => {
  const { faults } = parse({ DATABASE_URL: "postgre://me:hunter2@host/app" });
  expect(faults.join()).not.toContain("hunter2");
  expect(faults).toHaveLength(1);
});

test("parseSettings takes Neon's and Postgres's own addresses", () => {
  for (const DATABASE_URL of [
    "postgres://u:p@localhost:5432/app",
    "postgresql://u@db.neon.tech/x",
  ]) {
    expect(parse({ DATABASE_URL }).settings?.databaseUrl).toBe(DATABASE_URL);
  }
});

test("readSources lets the environment win over .env, the empty text included", () => {
  const root = mkdtempSync(join(tmpdir(), "settings-"));
  writeFileSync(join(root, ".env"), 'PORT=9000\nSEED="none"\nDATABASE_URL=postgres://h/d\n');
  const { settings } = parseSettings(readSources(root, { PORT: "9001", DATABASE_URL: "" }), root);
  rmSync(root, { recursive: true });
  expect(settings).toMatchObject({ port: 9001, seed: "none", databaseUrl: null });
});
