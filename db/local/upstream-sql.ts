/** Runs `/sql` requests on a real PostgreSQL by a small pool of connections. */
import type { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import pg, { type PoolClient } from "pg";
import { LocalDatabaseError, sentenceOf } from "#db/local/errors.ts";
import type { SqlRequest, SqlResult, Statement } from "#db/local/sql-protocol.ts";
import type { UpstreamAddress } from "#db/local/upstream-address.ts";

const CONNECTIONS = 10;
const LONGEST_WAIT_MS = 30_000;

// Neon's driver turns the text into values by itself.
const RAW_TEXT = { getTypeParser: () => (text: string) => text };

/** The connections that `/sql` uses. */
export class UpstreamSql {
  readonly #pool: pg.Pool;
  readonly #busy = new Set<Client>();

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
    // Without listeners the loss of a connection would end the process.
    pool.on("error", () => {});
    pool.on("connect", prepare);
  }

  /** Fails with a sentence when PostgreSQL is not there. */
  static async connect(upstream: UpstreamAddress): Promise<UpstreamSql> {
    const pool = new pg.Pool({
      connectionString: upstream.plainUrl,
      ssl: upstream.tls,
      max: CONNECTIONS,
      connectionTimeoutMillis: LONGEST_WAIT_MS,
    });
    const connections = new UpstreamSql(pool);
    try {
      await pool.query("SELECT 1");
      return connections;
    } catch (error) {
      await pool.end();
      throw new LocalDatabaseError(
        `PostgreSQL at ${upstream.host}:${upstream.port} does not let us in (${sentenceOf(error)}): check DATABASE_URL.`,
      );
    }
  }

  /** The results of the statements, in order; the first error undoes a batch and is thrown. */
  async run(request: SqlRequest): Promise<SqlResult[]> {
    const client = (await this.#pool.connect()) as Client;
    this.#busy.add(client);
    try {
      return await runOn(client, request);
    } finally {
      const clean = await isClean(client);
      this.#busy.delete(client);
      client.release(!clean);
    }
  }

  /** Closes all connections, those in the middle of a statement by force. */
  async close(): Promise<void> {
    for (const client of this.#busy) client.connection.stream.destroy();
    await this.#pool.end();
  }
}

// Parts of pg's client that its types leave out.
interface Client extends PoolClient {
  connection: EventEmitter & { stream: Socket; sync(): void };
  getTransactionStatus(): string | null;
}

// pg declines COPY FROM STDIN, but PostgreSQL has swallowed the Sync by then and waits for another.
function prepare(poolClient: PoolClient): void {
  const { connection } = poolClient as Client;
  poolClient.on("error", () => {});
  connection.on("copyInResponse", () => connection.sync());
}

async function runOn(client: PoolClient, { statements, begin }: SqlRequest): Promise<SqlResult[]> {
  const results: SqlResult[] = [];
  if (begin !== null) await client.query(begin);
  for (const statement of statements) results.push(await runStatement(client, statement));
  if (begin !== null) await client.query("COMMIT");
  return results;
}

// The extended protocol even without parameters, as Neon does: one statement only.
async function runStatement(client: PoolClient, { query, params }: Statement): Promise<SqlResult> {
  const result = await client.query<(string | null)[]>({
    text: query,
    values: params,
    rowMode: "array",
    types: RAW_TEXT,
    queryMode: "extended",
  } as pg.QueryArrayConfig);
  return {
    command: result.command ?? "",
    rowCount: result.rowCount,
    fields: result.fields,
    rows: result.rows,
  };
}

// A failed batch, or a lone BEGIN, would leave its transaction to the next request.
async function isClean(client: Client): Promise<boolean> {
  try {
    if (client.getTransactionStatus() !== "I") await client.query("ROLLBACK");
    return true;
  } catch {
    return false;
  }
}
