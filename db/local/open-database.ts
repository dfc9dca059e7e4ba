/** The configured database, for scripts: found running, or started for as long as they need it. */
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type DatabaseEnv, databaseSettings } from "#db/local/database-settings.ts";
import { LocalDatabaseError } from "#db/local/errors.ts";
import { type LocalDatabaseOptions, startLocalDatabase } from "#db/local/local-database.ts";
import { findRunning, type LockedPorts } from "#db/local/lock-file.ts";

/** A database ready for `createDb` and `createPool`. */
export interface OpenDatabase {
  databaseUrl: string;
  /** The local server; absent with Neon. */
  proxyUrl?: string;
  /** Where psql can connect, if the local server listens for it. */
  tcpPort?: number;
  /** Stops what was started here; a server that ran before keeps running. */
  stop(): Promise<void>;
}

const STARTUP_MS = 30_000;
const POLL_MS = 100;

/** Opens the database that the environment asks for. */
export async function openDatabase(
  env: DatabaseEnv,
  options: Pick<LocalDatabaseOptions, "tcpPort" | "idleTransactionMs"> = {},
): Promise<OpenDatabase> {
  const settings = databaseSettings(env);
  if (settings.kind === "neon") {
    return { databaseUrl: settings.databaseUrl, stop: async () => {} };
  }
  if (settings.kind === "upstream") return start({ ...options, upstream: settings.databaseUrl });
  const running = await findServer(settings.dataDir);
  if (running) return { ...opened(running), stop: async () => {} };
  return start({ ...options, dataDir: settings.dataDir });
}

// The lock is there before the ports are: a server that starts just now is waited for.
async function findServer(dataDir: string): Promise<LockedPorts | null> {
  const deadline = Date.now() + STARTUP_MS;
  for (;;) {
    const running = findRunning(resolve(dataDir));
    if (!running) return null;
    if (running.ports) return running.ports;
    if (Date.now() > deadline) {
      throw new LocalDatabaseError(
        `Process ${running.pid} has the data folder ${dataDir} but offers no database: stop that process.`,
      );
    }
    await sleep(POLL_MS);
  }
}

async function start(options: LocalDatabaseOptions): Promise<OpenDatabase> {
  const database = await startLocalDatabase(options);
  const { httpPort, tcpPort, connectionString } = database;
  return {
    ...opened({ httpPort, connectionString, ...(tcpPort !== undefined && { tcpPort }) }),
    stop: database.stop,
  };
}

function opened({ httpPort, tcpPort, connectionString }: LockedPorts): Omit<OpenDatabase, "stop"> {
  return {
    databaseUrl: connectionString,
    proxyUrl: `http://127.0.0.1:${httpPort}`,
    ...(tcpPort !== undefined && { tcpPort }),
  };
}
