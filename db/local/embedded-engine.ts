/** PGlite behind the raw wire protocol, opened again when a statement kills it. */
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { serialize } from "pg-protocol";
import { throwOnCrash } from "#db/local/crash-watch.ts";
import { createDatabaseFolder, hasDatabase } from "#db/local/data-folder.ts";
import { LocalDatabaseError, sentenceOf } from "#db/local/errors.ts";
import { lastStatus, type TransactionStatus } from "#db/local/wire-messages.ts";

/** Where the embedded database lives and what it starts from. */
export interface EngineOptions {
  /** Absent: in memory. */
  dataDir?: string | undefined;
  /** A dump to clone from. */
  loadFrom?: Blob | undefined;
}

/** What the backend answered. */
export interface EngineReply {
  bytes: Buffer;
  status: TransactionStatus | undefined;
}

// With Postgres' own limit of 2 MB a deep recursion overflows V8's stack before Postgres notices,
// which kills the backend; this limit is reached first in most cases.
const START_PARAMS = [...PGlite.defaultStartParams, "-c", "max_stack_depth=100kB"];

const GREETING_REQUEST = serialize.startup({ user: "postgres", database: "postgres" });

/** One PGlite. Callers hold the mutex around `exec` and `dump`. */
export class EmbeddedEngine {
  readonly #dataDir: string | undefined;
  #pglite: PGlite;
  #greeting: Buffer = Buffer.alloc(0);
  #stopped = false;

  private constructor(pglite: PGlite, dataDir: string | undefined) {
    this.#pglite = pglite;
    this.#dataDir = dataDir;
  }

  /** Opens the database, making or cloning it first where there is none. */
  static async open({ dataDir, loadFrom }: EngineOptions): Promise<EmbeddedEngine> {
    const pglite = dataDir
      ? await openFolder(dataDir, loadFrom)
      : await openPglite({ ...(loadFrom && { loadDataDir: loadFrom }) });
    const engine = new EmbeddedEngine(pglite, dataDir);
    engine.#greeting = await engine.#send(GREETING_REQUEST);
    return engine;
  }

  /** What a client that logs in is told, from AuthenticationOk to ReadyForQuery. */
  get greeting(): Buffer {
    return this.#greeting;
  }

  /** Runs whole messages of one client. A group that ends in Flush alone is never "ready". */
  async exec(messages: Buffer, endsReady = true): Promise<EngineReply> {
    if (this.#stopped) throw new LocalDatabaseError("The local database is stopped.", "57P01");
    let bytes: Buffer;
    try {
      bytes = await this.#send(messages);
    } catch (error) {
      return this.#recover(sentenceOf(error));
    }
    const status = lastStatus(bytes);
    if (endsReady && !status) return this.#recover("it gave no answer");
    return { bytes, status };
  }

  /** The whole database as a tar file to clone others from. */
  async dump(): Promise<Blob> {
    await this.exec(serialize.query("CHECKPOINT"));
    return this.#pglite.dumpDataDir("none");
  }

  /** Shuts the backend down in order. */
  async close(): Promise<void> {
    this.#stopped = true;
    await this.#pglite.close();
  }

  // Not execProtocolRaw: that one parses every reply as well and keeps it in memory for good.
  async #send(messages: Buffer): Promise<Buffer> {
    const chunks: Buffer[] = [];
    await this.#pglite.execProtocolRawStream(messages, {
      onRawData: (view) => chunks.push(Buffer.from(view)),
    });
    return Buffer.concat(chunks);
  }

  // Only the backend is gone: its files, in memory too, are as after a kill, and committed rows
  // come back from the write-ahead log.
  async #recover(reason: string): Promise<never> {
    this.#pglite = this.#dataDir
      ? await openPglite({ dataDir: this.#dataDir })
      : await openPglite({ loadDataDir: await this.#pglite.dumpDataDir("none") });
    await this.#send(GREETING_REQUEST);
    throw new LocalDatabaseError(
      `The embedded database broke down on this statement (${reason}) and was reopened; open transactions were rolled back.`,
      "57P02",
    );
  }
}

async function openFolder(dataDir: string, loadFrom: Blob | undefined): Promise<PGlite> {
  if (hasDatabase(dataDir)) {
    if (!loadFrom) return openPglite({ dataDir });
    throw new LocalDatabaseError(
      `${dataDir} already has a database: a dump is loaded into a new folder only.`,
    );
  }
  await createDatabaseFolder(dataDir, async (staging) => {
    const fresh = await openPglite({
      dataDir: staging,
      ...(loadFrom && { loadDataDir: loadFrom }),
    });
    await fresh.close();
  });
  return openPglite({ dataDir });
}

async function openPglite(options: { dataDir?: string; loadDataDir?: Blob }): Promise<PGlite> {
  try {
    const pglite = await PGlite.create({
      ...options,
      extensions: { vector },
      startParams: START_PARAMS,
    });
    throwOnCrash(pglite);
    return pglite;
  } catch (error) {
    const where = options.dataDir ? `in ${options.dataDir}` : "in memory";
    throw new LocalDatabaseError(
      `The embedded database ${where} does not open (${sentenceOf(error)}): npm run db:reset starts afresh.`,
    );
  }
}
