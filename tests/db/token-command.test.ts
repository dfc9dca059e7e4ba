import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDb } from "#db/client.ts";
import { type LocalDatabase, startLocalDatabase } from "#db/local/local-database.ts";
import { migrate } from "#db/local/migrate.ts";
import { accessTokens } from "#db/schema/people.ts";
import { seedPeople } from "#db/seed/people.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { readActor } from "#workers/features/people/read-actor.ts";

const dataDir = mkdtempSync(join(tmpdir(), "k-factor-token-"));
const token = async (...args: string[]) => {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" };
  return promisify(execFile)(process.execPath, ["scripts/token.ts", ...args], { env });
};
let server: LocalDatabase;
let address: { databaseUrl: string; proxyUrl: string };

beforeAll(async () => {
  server = await startLocalDatabase({ dataDir: join(dataDir, "pglite") });
  address = {
    databaseUrl: server.connectionString,
    proxyUrl: `http://127.0.0.1:${server.httpPort}`,
  };
});
afterAll(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("npm run token", () => {
  it("says what is missing, in one sentence and without a query", async () => {
    const failed = (...args: string[]) => token(...args).catch((error) => error.stderr as string);
    expect(await failed("student@demo.test")).toBe(
      "The database is still empty: run npm start once.\n",
    );
    await migrate(address);
    expect(await failed("nobody@demo.test")).toBe(
      "Nobody has an account with the address nobody@demo.test.\n",
    );
    expect(await failed()).toMatch(/^Usage: /);
    expect(await failed("a@b.test", "--days", "0")).toMatch(/^Usage: /);
  });

  it("prints one token of that person, which works while the server runs", async () => {
    const db = createDb(address);
    await seedPeople(db, Date.now());
    const { stdout } = await token("ADMIN@demo.test", "--days", "2");
    expect(stdout).toMatch(/^vt_pat_[\w-]{43}\n$/);
    const headers = { authorization: `Bearer ${stdout.trim()}` };
    const { ctx } = createTestContext({ database: address, headers });
    expect(await readActor(ctx)).toMatchObject({ role: "admin", alias: "Calm Badger 90" });
    const [row] = await db.select().from(accessTokens);
    const days = ((row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)) / 86_400_000;
    expect(days).toBe(2);
  });
});
