/** The folder in which PGlite keeps its files. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { LocalDatabaseError } from "#db/local/errors.ts";

/** Whether the folder holds a database. */
export function hasDatabase(dataDir: string): boolean {
  return existsSync(join(dataDir, "PG_VERSION"));
}

/** Makes a new database with `create` in a folder beside it, then moves it into place. */
export async function createDatabaseFolder(
  dataDir: string,
  create: (staging: string) => Promise<void>,
): Promise<void> {
  refuseForeignFolder(dataDir);
  // A kill half-way through leaves only this folder behind, never a half-made database.
  const staging = `${dataDir}.new`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(dirname(dataDir), { recursive: true });
  await create(staging);
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(staging, dataDir);
}

/** Deletes the database; the caller holds its lock. */
export function deleteDatabaseFolder(dataDir: string): void {
  refuseForeignFolder(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(`${dataDir}.new`, { recursive: true, force: true });
}

function refuseForeignFolder(dataDir: string): void {
  if (!existsSync(dataDir) || hasDatabase(dataDir)) return;
  if (readdirSync(dataDir).length === 0) return;
  throw new LocalDatabaseError(
    `${dataDir} holds files that are no database of ours: point DATA_DIR somewhere else.`,
  );
}
