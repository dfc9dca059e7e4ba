/** Carries a client's connection through to a real PostgreSQL. */
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { connect as connectTls } from "node:tls";
import { ByteReader } from "#db/local/byte-reader.ts";
import { closeAfter } from "#db/local/close-stream.ts";
import { LocalDatabaseError, sentenceOf } from "#db/local/errors.ts";
import type { UpstreamAddress } from "#db/local/upstream-address.ts";
import { fatalError, StatusScanner } from "#db/local/wire-messages.ts";
import { readStartup } from "#db/local/wire-startup.ts";

const TLS_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** Resolves when either side has left; the other is then cut off too. */
export async function pipeUpstream(
  client: Duplex,
  address: UpstreamAddress,
  idleTransactionMs: number | undefined,
): Promise<void> {
  const reader = new ByteReader(client);
  let upstream: Duplex | undefined;
  try {
    const startup = await readStartup(reader, client);
    if (startup) {
      upstream = await connectTo(address);
      upstream.write(startup.packet);
      if (startup.kind === "login") await carry(client, reader, upstream, idleTransactionMs);
    }
    closeAfter(client);
  } catch (error) {
    const state = error instanceof LocalDatabaseError ? error.code : "08006";
    closeAfter(client, fatalError(state, sentenceOf(error)));
  } finally {
    // PostgreSQL rolls back by itself once the connection is gone.
    if (upstream) closeAfter(upstream);
  }
}

async function carry(
  client: Duplex,
  reader: ByteReader,
  upstream: Duplex,
  idleTransactionMs: number | undefined,
): Promise<void> {
  const idle = new IdleWatch(idleTransactionMs, () => {
    const told = "terminating connection due to idle-in-transaction timeout";
    upstream.destroy();
    closeAfter(client, fatalError("25P03", told));
  });
  const back = carryBack(upstream, client, idle);
  for await (const chunk of reader.rest()) {
    idle.clientSpoke();
    if (!upstream.writable) break;
    if (!upstream.write(chunk)) await drained(upstream);
  }
  idle.stop();
  closeAfter(upstream);
  await back;
}

async function carryBack(upstream: Duplex, client: Duplex, idle: IdleWatch): Promise<void> {
  for await (const chunk of new ByteReader(upstream).rest()) {
    idle.serverSpoke(chunk);
    if (!client.writable) break;
    if (!client.write(chunk)) await drained(client);
  }
  idle.stop();
  closeAfter(client);
}

function drained(stream: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off("drain", done);
      stream.off("close", done);
      resolve();
    };
    stream.on("drain", done);
    stream.on("close", done);
  });
}

/** Ends a transaction whose client has gone quiet. */
class IdleWatch {
  readonly #limitMs: number | undefined;
  readonly #expire: () => void;
  readonly #scanner = new StatusScanner();
  #timer: NodeJS.Timeout | undefined;

  constructor(limitMs: number | undefined, expire: () => void) {
    this.#limitMs = limitMs;
    this.#expire = expire;
  }

  clientSpoke(): void {
    this.stop();
  }

  serverSpoke(chunk: Buffer): void {
    if (this.#limitMs === undefined) return;
    const status = this.#scanner.scan(chunk);
    if (status === undefined) return;
    this.stop();
    if (status !== "I") this.#timer = setTimeout(this.#expire, this.#limitMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

async function connectTo(address: UpstreamAddress): Promise<Duplex> {
  const socket = connect({ host: address.host, port: address.port, noDelay: true });
  socket.on("error", () => {});
  await once(socket, "connect");
  if (!address.tls) return socket;
  socket.write(TLS_REQUEST);
  const answer = await new Promise<Buffer>((resolve, reject) => {
    socket.once("data", resolve);
    socket.once("close", () => reject(new LocalDatabaseError("PostgreSQL closed the connection.")));
  });
  if (answer.toString("latin1") !== "S") {
    socket.destroy();
    throw new LocalDatabaseError("This PostgreSQL offers no TLS: drop sslmode from DATABASE_URL.");
  }
  const secure = connectTls({ socket, ...address.tls });
  secure.on("error", () => {});
  await once(secure, "secureConnect");
  return secure;
}

function once(socket: Socket, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, () => resolve());
    socket.once("error", reject);
  });
}
