/** The few Postgres wire messages that the local server reads or writes by itself. */
import { serialize } from "pg-protocol";

/** Codes of the messages that clients send. */
export const FROM_CLIENT = {
  copyData: code("d"),
  copyDone: code("c"),
  copyFail: code("f"),
  execute: code("E"),
  flush: code("H"),
  functionCall: code("F"),
  password: code("p"),
  query: code("Q"),
  sync: code("S"),
  terminate: code("X"),
} as const;

/** What ReadyForQuery says: idle, in a transaction, in a failed transaction. */
export type TransactionStatus = "I" | "T" | "E";

/** A message of a client, header included. */
export interface WireMessage {
  code: number;
  bytes: Buffer;
}

const READY_FOR_QUERY = code("Z");
const HEADER_BYTES = 5;
const NOTHING = Buffer.alloc(0);

// PGlite exits on COPY FROM STDIN for want of data. A CopyFail behind each statement turns that
// into an ordinary error, and Postgres ignores it where no COPY is under way.
const COPY_GUARD = serialize.copyFail("the embedded database takes no COPY FROM STDIN; use INSERT");

function code(letter: string): number {
  return letter.charCodeAt(0);
}

/** The message, made harmless should it turn out to start a COPY. */
export function guarded(message: WireMessage): Buffer[] {
  const runs = message.code === FROM_CLIENT.query || message.code === FROM_CLIENT.execute;
  return runs ? [message.bytes, COPY_GUARD] : [message.bytes];
}

/** The status in the last ReadyForQuery of a reply, if it has one. */
export function lastStatus(reply: Buffer): TransactionStatus | undefined {
  return new StatusScanner().scan(reply);
}

/** Finds ReadyForQuery in a stream of server messages cut anywhere. */
export class StatusScanner {
  #header: Buffer = NOTHING;
  #bodyLeft = 0;
  #inReady = false;

  /** Reads on; returns the status of the last ReadyForQuery in this chunk. */
  scan(chunk: Buffer): TransactionStatus | undefined {
    let found: TransactionStatus | undefined;
    let offset = 0;
    while (offset < chunk.length) {
      if (this.#bodyLeft === 0) {
        offset = this.#readHeader(chunk, offset);
        continue;
      }
      if (this.#inReady) found = String.fromCharCode(chunk[offset] ?? 0) as TransactionStatus;
      const step = Math.min(this.#bodyLeft, chunk.length - offset);
      this.#bodyLeft -= step;
      offset += step;
    }
    return found;
  }

  #readHeader(chunk: Buffer, offset: number): number {
    const end = Math.min(chunk.length, offset + HEADER_BYTES - this.#header.length);
    const piece = chunk.subarray(offset, end);
    const header = this.#header.length > 0 ? Buffer.concat([this.#header, piece]) : piece;
    if (header.length < HEADER_BYTES) {
      this.#header = header;
      return end;
    }
    this.#header = NOTHING;
    this.#inReady = header[0] === READY_FOR_QUERY;
    this.#bodyLeft = header.readInt32BE(1) - 4;
    return end;
  }
}

/** An ErrorResponse that ends the connection. */
export function fatalError(sqlState: string, message: string): Buffer {
  const fields = `SFATAL\0VFATAL\0C${sqlState}\0M${message}\0\0`;
  return serverMessage("E", Buffer.from(fields));
}

/** Tells a client which asks for a newer protocol that we speak 3.0. */
export function negotiateProtocol(): Buffer {
  const body = Buffer.alloc(8);
  body.writeInt32BE(3 << 16, 0);
  return serverMessage("v", body);
}

function serverMessage(letter: string, body: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(letter, 0, "latin1");
  header.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
}
