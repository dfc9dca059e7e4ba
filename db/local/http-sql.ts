/** `POST /sql`. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { Backend } from "#db/local/backend.ts";
import {
  answerOf,
  errorAnswerOf,
  parseSqlRequest,
  type SqlAnswer,
} from "#db/local/sql-protocol.ts";

const LONGEST_BODY = 8 * 1024 * 1024;
const LONGEST_DISCARDED = 64 * 1024 * 1024;

const OWN_HOSTS = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Answers one HTTP request. */
export async function handleHttp(
  backend: Backend,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, body } = await answer(backend, request);
  if (response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

/** Whether the request was meant for this machine: a rebound DNS name shows up here. */
export function isOwnHost(headers: IncomingHttpHeaders): boolean {
  return OWN_HOSTS.has((headers.host ?? "").replace(/:\d+$/, ""));
}

/** Whether a WebSocket comes from no web page at all or from one of this machine. */
export function isOwnPage(headers: IncomingHttpHeaders): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && OWN_HOSTS.has(new URL(origin).hostname);
}

async function answer(backend: Backend, request: IncomingMessage): Promise<SqlAnswer> {
  const refusal = refuse(request);
  if (refusal) {
    request.resume();
    return refusal;
  }
  try {
    const body = await readBody(request);
    if (body === null) return said(413, "The request is larger than 8 MB.");
    const sqlRequest = parseSqlRequest(request.headers, body);
    return answerOf(sqlRequest, await backend.runSql(sqlRequest));
  } catch (error) {
    return errorAnswerOf(error);
  }
}

// No web page may send this header across origins, so no page can reach the database either.
function refuse(request: IncomingMessage): SqlAnswer | null {
  if (request.url?.split("?")[0] !== "/sql") return said(404, "Only /sql and /v2 are here.");
  if (request.method !== "POST") return said(405, "Only POST is understood.");
  if (!isOwnHost(request.headers)) return said(403, "Only this machine may ask.");
  if (request.headers["neon-connection-string"] === undefined) {
    return said(400, "The header Neon-Connection-String is missing.");
  }
  return null;
}

// What is too long is still read to its end: a client that cannot finish sending sees a broken
// connection in place of the 413.
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LONGEST_BODY) chunks.push(chunk);
    if (size > LONGEST_DISCARDED) break;
  }
  return size <= LONGEST_BODY ? Buffer.concat(chunks).toString("utf8") : null;
}

function said(status: number, message: string): SqlAnswer {
  return { status, body: { message } };
}
