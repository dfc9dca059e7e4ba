/**
 * The local stand-in for Neon: `/sql`, WebSockets and TCP in front of PGlite or of a PostgreSQL.
 */
import { resolve } from "node:path";
import type { Backend } from "#db/local/backend.ts";
import { EmbeddedBackend } from "#db/local/embedded-backend.ts";
import { LocalDatabaseError } from "#db/local/errors.ts";
import { type Listener, listenHttp, listenTcp } from "#db/local/listeners.ts";
import { type DataFolderLock, lockDataFolder } from "#db/local/lock-file.ts";
import { UpstreamBackend } from "#db/local/upstream-backend.ts";

/** How the local database is started. */
export interface LocalDatabaseOptions {
  /** Where PGlite keeps its files; absent: in memory. */
  dataDir?: string;
  /** A dump to clone a new database from. */
  loadFrom?: Blob;
  /** The URL of a PostgreSQL that is used in place of PGlite. */
  upstream?: string;
  /** 0 or absent: any free port. */
  httpPort?: number;
  /** 0: any free port; absent: no TCP. */
  tcpPort?: number;
  /** How long a transaction may idle; PGlite: 10 s, PostgreSQL: its own setting. */
  idleTransactionMs?: number;
  /** How long a client waits for its turn at PGlite: 30 s. */
  longestWaitMs?: number;
}

/** A running local database. */
export interface LocalDatabase {
  /** HTTP `/sql` and WebSocket `/v2`. */
  httpPort: number;
  tcpPort: number | undefined;
  /** For Neon's driver with the proxy, and for ordinary clients where there is a TCP port. */
  connectionString: string;
  /** The whole database, to be given to `loadFrom`; PGlite only. */
  dump(): Promise<Blob>;
  /** Cuts off all clients and closes everything. */
  stop(): Promise<void>;
}

/** Starts a local database; it listens on 127.0.0.1 only. */
export async function startLocalDatabase(
  options: LocalDatabaseOptions = {},
): Promise<LocalDatabase> {
  const { upstream, dataDir, loadFrom } = options;
  if (upstream && (dataDir || loadFrom)) {
    throw new LocalDatabaseError("A PostgreSQL given by URL takes no data folder and no dump.");
  }
  const started: Started = { listeners: [] };
  try {
    if (dataDir) started.lock = lockDataFolder(resolve(dataDir));
    started.backend = await openBackend(options);
    return await open(started, started.backend, options);
  } catch (error) {
    await close(started);
    throw error;
  }
}

interface Started {
  lock?: DataFolderLock;
  backend?: Backend;
  listeners: Listener[];
}

function openBackend({ upstream, dataDir, ...options }: LocalDatabaseOptions): Promise<Backend> {
  if (upstream) return UpstreamBackend.open(upstream, options.idleTransactionMs);
  return EmbeddedBackend.open({ ...options, dataDir: dataDir && resolve(dataDir) });
}

async function open(
  started: Started,
  backend: Backend,
  options: LocalDatabaseOptions,
): Promise<LocalDatabase> {
  const http = await listenHttp(backend, options.httpPort ?? 0);
  started.listeners.push(http);
  let tcpPort: number | undefined;
  if (options.tcpPort !== undefined) {
    const tcp = await listenTcp(backend, options.tcpPort);
    started.listeners.push(tcp);
    tcpPort = tcp.port;
  }
  const connectionString = backend.connectionString(tcpPort ?? http.port);
  const httpPort = http.port;
  started.lock?.publish({ httpPort, connectionString, ...(tcpPort !== undefined && { tcpPort }) });
  let stopped: Promise<void> | undefined;
  return {
    httpPort,
    tcpPort,
    connectionString,
    dump: () => backend.dump(),
    stop: () => {
      stopped ??= close(started);
      return stopped;
    },
  };
}

// The lock goes last: until then the folder is not fit for anybody else.
async function close({ listeners, backend, lock }: Started): Promise<void> {
  try {
    await Promise.all(listeners.map((listener) => listener.close()));
    await backend?.close();
  } finally {
    lock?.release();
  }
}
