/** Runs `/sql` requests on a real PostgreSQL by a small pool of connections. */
import pg, { type PoolClient } from "pg";
import { LocalDatabaseError, sentenceOf } from "#db/local/errors.ts";
import type { SqlRequest, SqlResult, Statement } from "#db/local/sql-protocol.ts";
import type { UpstreamAddress } from "#db/local/upstream-address.ts";

const CONNECTIONS = 10;
const LONGEST_WAIT_MS = 30_000;

// Neon's driver turns the text into values by itself.
const RAW_TEXT = { getTypeParser: () => (text: string) => text };

/** The connections that `/sql` uses; fails with a sentence when PostgreSQL is not there. */
export async function connectUpstream(upstream: UpstreamAddress): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: upstream.plainUrl,
    ssl: upstream.tls,
    max: CONNECTIONS,
    connectionTimeoutMillis: LONGEST_WAIT_MS,
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on("error", () => {});
  try {
    await pool.query("SELECT 1");
  } catch (error) {
    await pool.end();
    throw new LocalDatabaseError(
      `PostgreSQL at ${upstream.host}:${upstream.port} does not let us in (${sentenceOf(error)}): check DATABASE_URL.`,
    );
  }
  return pool;
}

/** The results of the statements, in order; the first error undoes a batch and is thrown. */
export async function runUpstreamSql(pool: pg.Pool, request: SqlRequest): Promise<SqlResult[]> {
  const client = await pool.connect();
  // A connection that dies meanwhile also rejects the query, which says all there is to say.
  const ignore = () => {};
  client.on("error", ignore);
  try {
    return await runOn(client, request);
  } finally {
    client.off("error", ignore);
    client.release(!(await isClean(client)));
  }
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
async function isClean(client: PoolClient): Promise<boolean> {
  try {
    const { getTransactionStatus } = client as PoolClient & {
      getTransactionStatus(): string | null;
    };
    if (getTransactionStatus.call(client) !== "I") await client.query("ROLLBACK");
    return true;
  } catch {
    return false;
  }
}
