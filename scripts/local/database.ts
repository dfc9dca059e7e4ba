/** The database of a local server: opened, migrated and seeded before the Worker starts. */
import { databaseSettings } from "#db/local/database-settings.ts";
import { LocalDatabaseError, sentenceOf } from "#db/local/errors.ts";
import { findRunning } from "#db/local/lock-file.ts";
import { migrate } from "#db/local/migrate.ts";
import { type OpenDatabase, openDatabase } from "#db/local/open-database.ts";
import type { Seed } from "../seed/seed-demo.ts";
import type { Closers } from "./closers.ts";
import type { Settings } from "./settings.ts";
import { StartFault } from "./start-fault.ts";

export interface DatabaseParts {
  settings: Settings;
  closers: Closers;
  say(line: string): void;
}

/** Opens the embedded database, or reaches the one that is named. Throws one sentence if it cannot. */
export async function openServerDatabase(parts: DatabaseParts): Promise<OpenDatabase> {
  const { settings, closers, say } = parts;
  const env = { DATA_DIR: settings.dataDir, DATABASE_URL: settings.databaseUrl ?? "" };
  const chosen = databaseSettings(env);
  if (chosen.kind === "embedded") {
    // Its owner may stop at any time, and would take our database with it.
    const owner = findRunning(chosen.dataDir)?.pid;
    if (owner)
      throw new StartFault(
        `The database in ${settings.dataDir} is in use by process ${owner}: stop that process first.`,
      );
  }
  say(
    settings.databaseUrl
      ? "Opening the database that DATABASE_URL names."
      : "Opening the embedded database.",
  );
  const database = await openDatabase(env, { tcpPort: 0 });
  closers.add(database.stop);
  return database;
}

/** Brings the database to the newest schema. Throws one sentence when it does not answer. */
export async function migrateServerDatabase(
  database: OpenDatabase,
  { say }: Pick<DatabaseParts, "say">,
): Promise<void> {
  try {
    const applied = await migrate(database);
    if (applied.length > 0) say(`Migrated the database: ${applied.join(", ")}.`);
  } catch (error) {
    if (error instanceof LocalDatabaseError) throw error;
    const { host } = new URL(database.databaseUrl);
    throw new StartFault(`The database at ${host} does not answer (${sentenceOf(error)}).`);
  }
}

/** Fills an empty database with the demo. */
export async function seedServerDatabase(
  database: OpenDatabase,
  seed: Seed,
  parts: { appUrl: string; secrets: Record<string, string>; say(line: string): void },
): Promise<void> {
  const { seedDemo } = await import("../seed/seed-demo.ts");
  const { databaseUrl, proxyUrl } = database;
  const { appUrl, secrets, say } = parts;
  const outcome = await seedDemo({ databaseUrl, proxyUrl, appUrl, secrets }, seed);
  if (outcome === "seeded") say("Filled the database with the demo.");
}
