/** A real PostgreSQL behind the local server. */
import type { Duplex } from "node:stream";
import type { Backend } from "#db/local/backend.ts";
import { LocalDatabaseError } from "#db/local/errors.ts";
import type { SqlRequest, SqlResult } from "#db/local/sql-protocol.ts";
import {
  parseUpstream,
  throughLocalPort,
  type UpstreamAddress,
} from "#db/local/upstream-address.ts";
import { pipeUpstream } from "#db/local/upstream-pipe.ts";
import { UpstreamSql } from "#db/local/upstream-sql.ts";

/** A PostgreSQL given by URL as a backend. */
export class UpstreamBackend implements Backend {
  readonly #address: UpstreamAddress;
  readonly #sql: UpstreamSql;
  readonly #idleTransactionMs: number | undefined;

  private constructor(address: UpstreamAddress, sql: UpstreamSql, idleMs: number | undefined) {
    this.#address = address;
    this.#sql = sql;
    this.#idleTransactionMs = idleMs;
  }

  /** Connects; without a limit given, idle transactions are PostgreSQL's own business. */
  static async open(url: string, idleTransactionMs: number | undefined): Promise<UpstreamBackend> {
    const address = parseUpstream(url);
    return new UpstreamBackend(address, await UpstreamSql.connect(address), idleTransactionMs);
  }

  runSql(request: SqlRequest): Promise<SqlResult[]> {
    return this.#sql.run(request);
  }

  serveWire(stream: Duplex): Promise<void> {
    return pipeUpstream(stream, this.#address, this.#idleTransactionMs);
  }

  connectionString(port: number): string {
    return throughLocalPort(this.#address, port);
  }

  async dump(): Promise<Blob> {
    throw new LocalDatabaseError("Only the embedded database can be dumped: use pg_dump.");
  }

  close(): Promise<void> {
    return this.#sql.close();
  }
}
