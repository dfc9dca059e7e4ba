/** Empties the configured database. */
import { resolve } from "node:path";
import { withPool } from "#db/client.ts";
import { deleteDatabaseFolder } from "#db/local/data-folder.ts";
import {
  type DatabaseEnv,
  databaseSettings,
  isOnThisMachine,
} from "#db/local/database-settings.ts";
import { LocalDatabaseError } from "#db/local/errors.ts";
import { lockDataFolder } from "#db/local/lock-file.ts";
import { openDatabase } from "#db/local/open-database.ts";

/** What must be on the command line before a database elsewhere is emptied. */
const CONSENT = "--yes-delete-everything";

const START_AFRESH = `
  DROP SCHEMA IF EXISTS public CASCADE;
  DROP SCHEMA IF EXISTS drizzle CASCADE;
  CREATE SCHEMA public`;

/** Deletes the embedded database, or drops and remakes the schemas of a PostgreSQL. */
export async function resetDatabase(env: DatabaseEnv, args: string[]): Promise<void> {
  const settings = databaseSettings(env);
  if (!isOnThisMachine(settings) && !args.includes(CONSENT)) {
    throw new LocalDatabaseError(
      `DATABASE_URL names a database on another machine: add ${CONSENT} if all its data shall go (npm run db:reset -- ${CONSENT}).`,
    );
  }
  if (settings.kind === "embedded") {
    const dataDir = resolve(settings.dataDir);
    const lock = lockDataFolder(dataDir);
    try {
      deleteDatabaseFolder(dataDir);
    } finally {
      lock.release();
    }
    return;
  }
  const database = await openDatabase(env);
  try {
    // Several statements in one simple query are one transaction.
    await withPool(database, (pool) => pool.query(START_AFRESH));
  } finally {
    await database.stop();
  }
}
