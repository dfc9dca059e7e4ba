/** The one way to the database: Neon's driver, in the Worker, in scripts and in tests. */
import { Client, neon, neonConfig, Pool, type PoolConfig } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/neon-http";
import { mergeReads, type Send } from "./merge-reads.ts";

/** Counts the HTTP requests that a client makes; a batch is one. */
export interface RoundTrips {
  count: number;
}

/** Which database, and how it is reached. */
export interface DbConfig {
  databaseUrl: string;
  /** The local server, `http://127.0.0.1:PORT`; absent: Neon itself. */
  proxyUrl?: string | undefined;
  roundTrips?: RoundTrips | undefined;
  /** Reads of one moment go as one batch: for a client that lives as long as one request. */
  mergeReads?: boolean | undefined;
}

/** The database as features see it. */
export type Db = ReturnType<typeof createDb>;

type FetchInit = RequestInit & { [OPTIONS]?: { send: Send } };

const OPTIONS = "kFactorDb";

// The driver has one fetchFunction for all clients but hands it each client's own fetchOptions,
// so those carry what differs: clients with and without a proxy live side by side.
neonConfig.fetchFunction = (url: string, init: FetchInit) => {
  const { [OPTIONS]: options, ...rest } = init;
  return options ? options.send(url, rest) : fetch(url, rest);
};

/** A database client over HTTP: each query, and each batch, is one round trip. */
export function createDb({ databaseUrl, proxyUrl, roundTrips, ...options }: DbConfig) {
  const sendOne: Send = (url, init) => {
    if (roundTrips) roundTrips.count += 1;
    return fetch(proxyUrl ? new URL("/sql", proxyUrl) : url, init);
  };
  const send = options.mergeReads ? mergeReads(sendOne) : sendOne;
  const client = neon(databaseUrl, { fetchOptions: { [OPTIONS]: { send } } });
  return drizzle({ client, casing: "snake_case" });
}

/** Connections over WebSockets, for interactive transactions; in a Worker: one pool a request. */
export function createPool({ databaseUrl, proxyUrl }: DbConfig, options: PoolConfig = {}): Pool {
  const pool = new Pool({ ...options, connectionString: databaseUrl });
  if (proxyUrl) pool.Client = proxiedClient(proxyUrl);
  // Without listeners the loss of a connection between two queries would end a Node process; the
  // next query on it fails all the same.
  pool.on("error", () => {});
  pool.on("connect", (client: Client) => client.on("error", () => {}));
  return pool;
}

/** Lends a pool and ends it afterwards. */
export async function withPool<T>(config: DbConfig, use: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = createPool(config);
  try {
    return await use(pool);
  } finally {
    await pool.end();
  }
}

function proxiedClient(proxyUrl: string): typeof Client {
  const { host, protocol } = new URL(proxyUrl);
  return class ProxiedClient extends Client {
    constructor(config?: ConstructorParameters<typeof Client>[0]) {
      super(config);
      this.neonConfig.wsProxy = () => `${host}/v2`;
      this.neonConfig.useSecureWebSocket = protocol === "https:";
      // Neon takes the password before it has asked; an ordinary PostgreSQL need not.
      this.neonConfig.pipelineConnect = false;
    }
  };
}
