/** PGlite, shared fairly among any number of clients. */
import type { Duplex } from "node:stream";
import { serialize } from "pg-protocol";
import type { Backend } from "#db/local/backend.ts";
import { EmbeddedEngine, type EngineOptions } from "#db/local/embedded-engine.ts";
import { EmbeddedSession } from "#db/local/embedded-session.ts";
import { runEmbeddedSql } from "#db/local/embedded-sql.ts";
import { FairMutex } from "#db/local/fair-mutex.ts";
import type { SqlRequest, SqlResult } from "#db/local/sql-protocol.ts";

const LONGEST_WAIT_MS = 30_000;
const IDLE_TRANSACTION_MS = 10_000;

/** How the embedded database is opened and shared. */
export interface EmbeddedOptions extends EngineOptions {
  idleTransactionMs?: number | undefined;
  longestWaitMs?: number | undefined;
}

/** The embedded database as a backend. */
export class EmbeddedBackend implements Backend {
  readonly #engine: EmbeddedEngine;
  readonly #mutex: FairMutex;
  readonly #idleTransactionMs: number;
  #wireClients = 0;

  private constructor(engine: EmbeddedEngine, options: EmbeddedOptions) {
    this.#engine = engine;
    this.#mutex = new FairMutex(options.longestWaitMs ?? LONGEST_WAIT_MS);
    this.#idleTransactionMs = options.idleTransactionMs ?? IDLE_TRANSACTION_MS;
  }

  /** Opens the database. */
  static async open(options: EmbeddedOptions): Promise<EmbeddedBackend> {
    return new EmbeddedBackend(await EmbeddedEngine.open(options), options);
  }

  runSql(request: SqlRequest): Promise<SqlResult[]> {
    return runEmbeddedSql(this.#engine, this.#mutex, request);
  }

  async serveWire(stream: Duplex): Promise<void> {
    this.#wireClients += 1;
    try {
      await new EmbeddedSession(stream, {
        engine: this.#engine,
        mutex: this.#mutex,
        idleTransactionMs: this.#idleTransactionMs,
      }).serve();
    } finally {
      this.#wireClients -= 1;
      if (this.#wireClients === 0) await this.#forgetSessionState();
    }
  }

  connectionString(port: number): string {
    return `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  }

  dump(): Promise<Blob> {
    return this.#exclusively(() => this.#engine.dump());
  }

  close(): Promise<void> {
    return this.#exclusively(() => this.#engine.close());
  }

  // All clients share one session, so what the last of them SET or PREPAREd would stay for good.
  async #forgetSessionState(): Promise<void> {
    await this.#exclusively(() => this.#engine.exec(serialize.query("DISCARD ALL"))).catch(
      () => {},
    );
  }

  async #exclusively<T>(use: () => Promise<T>): Promise<T> {
    const release = await this.#mutex.acquire();
    try {
      return await use();
    } finally {
      release();
    }
  }
}
