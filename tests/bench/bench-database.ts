/** The database of a bench: PGlite in memory, or a PostgreSQL of its own. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { createDb, type Db } from "#db/client.ts";
import { migrate } from "#db/local/migrate.ts";
import type { Closers } from "../../scripts/local/closers.ts";
import { startPostgres } from "../support/postgres.ts";
import { BenchFault } from "./bench-fault.ts";
import type { DatabaseKind } from "./database-kind.ts";

export interface BenchDatabase {
  /** What it is, for the output. */
  name: string;
  databaseUrl: string;
  proxyUrl: string;
  /** Speaks PostgreSQL's own protocol, with nothing in between. */
  directUrl: string;
  db: Db;
}

/** Starts and migrates an empty database. Throws BenchFault where no PostgreSQL is installed. */
export async function startBenchDatabase(
  kind: DatabaseKind,
  closers: Closers,
): Promise<BenchDatabase> {
  const upstream = kind === "postgres" ? await startOwnPostgres(closers) : undefined;
  const thread = new Worker(new URL("./database-thread.ts", import.meta.url), {
    workerData: upstream ? { upstream } : {},
  });
  const exited = once(thread, "exit");
  closers.add(async () => {
    thread.postMessage("stop");
    await exited;
  });
  const [{ httpPort, databaseUrl }] = (await once(thread, "message")) as [
    { httpPort: number; databaseUrl: string },
  ];
  const address = { databaseUrl, proxyUrl: `http://127.0.0.1:${httpPort}` };
  await migrate(address);
  const db = createDb(address);
  return { ...address, directUrl: upstream ?? databaseUrl, db, name: await nameOf(db, kind) };
}

async function startOwnPostgres(closers: Closers): Promise<string> {
  const postgres = await startPostgres();
  if (!postgres) {
    throw new BenchFault(
      "--database postgres needs PostgreSQL: apt-get install postgresql postgresql-15-pgvector.",
    );
  }
  closers.add(postgres.stop);
  return postgres.url;
}

async function nameOf(db: Db, kind: DatabaseKind): Promise<string> {
  const { rows } = await db.execute("show server_version");
  const version = String(rows[0]?.["server_version"]).split(" ")[0];
  return kind === "postgres"
    ? `PostgreSQL ${version}, fsync off`
    : `PGlite (PostgreSQL ${version}) in memory`;
}
