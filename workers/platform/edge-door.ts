/** A second, faster door for short answers: what the general door gives, without a framework. */
import type { Lookups } from "./context.ts";
import { type AppEnv, parseEnv } from "./env.ts";
import { outcomeOf, serverTiming } from "./http-door.ts";
import { failureResponse } from "./http-errors.ts";
import { addSecurityHeaders } from "./page-security.ts";
import { logRequest } from "./request-lines.ts";

export interface EdgeRequest {
  request: Request;
  /** As read of the request: nothing here proves the same origin or bounds a body. */
  method: "GET" | "HEAD";
  /** Not checked yet, and perhaps incomplete. */
  env: { APP_URL?: string; APP_ENV?: string };
  execution: Pick<ExecutionContext, "waitUntil">;
}

/** One request at the door. */
export interface EdgeVisit extends EdgeRequest {
  /** When it came, in milliseconds since 1970. */
  startedAt: number;
  config: AppEnv;
  requestId: string;
  roundTrips: { count: number };
  lookups: Lookups;
}

/** A short answer, as data. */
export interface EdgeAnswer {
  status: number;
  /** One of a few objects that live on: each is made into headers once. */
  headers: Readonly<Record<string, string>>;
  body: string | null;
  /** Headers of this answer alone. */
  own: Readonly<Record<string, string>>;
  /** `Set-Cookie` lines. */
  cookies: readonly string[];
}

/** Answers with request id, security headers and its place in the log; what fails says nothing inside. */
export async function edgeDoor(
  parts: EdgeRequest,
  route: string,
  answer: (visit: EdgeVisit) => EdgeAnswer | Promise<EdgeAnswer>,
): Promise<Response> {
  const startedAt = Date.now();
  const { method, env } = parts;
  const requestId = crypto.randomUUID();
  const roundTrips = { count: 0 };
  const lookups = { kv: 0, limiter: 0 };
  let endedAt = startedAt;
  let ready: EdgeAnswer | null = null;
  let response: Response;
  try {
    const config = parseEnv(env);
    const visit = { ...parts, startedAt, config, requestId, roundTrips, lookups };
    const answered = answer(visit);
    if (answered instanceof Promise) {
      ready = await answered;
      // The runtime's time stands still while nothing is waited for.
      endedAt = Date.now();
    } else ready = answered;
    response = toResponse(ready, visit);
  } catch (error) {
    response = failureResponse(error, requestId);
    response.headers.set("X-Request-Id", requestId);
    addSecurityHeaders(response.headers, env.APP_URL?.startsWith("https:") ?? true);
  }
  const status = ready?.status ?? response.status;
  const line = {
    requestId,
    route,
    method,
    status,
    durationMs: endedAt - startedAt,
    roundTrips: roundTrips.count,
    outcome: outcomeOf(status),
  };
  logRequest(parts.execution, line, endedAt);
  return response;
}

/** Each header that is set here costs a hundredth of a link's time. */
function toResponse(answer: EdgeAnswer, visit: EdgeVisit): Response {
  const { config, roundTrips, lookups, requestId } = visit;
  const constant = constantHeaders(answer, config.APP_URL.startsWith("https:"));
  const body = visit.method === "HEAD" ? null : answer.body;
  const response = new Response(body, { status: answer.status, headers: constant });
  const { headers } = response;
  for (const name in answer.own) headers.set(name, answer.own[name] ?? "");
  for (const line of answer.cookies) headers.append("Set-Cookie", line);
  headers.set("X-Request-Id", requestId);
  if (config.APP_ENV === "local")
    headers.set("Server-Timing", serverTiming(roundTrips.count, lookups));
  return response;
}

const made = { secure: new WeakMap<object, Headers>(), plain: new WeakMap<object, Headers>() };

/** To copy headers takes half as long as to make them. */
function constantHeaders(answer: EdgeAnswer, secure: boolean): Headers {
  const known = secure ? made.secure : made.plain;
  let headers = known.get(answer.headers);
  if (!headers) {
    headers = new Headers(answer.headers);
    addSecurityHeaders(headers, secure, answer.body !== null);
    known.set(answer.headers, headers);
  }
  return headers;
}
