/** Finds the end of an HTTP/1.1 response in the bytes received so far. */

export interface ResponseEnd {
  status: number;
  /** Bytes of the status line and headers, the empty line included. */
  headBytes: number;
  /** Bytes of the whole response. */
  bytes: number;
}

const headEnd = "\r\n\r\n";
const lineEnd = "\r\n";
const statusAt = "HTTP/1.1 ".length;

/** Null while bytes are missing. For answers to GET and POST, which have a body. */
export function responseEnd(received: Buffer): ResponseEnd | null {
  const headBytes = received.indexOf(headEnd) + headEnd.length;
  if (headBytes < headEnd.length) return null;
  const head = received.toString("latin1", 0, headBytes).toLowerCase();
  const status = Number(head.slice(statusAt, statusAt + 3));
  const bytes = bodyEnd(received, headBytes, head, status);
  return bytes === null ? null : { status, headBytes, bytes };
}

function bodyEnd(received: Buffer, from: number, head: string, status: number): number | null {
  if (status === 204 || status === 304) return from;
  if (head.includes("\r\ntransfer-encoding: chunked")) return lastChunkEnd(received, from);
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length === undefined) throw new Error("a response says neither its length nor its chunks");
  const end = from + Number(length);
  return received.length >= end ? end : null;
}

function lastChunkEnd(received: Buffer, from: number): number | null {
  for (let at = from; ; ) {
    const sizeEnd = received.indexOf(lineEnd, at);
    if (sizeEnd < 0) return null;
    const size = Number.parseInt(received.toString("latin1", at, sizeEnd), 16);
    if (Number.isNaN(size)) throw new Error("a chunk of a response has no size");
    at = sizeEnd + lineEnd.length + size + lineEnd.length;
    if (received.length < at) return null;
    if (size === 0) return at;
  }
}
