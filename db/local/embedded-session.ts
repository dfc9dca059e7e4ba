/** One client of the embedded database, over TCP or a WebSocket. */
import type { Duplex } from "node:stream";
import { serialize } from "pg-protocol";
import { ByteReader } from "#db/local/byte-reader.ts";
import { closeAfter } from "#db/local/close-stream.ts";
import type { EmbeddedEngine } from "#db/local/embedded-engine.ts";
import { LocalDatabaseError, sentenceOf } from "#db/local/errors.ts";
import type { FairMutex, Release } from "#db/local/fair-mutex.ts";
import {
  FROM_CLIENT,
  fatalError,
  guarded,
  negotiateProtocol,
  type WireMessage,
} from "#db/local/wire-messages.ts";
import { readMessage, readStartup } from "#db/local/wire-startup.ts";

const LONGEST_GROUP = 64 * 1024 * 1024;

const ENDS_GROUP = new Set<number>([
  FROM_CLIENT.query,
  FROM_CLIENT.sync,
  FROM_CLIENT.flush,
  FROM_CLIENT.functionCall,
]);

// COPY never gets under way here and nobody is asked for a password, yet some clients send these.
const IGNORED = new Set<number>([
  FROM_CLIENT.password,
  FROM_CLIENT.copyData,
  FROM_CLIENT.copyDone,
  FROM_CLIENT.copyFail,
]);

/** Speaks with one client until it leaves. */
export class EmbeddedSession {
  readonly #engine: EmbeddedEngine;
  readonly #mutex: FairMutex;
  readonly #stream: Duplex;
  readonly #reader: ByteReader;
  readonly #idleTransactionMs: number;
  #release: Release | undefined;
  #expired = false;
  #group: Buffer[] = [];
  #groupBytes = 0;

  constructor(
    stream: Duplex,
    shared: { engine: EmbeddedEngine; mutex: FairMutex; idleTransactionMs: number },
  ) {
    this.#stream = stream;
    this.#reader = new ByteReader(stream);
    this.#engine = shared.engine;
    this.#mutex = shared.mutex;
    this.#idleTransactionMs = shared.idleTransactionMs;
  }

  /** Resolves when the client has left and holds nothing any more. */
  async serve(): Promise<void> {
    try {
      if (await this.#greet()) await this.#converse();
      closeAfter(this.#stream);
    } catch (error) {
      const state = error instanceof LocalDatabaseError ? error.code : "XX000";
      closeAfter(this.#stream, fatalError(state, sentenceOf(error)));
    } finally {
      await this.#letGo();
    }
  }

  // A cancel request needs no answer, and PGlite cannot be interrupted anyway.
  async #greet(): Promise<boolean> {
    const startup = await readStartup(this.#reader, this.#stream);
    if (startup?.kind !== "login") return false;
    if (startup.newerProtocol) this.#stream.write(negotiateProtocol());
    this.#stream.write(this.#engine.greeting);
    return true;
  }

  async #converse(): Promise<void> {
    for (;;) {
      const message = await this.#nextMessage();
      if (message === null || message.code === FROM_CLIENT.terminate) return;
      if (IGNORED.has(message.code)) continue;
      this.#collect(message);
      if (ENDS_GROUP.has(message.code)) await this.#run(message.code !== FROM_CLIENT.flush);
    }
  }

  async #nextMessage(): Promise<WireMessage | null> {
    if (!this.#release) return readMessage(this.#reader);
    const timer = setTimeout(() => this.#expire(), this.#idleTransactionMs);
    try {
      const message = await readMessage(this.#reader);
      return this.#expired ? null : message;
    } finally {
      clearTimeout(timer);
    }
  }

  // Messages wait here until a Sync, Query or Flush, so that another client's never come between
  // and a client that stops half-way through does not hold the backend.
  #collect(message: WireMessage): void {
    this.#group.push(...guarded(message));
    this.#groupBytes += message.bytes.length;
    if (this.#groupBytes > LONGEST_GROUP) {
      throw new LocalDatabaseError("More than 64 MB of messages without a Sync.", "54000");
    }
  }

  async #run(endsReady: boolean): Promise<void> {
    const messages = Buffer.concat(this.#group);
    this.#group = [];
    this.#groupBytes = 0;
    this.#release ??= await this.#mutex.acquire();
    if (this.#stream.destroyed) return;
    const { bytes, status } = await this.#engine.exec(messages, endsReady);
    this.#stream.write(bytes);
    if (status === "I") {
      this.#release();
      this.#release = undefined;
    }
  }

  #expire(): void {
    this.#expired = true;
    const told = fatalError("25P03", "terminating connection due to idle-in-transaction timeout");
    void this.#letGo().finally(() => closeAfter(this.#stream, told));
  }

  // Sync first: an extended-protocol error makes the backend skip everything up to it.
  async #letGo(): Promise<void> {
    const release = this.#release;
    if (!release) return;
    this.#release = undefined;
    try {
      const { status } = await this.#engine.exec(serialize.sync());
      if (status !== "I") await this.#engine.exec(serialize.query("ROLLBACK"));
    } catch {
      // A backend that broke down was opened again, and that rolls back too.
    } finally {
      release();
    }
  }
}
