/** The first packets of a Postgres connection, which have a form of their own. */
import type { Duplex } from "node:stream";
import type { ByteReader } from "#db/local/byte-reader.ts";
import { LocalDatabaseError } from "#db/local/errors.ts";
import type { WireMessage } from "#db/local/wire-messages.ts";

const CANCEL_REQUEST = 80877102;
const TLS_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const LONGEST_STARTUP = 10_000;
const LONGEST_MESSAGE = 64 * 1024 * 1024;
const PROTOCOL_MAJOR = 3;

/** What a new client wants: to log in, or to cancel another connection's statement. */
export interface Startup {
  kind: "login" | "cancel";
  packet: Buffer;
  /** The client asked for a newer minor version of the protocol than 3.0. */
  newerProtocol: boolean;
}

/** Declines encryption (the server is on loopback only) until the real startup packet comes. */
export async function readStartup(reader: ByteReader, stream: Duplex): Promise<Startup | null> {
  for (;;) {
    const packet = await readStartupPacket(reader);
    if (packet === null) return null;
    const version = packet.readInt32BE(4);
    if (version === TLS_REQUEST || version === GSS_REQUEST) {
      stream.write("N");
      continue;
    }
    if (version === CANCEL_REQUEST) return { kind: "cancel", packet, newerProtocol: false };
    if (version >> 16 !== PROTOCOL_MAJOR) {
      throw new LocalDatabaseError("Only protocol 3 of Postgres is spoken here.", "0A000");
    }
    return { kind: "login", packet, newerProtocol: (version & 0xffff) > 0 };
  }
}

// Other protocols (an HTTP request, say) show up here as an absurd length.
async function readStartupPacket(reader: ByteReader): Promise<Buffer | null> {
  const head = await reader.read(4);
  if (head === null) return null;
  const size = head.readInt32BE(0);
  if (size < 8 || size > LONGEST_STARTUP) {
    throw new LocalDatabaseError("This port speaks the Postgres protocol only.", "08P01");
  }
  const body = await reader.read(size - 4);
  return body === null ? null : Buffer.concat([head, body]);
}

/** The next ordinary message, or `null` when the client is gone. */
export async function readMessage(reader: ByteReader): Promise<WireMessage | null> {
  const header = await reader.read(5);
  if (header === null) return null;
  const size = header.readInt32BE(1) - 4;
  if (size < 0 || size > LONGEST_MESSAGE) {
    throw new LocalDatabaseError("A message is longer than the 64 MB allowed here.", "54000");
  }
  const body = await reader.read(size);
  if (body === null) return null;
  return { code: header[0] ?? 0, bytes: Buffer.concat([header, body]) };
}
