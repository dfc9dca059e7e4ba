/** The databases that races are run on: the embedded one, and a real PostgreSQL with many backends. */
import { migratedPlaces } from "./migrated-database.ts";
import { findPrograms } from "./postgres.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

export interface RaceDatabase {
  name: string;
  /** Why it is left out; null where it is there. */
  missing: string | null;
  open(): Promise<TestDatabase>;
}

async function openPostgres(): Promise<TestDatabase> {
  if (process.env[migratedPlaces.postgres]) return createTestDatabase();
  throw new Error("PostgreSQL is missing, or there is no account to run it as");
}

/** In CI nothing is left out: there, a missing PostgreSQL fails. */
export const raceDatabases: readonly RaceDatabase[] = [
  { name: "PGlite", missing: null, open: () => createTestDatabase({ embedded: true }) },
  {
    name: "PostgreSQL",
    missing:
      findPrograms() || process.env["CI"]
        ? null
        : "no PostgreSQL is installed (apt-get install postgresql), so true races are left out",
    open: openPostgres,
  },
];
