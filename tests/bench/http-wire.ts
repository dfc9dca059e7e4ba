/** One keep-alive HTTP/1.1 connection that costs little: requests are bytes made beforehand. */
import { createConnection, type Socket } from "node:net";
import { responseEnd } from "./http-response.ts";

export interface WireAnswer {
  status: number;
  /** Status line and headers, as sent. */
  head: string;
}

export interface Wire {
  /** Sends one request and waits for the whole answer. Throws when the connection fails. */
  exchange(request: Buffer): Promise<WireAnswer>;
  close(): void;
}

/** No answer takes longer. */
const answerLimitMs = 10_000;
const nothing = Buffer.alloc(0);

/** The bytes of a request to this machine; a text body is sent as JSON. */
export function requestBytes(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Buffer {
  const { method = "GET", headers = {}, body } = options;
  const all: Record<string, string> = { Host: "localhost", ...headers };
  if (body !== undefined) {
    all["Content-Type"] = "application/json";
    all["Content-Length"] = String(Buffer.byteLength(body));
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body ?? ""}`);
}

/** Connects to a port of 127.0.0.1. */
export function openWire(port: number): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: "127.0.0.1", port, noDelay: true });
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.off("error", reject);
      resolve(wireOn(socket));
    });
  });
}

function wireOn(socket: Socket): Wire {
  let received: Buffer = nothing;
  let waiting: { resolve(answer: WireAnswer): void; reject(error: Error): void } | null = null;
  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = null;
    socket.destroy();
  };
  socket.setTimeout(answerLimitMs, () => {
    if (waiting) fail(new Error("no answer in time"));
  });
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("the connection was closed")));
  socket.on("data", (data) => {
    received = received.length === 0 ? data : Buffer.concat([received, data]);
    const end = responseEnd(received);
    if (end === null) return;
    const head = received.toString("latin1", 0, end.headBytes);
    received = received.subarray(end.bytes);
    waiting?.resolve({ status: end.status, head });
    waiting = null;
  });
  return {
    exchange: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        if (socket.destroyed) fail(new Error("the connection was closed"));
        else socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}
