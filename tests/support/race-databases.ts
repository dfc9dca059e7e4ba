/** The databases that races are run on: the embedded one, and a real PostgreSQL with many backends. */
import { findPrograms, startPostgres, type TestPostgres } from "./postgres.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

export interface RaceDatabase {
  name: string;
  /** Why it is left out; null where it is there. */
  missing: string | null;
  open(): Promise<TestDatabase>;
}

async function openPostgres(): Promise<TestDatabase> {
  const postgres = await startPostgres();
  if (!postgres) throw new Error("PostgreSQL is missing, or there is no account to run it as");
  return databaseOf(postgres);
}

/** A PostgreSQL where there is one: the embedded database takes one transaction at a time. */
export async function openRaceDatabase(): Promise<TestDatabase> {
  const postgres = await startPostgres();
  return postgres ? databaseOf(postgres) : createTestDatabase();
}

async function databaseOf(postgres: TestPostgres): Promise<TestDatabase> {
  const database = await createTestDatabase({ upstream: postgres.url });
  const stop = async () => {
    await database.stop();
    await postgres.stop();
  };
  return { ...database, stop };
}

/** In CI nothing is left out: there, a missing PostgreSQL fails. */
export const raceDatabases: readonly RaceDatabase[] = [
  { name: "PGlite", missing: null, open: () => createTestDatabase() },
  {
    name: "PostgreSQL",
    missing:
      findPrograms() || process.env["CI"]
        ? null
        : "no PostgreSQL is installed (apt-get install postgresql), so true races are left out",
    open: openPostgres,
  },
];
