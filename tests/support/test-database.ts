/** A migrated database of one test file: a fresh one of a PostgreSQL, or embedded in memory. */
import { randomBytes } from "node:crypto";
import { openAsBlob } from "node:fs";
import pg from "pg";
import { startLocalDatabase } from "#db/local/local-database.ts";
import { migrate } from "#db/local/migrate.ts";
import { addressOf, migratedPlaces } from "./migrated-database.ts";
import type { TestDatabaseAddress } from "./worker-test-vars.ts";

export interface TestDatabase extends TestDatabaseAddress {
  stop(): Promise<void>;
}

/** Of a real PostgreSQL, where the runner found one; `embedded` ones are embedded everywhere. */
export async function createTestDatabase(
  options: { embedded?: boolean } = {},
): Promise<TestDatabase> {
  const postgres = process.env[migratedPlaces.postgres];
  return postgres && !options.embedded ? cloneTemplate(postgres) : openEmbedded();
}

async function cloneTemplate(postgres: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const url = new URL(postgres);
  const template = url.pathname.slice(1);
  // Nobody may be connected to a template while it is copied, not even who asks for the copy.
  url.pathname = "template1";
  await ask(url.href, `create database ${name} template ${template}`);
  url.pathname = name;
  const local = await startLocalDatabase({ upstream: url.href });
  return { ...addressOf(local), stop: local.stop };
}

async function ask(url: string, text: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(text).finally(() => client.end());
}

async function openEmbedded(): Promise<TestDatabase> {
  const dump = process.env[migratedPlaces.dump];
  const local = await startLocalDatabase(dump ? { loadFrom: await openAsBlob(dump) } : {});
  try {
    await migrate(addressOf(local));
  } catch (error) {
    await local.stop();
    throw error;
  }
  return { ...addressOf(local), stop: local.stop };
}
