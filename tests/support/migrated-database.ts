/** Before the tests on Postgres: one migrated database, from which each file clones its own. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalDatabase, startLocalDatabase } from "#db/local/local-database.ts";
import { migrate } from "#db/local/migrate.ts";
import { startPostgres, type TestPostgres } from "./postgres.ts";
import type { TestDatabaseAddress } from "./worker-test-vars.ts";

/** Where test processes find it; they inherit the runner's environment. */
export const migratedPlaces = { postgres: "MIGRATED_POSTGRES", dump: "MIGRATED_DUMP" } as const;

export function addressOf(local: LocalDatabase): TestDatabaseAddress {
  return {
    databaseUrl: local.connectionString,
    proxyUrl: `http://127.0.0.1:${local.httpPort}`,
  };
}

/** A PostgreSQL's own database is the template; without one, a dump of the embedded database. */
export default async function setup(): Promise<() => void | Promise<void>> {
  const postgres = await startPostgres();
  return postgres ? migrateTemplate(postgres) : dumpEmbedded();
}

async function migrateTemplate(postgres: TestPostgres): Promise<() => Promise<void>> {
  try {
    const local = await startLocalDatabase({ upstream: postgres.url });
    await migrate(addressOf(local)).finally(() => local.stop());
    process.env[migratedPlaces.postgres] = postgres.url;
    return postgres.stop;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function dumpEmbedded(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "k-factor-migrated-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const local = await startLocalDatabase();
  try {
    await migrate(addressOf(local));
    const file = join(folder, "migrated.tar");
    writeFileSync(file, Buffer.from(await (await local.dump()).arrayBuffer()));
    process.env[migratedPlaces.dump] = file;
    return remove;
  } catch (error) {
    remove();
    throw error;
  } finally {
    await local.stop();
  }
}
