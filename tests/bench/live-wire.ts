/** One WebSocket to this machine that costs little: frames over a TCP socket, by RFC 6455. */
import { randomBytes } from "node:crypto";
import { createConnection, type Socket } from "node:net";

export interface LiveDoor {
  /** On 127.0.0.1. */
  port: number;
  path: string;
  origin: string;
  protocols: readonly string[];
}

export interface LiveWireEvents {
  onText(text: string): void;
  /** 1006 where no close frame came. Called once, also after `close` and `drop`. */
  onClose(code: number): void;
}

export interface LiveWire {
  send(text: string): void;
  /** Says goodbye with 1000. */
  close(): void;
  /** Ends the connection without a word. */
  drop(): void;
}

/** `http`: the status of a refusal; 0 where there was no answer at all. */
export type Knocked = { status: "open"; wire: LiveWire } | { status: "refused"; http: number };

const opcodes = { text: 1, close: 8, ping: 9 } as const;
const headEnd = "\r\n\r\n";
const answerLimitMs = 20_000;
const hangUpMs = 2_000;
/** A key of zeros masks by changing nothing (RFC 6455, 5.3): clients have to mask, not to hide. */
const maskBytes = 4;

/** Knocks at the door; resolves when it is open or refused, and never rejects. */
export function knock(door: LiveDoor, events: LiveWireEvents): Promise<Knocked> {
  return new Promise((resolve) => {
    const { port } = door;
    const socket = createConnection({ host: "127.0.0.1", port, noDelay: true });
    const refused = () => resolve({ status: "refused", http: 0 });
    let received: Buffer = Buffer.alloc(0);
    socket.setTimeout(answerLimitMs, () => socket.destroy());
    socket.on("error", () => socket.destroy());
    socket.once("close", refused);
    socket.once("connect", () => socket.write(upgradeRequest(door)));
    const read = (data: Buffer) => {
      received = Buffer.concat([received, data]);
      const end = received.indexOf(headEnd);
      if (end < 0) return;
      const http = Number(received.toString("latin1", 9, 12));
      socket.off("data", read);
      socket.off("close", refused);
      socket.setTimeout(0);
      if (http !== 101) {
        socket.destroy();
        resolve({ status: "refused", http });
        return;
      }
      resolve({ status: "open", wire: speakOn(socket, events) });
      const early = received.subarray(end + headEnd.length);
      if (early.length > 0) setImmediate(() => socket.emit("data", early));
    };
    socket.on("data", read);
  });
}

function upgradeRequest({ path, origin, protocols }: LiveDoor): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: ${new URL(origin).host}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    `Origin: ${origin}`,
    ...(protocols.length > 0 ? [`Sec-WebSocket-Protocol: ${protocols.join(", ")}`] : []),
  ];
  return lines.join("\r\n") + headEnd;
}

function speakOn(socket: Socket, events: LiveWireEvents): LiveWire {
  let rest: Buffer = Buffer.alloc(0);
  let over = false;
  const end = (code: number) => {
    if (!over) events.onClose(code);
    over = true;
  };
  socket.on("data", (data) => {
    rest = rest.length === 0 ? data : Buffer.concat([rest, data]);
    for (let frame = readFrame(rest); frame; frame = readFrame(rest)) {
      rest = rest.subarray(frame.bytes);
      if (frame.opcode === opcodes.text) events.onText(frame.payload.toString("utf8"));
      if (frame.opcode !== opcodes.close) continue;
      socket.end(frameBytes(opcodes.close, frame.payload));
      // As browsers do: the server has a moment to hang up first.
      setTimeout(() => socket.destroy(), hangUpMs).unref();
      end(frame.payload.length >= 2 ? frame.payload.readUInt16BE(0) : 1005);
    }
  });
  socket.once("close", () => end(1006));
  return {
    send: (text) => {
      if (socket.writable) socket.write(frameBytes(opcodes.text, Buffer.from(text)));
    },
    close: () => {
      if (socket.writable) socket.write(frameBytes(opcodes.close, Buffer.from([3, 232])));
    },
    drop: () => socket.destroy(),
  };
}

/** The first frame of the bytes; null while it is not whole. Servers do not mask. */
function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; bytes: number } | null {
  if (bytes.length < 2) return null;
  const opcode = (bytes[0] ?? 0) & 0x0f;
  const short = (bytes[1] ?? 0) & 0x7f;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < head) return null;
  const long = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const length = short === 126 ? bytes.readUInt16BE(2) : long;
  if (bytes.length < head + length) return null;
  return { opcode, payload: bytes.subarray(head, head + length), bytes: head + length };
}

function frameBytes(opcode: number, payload: Buffer): Buffer {
  const isLong = payload.length > 125;
  const head = Buffer.alloc((isLong ? 4 : 2) + maskBytes);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (isLong ? 126 : payload.length);
  if (isLong) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}
