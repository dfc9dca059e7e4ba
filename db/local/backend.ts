/** What stands behind the local server: the embedded database or a real PostgreSQL. */
import type { Duplex } from "node:stream";
import type { SqlRequest, SqlResult } from "#db/local/sql-protocol.ts";

/** A database that can be spoken to by `/sql` and by the wire protocol. */
export interface Backend {
  /** Runs a statement, or a batch as one transaction. */
  runSql(request: SqlRequest): Promise<SqlResult[]>;
  /** Speaks the wire protocol with a client; resolves when it has left. */
  serveWire(stream: Duplex): Promise<void>;
  /** A connection string for clients that reach the server on this port. */
  connectionString(port: number): string;
  /** The whole database as a tar file; the embedded database only. */
  dump(): Promise<Blob>;
  /** Called once all clients are cut off. */
  close(): Promise<void>;
}
