/** `npm start`: what it refuses, how it ends, and what it keeps. */
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { devices, expect, test } from "@playwright/test";
import { findFreePort, requireFreePort } from "../../scripts/local/free-port.ts";
import { startPostgres } from "../support/postgres.ts";
import { descendants, survivors } from "../support/process-tree.ts";
import { type RunningServer, spawnServer, startServer, waitUntilReady } from "../support/server.ts";

const noDemo = { SEED: "none" };
// Without a real browser's name one counts as a crawler, and gets no cookie.
const agent = { "user-agent": devices["Desktop Chrome"].userAgent };
let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "k-factor-start-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts with settings that must be refused; the data folder must not come into being. */
async function refusal(env: Record<string, string>): Promise<string> {
  const dataDir = join(folder, "data");
  const server = spawnServer({ PORT: String(await findFreePort()), DATA_DIR: dataDir, ...env });
  const { code } = await server.exited;
  expect(code, server.output()).toBe(1);
  expect(server.output()).not.toContain("ready ");
  expect(server.output(), "a sentence, not a stack").not.toMatch(/^\s+at /m);
  expect(existsSync(dataDir)).toBe(false);
  return server.output().trim();
}

async function occupiedPort() {
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, "127.0.0.1", resolve));
  const address = occupant.address();
  return { occupant, port: typeof address === "object" && address ? address.port : 0 };
}

test("a PORT that is no port is named in one sentence", async () => {
  expect(await refusal({ PORT: "eighty" })).toBe(
    'PORT must be a whole number from 1 to 65535, not "eighty".',
  );
});

test("every wrong setting is named at once", async () => {
  const output = await refusal({ PORT: "0", SEED: "everything", DATABASE_URL: "file:data.db" });
  expect(output.split("\n")).toHaveLength(3);
});

test("a busy port is named, and nothing is begun", async () => {
  const { occupant, port } = await occupiedPort();
  try {
    expect(await refusal({ PORT: String(port) })).toContain(`PORT ${port} is in use`);
  } finally {
    occupant.close();
  }
});

test("a database that cannot be reached is named without its password", async () => {
  const port = await findFreePort();
  const DATABASE_URL = `postgres://app:hunter2@127.0.0.1:${port}/app`;
  const output = await refusal({ DATABASE_URL });
  expect(output).toContain(`127.0.0.1:${port}`);
  expect(output).not.toContain("hunter2");
});

test("a DATA_DIR that is a file is named", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const server = spawnServer({ PORT: String(await findFreePort()), DATA_DIR: join(file, "data") });
  expect((await server.exited).code).toBe(1);
  expect(server.output().trim()).toMatch(/^DATA_DIR .* cannot be made or written to \(\w+\)\.$/);
});

/** A guest's new run of a deck, and the cookie that it belongs to. */
async function startRun(url: string) {
  const response = await fetch(`${url}/trpc/microDecks.start`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, ...agent },
    body: JSON.stringify({ deckId: "alg-linear-equations" }),
  });
  expect(response.status).toBe(200);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
  const { result } = (await response.json()) as { result: { data: { runId: string } } };
  return { cookie, runId: result.data.runId };
}

async function openRun(url: string, cookie: string): Promise<string | undefined> {
  const input = encodeURIComponent(JSON.stringify({ deckId: "alg-linear-equations" }));
  const response = await fetch(`${url}/trpc/microDecks.landing?input=${input}`, {
    headers: { cookie, ...agent },
  });
  const { result } = (await response.json()) as {
    result: { data: { run: { runId: string } | null } };
  };
  return result.data.run?.runId;
}

async function expectNothingLeft(server: RunningServer, processes: number[]): Promise<void> {
  expect(await survivors(processes, 3000)).toEqual([]);
  await requireFreePort(server.port, 0);
}

test("SIGINT ends everything with code 0, and a killed server starts again with all data", async () => {
  const first = await startServer({ env: noDemo });
  const { cookie, runId } = await startRun(first.url);
  const secrets = statSync(join(first.dataDir, "secrets.json"));
  expect(secrets.mode & 0o077, "only the owner reads the secrets").toBe(0);
  const processes = descendants(first.pid);
  expect(processes.length).toBeGreaterThanOrEqual(2);
  const interruptedAt = Date.now();
  expect(await first.kill("SIGINT")).toEqual({ code: 0, signal: null });
  expect(Date.now() - interruptedAt).toBeLessThan(10_000);
  await expectNothingLeft(first, processes);

  const again = { env: noDemo, dataDir: first.dataDir, port: first.port };
  const second = await startServer(again);
  expect(await openRun(second.url, cookie)).toBe(runId);
  const later = await startRun(second.url);
  const doomed = descendants(second.pid);
  await second.kill("SIGKILL");
  const third = await startServer(again);
  expect(await survivors(doomed, 0)).toEqual([]);
  expect(await openRun(third.url, cookie)).toBe(runId);
  expect(await openRun(third.url, later.cookie)).toBe(later.runId);
  await third.stop();
});

test("a killed server leaves no process and no port behind", async () => {
  const server = await startServer({ env: noDemo });
  const processes = descendants(server.pid);
  await server.kill("SIGKILL");
  await expectNothingLeft(server, processes);
  await server.stop();
});

test("a PostgreSQL that DATABASE_URL names is used in place of the embedded database", async () => {
  const postgres = await startPostgres();
  test.skip(postgres === null, "there is no PostgreSQL here");
  if (!postgres) return;
  try {
    const first = await startServer({ env: { ...noDemo, DATABASE_URL: postgres.url } });
    const { cookie, runId } = await startRun(first.url);
    expect(existsSync(join(first.dataDir, "pglite"))).toBe(false);
    await first.kill("SIGTERM");
    const second = await startServer({
      env: { ...noDemo, DATABASE_URL: postgres.url },
      dataDir: first.dataDir,
    });
    expect(await openRun(second.url, cookie)).toBe(runId);
    await second.stop();
  } finally {
    await postgres.stop();
  }
});

test("a second server on the same folder is refused, and the first goes on", async () => {
  const first = await startServer({ env: noDemo });
  const second = spawnServer({
    PORT: String(await findFreePort()),
    DATA_DIR: first.dataDir,
    SEED: "none",
  });
  expect((await second.exited).code).toBe(1);
  expect(second.output()).toContain(`in use by process ${first.pid}`);
  expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
  await first.stop();
});

for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"] as const) {
  test(`npm start ends with everything it started when npm gets ${signal}`, async () => {
    const port = await findFreePort();
    const env = { PORT: String(port), DATA_DIR: join(folder, "data"), SEED: "none" };
    const npm = spawnServer(env, ["npm", "start"]);
    await waitUntilReady(npm);
    const processes = descendants(npm.child.pid ?? 0);
    npm.child.kill(signal);
    const { code } = await npm.exited;
    if (signal !== "SIGKILL") expect(code).toBe(0);
    expect(await survivors(processes, 10_000)).toEqual([]);
    await requireFreePort(port, 0);
  });
}
