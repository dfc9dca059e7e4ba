/** A migrated database of one test file: embedded in memory, or a fresh one of a PostgreSQL. */
import { openAsBlob } from "node:fs";
import { startLocalDatabase } from "#db/local/local-database.ts";
import { migrate } from "#db/local/migrate.ts";
import { migratedDump } from "./migrated-database.ts";

export interface TestDatabase {
  databaseUrl: string;
  proxyUrl: string;
  stop(): Promise<void>;
}

/** `upstream` names an empty database of a real PostgreSQL, to be used instead. */
export async function createTestDatabase(
  options: { upstream?: string } = {},
): Promise<TestDatabase> {
  const dump = process.env[migratedDump];
  const isCloned = dump !== undefined && !options.upstream;
  const local = await startLocalDatabase(isCloned ? { loadFrom: await openAsBlob(dump) } : options);
  const address = {
    databaseUrl: local.connectionString,
    proxyUrl: `http://127.0.0.1:${local.httpPort}`,
  };
  try {
    await migrate(address);
  } catch (error) {
    await local.stop();
    throw error;
  }
  return { ...address, stop: local.stop };
}
