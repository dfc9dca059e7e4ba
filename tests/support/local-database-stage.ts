/** What the tests of the local database share: clients, backends, migrations of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import { createDb, type Db } from "#db/client.ts";
import { type LocalDatabase, startLocalDatabase } from "#db/local/local-database.ts";
import { latest } from "./latest.ts";
import type { startPostgres } from "./postgres.ts";

type Postgres = Awaited<ReturnType<typeof startPostgres>>;

/** PGlite always, and PostgreSQL where its programs are installed. */
export function backendsWith(postgres: Postgres) {
  if (!postgres) console.warn("Skipped: no PostgreSQL programs (initdb, postgres) are installed.");
  return [
    { name: "PGlite", upstream: undefined, missing: false },
    { name: "PostgreSQL", upstream: postgres?.url, missing: !postgres },
  ];
}

/** A server with a table `notes`. Its transactions may idle for 400 ms. */
export async function startBackend(
  upstream: string | undefined,
): Promise<{ database: LocalDatabase; db: Db }> {
  const database = await startLocalDatabase({
    tcpPort: 0,
    idleTransactionMs: 400,
    ...(upstream && { upstream }),
  });
  const db = createDb(configOf(database));
  await db.execute(sql`create table notes (id int primary key, text text not null unique)`);
  return { database, db };
}

interface Backend {
  name: string;
  upstream: string | undefined;
  /** What the tests of this backend are: skipped where it is not installed. */
  test: typeof it;
  /** From the first test on. */
  database: LocalDatabase;
  db: Db;
}

/** Runs the tests in front of each backend, on a server of its own with a table `notes`. */
export function describeBackends(postgres: Postgres, tests: (backend: Backend) => void): void {
  describe.each(backendsWith(postgres))("in front of $name", ({ name, upstream, missing }) => {
    let started: Awaited<ReturnType<typeof startBackend>> | undefined;
    beforeAll(async () => {
      if (!missing) started = await startBackend(upstream);
    }, 60_000);
    afterAll(async () => {
      await started?.database.stop();
    });
    const of = () => started as NonNullable<typeof started>;
    tests({
      name,
      upstream,
      test: it.skipIf(missing) as typeof it,
      database: latest(() => of().database),
      db: latest(() => of().db),
    });
  });
}

/** A folder for one test file, and how to remove it. */
export function makeTestFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "k-factor-local-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function configOf(database: LocalDatabase) {
  return {
    databaseUrl: database.connectionString,
    proxyUrl: `http://127.0.0.1:${database.httpPort}`,
  };
}

// Neon's own client without drizzle, pointed at the server by the request's URL alone.
export function rawNeon(database: LocalDatabase) {
  return createDb(configOf(database)).$client;
}

export async function post(
  database: LocalDatabase,
  body: string,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`http://127.0.0.1:${database.httpPort}/sql`, {
    method: "POST",
    headers: { "neon-connection-string": database.connectionString, ...headers },
    body,
  });
  const json = (await response.json()) as Record<string, unknown>;
  return { status: response.status, json };
}

export async function tcpClient(database: LocalDatabase): Promise<pg.Client> {
  const client = new pg.Client(database.connectionString);
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Writes a migrations folder as drizzle-kit does; `from` numbers the first. */
export function writeMigrations(
  migrationsFolder: string,
  files: Record<string, string>,
  from = 0,
): string {
  mkdirSync(join(migrationsFolder, "meta"), { recursive: true });
  const entries = Object.keys(files).map((tag, i) => {
    writeFileSync(join(migrationsFolder, `${tag}.sql`), files[tag] ?? "");
    return { idx: i, version: "7", when: 1000 + from + i, tag, breakpoints: true };
  });
  const journal = { version: "7", dialect: "postgresql", entries };
  writeFileSync(join(migrationsFolder, "meta", "_journal.json"), JSON.stringify(journal));
  return migrationsFolder;
}
