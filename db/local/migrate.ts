/** Brings a database to the newest schema, through the same driver that the Worker uses. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PoolClient } from "@neondatabase/serverless";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { type DbConfig, withPool } from "#db/client.ts";
import { LocalDatabaseError, sentenceOf } from "#db/local/errors.ts";

/** What to migrate. */
export interface MigrateConfig extends DbConfig {
  /** Default: db/migrations. */
  migrationsFolder?: string;
}

interface Migration {
  name: string;
  createdAt: number;
  hash: string;
  statements: string[];
}

const MIGRATIONS = fileURLToPath(new URL("../migrations", import.meta.url));

// Takes a lock (any constant that nothing else uses), then makes drizzle-kit's own bookkeeping, so
// that its tools agree with us. The lock is the transaction's: it works through Neon's pooler and
// dies with a deployer.
const BEGIN = `
  BEGIN;
  SELECT pg_advisory_xact_lock(4620315577);
  CREATE SCHEMA IF NOT EXISTS drizzle;
  CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (
    id serial PRIMARY KEY, hash text NOT NULL, created_at bigint
  )`;

/** Applies what is missing, each migration in a transaction of its own; returns their names. */
export async function migrate(config: MigrateConfig): Promise<string[]> {
  const migrations = readMigrations(config.migrationsFolder ?? MIGRATIONS);
  return withPool(config, async (pool) => {
    const client = await pool.connect();
    try {
      await client.query(BEGIN);
      const last = await lastApplied(client);
      await client.query("COMMIT");
      const applied: string[] = [];
      for (const migration of migrations.filter(({ createdAt }) => createdAt > last)) {
        if (await applyOnce(client, migration)) applied.push(migration.name);
      }
      return applied;
    } finally {
      // Not back into the pool: after a failure its transaction may still be open.
      client.release(true);
    }
  });
}

function readMigrations(folder: string): Migration[] {
  const journal = join(folder, "meta", "_journal.json");
  if (!existsSync(journal)) {
    throw new LocalDatabaseError(`There are no migrations in ${folder}: npm run db:generate.`);
  }
  const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: { tag: string }[] };
  return readMigrationFiles({ migrationsFolder: folder }).map((migration, index) => ({
    name: entries[index]?.tag ?? migration.hash,
    createdAt: migration.folderMillis,
    hash: migration.hash,
    statements: migration.sql,
  }));
}

async function lastApplied(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ last: string | null }>(
    "SELECT max(created_at) AS last FROM drizzle.__drizzle_migrations",
  );
  return Number(rows[0]?.last ?? 0);
}

// Whoever had to wait for the lock looks again at what another deployer has applied meanwhile.
async function applyOnce(client: PoolClient, migration: Migration): Promise<boolean> {
  const { name, createdAt, hash, statements } = migration;
  try {
    await client.query(BEGIN);
    if ((await lastApplied(client)) >= createdAt) {
      await client.query("ROLLBACK");
      return false;
    }
    for (const statement of statements) await client.query(statement);
    await client.query(
      "INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ($1, $2)",
      [hash, createdAt],
    );
    await client.query("COMMIT");
    return true;
  } catch (error) {
    throw new LocalDatabaseError(
      `Migration ${name} failed and was undone (${sentenceOf(error)}): mend it, then npm run db:migrate.`,
    );
  }
}
