/** The procedures for pages that Vite renders: called in the Worker by HTTP, as the person who asks. */
import type { Caller } from "#workers/app-router.ts";

interface TrpcAnswer {
  result?: { data: unknown };
  error?: { message: string; code: unknown; data?: FailureData };
}

interface FailureData {
  code: string;
  appCode?: string;
  details?: unknown;
}

export interface RemoteProcedures {
  trpc: Caller;
  /** What the procedures set so far: the page's answer has to carry it. */
  setCookies(): string[];
}

const notForwarded = [
  "accept",
  "accept-encoding",
  "connection",
  "content-length",
  "content-type",
  "origin",
];
/** Procedures that answered 405 to GET: they change something, and are POSTed. */
const mutations = new Set<string>();

/** One after the other, so that a cookie set by the first is sent with the second. */
export function remoteProcedures(workerUrl: string, request: Request): RemoteProcedures {
  const headers = new Headers(request.headers);
  for (const name of notForwarded) headers.delete(name);
  // The page was asked for; its own calls come from the site itself.
  headers.set("sec-fetch-site", "same-origin");
  const lines: string[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  const call = (path: string, input: unknown): Promise<unknown> => {
    const answer = queue.then(() => callOnce(workerUrl, path, input, headers, lines));
    queue = answer.catch(() => undefined);
    return answer;
  };
  return { trpc: callerOf(call, []), setCookies: () => lines };
}

/** `trpc.people.me()` becomes `call("people.me", undefined)`. */
function callerOf(call: (path: string, input: unknown) => unknown, path: string[]): Caller {
  return new Proxy(() => undefined, {
    get: (_, name) =>
      typeof name === "string" && name !== "then" ? callerOf(call, [...path, name]) : undefined,
    apply: (_, _this, [input]) => call(path.join("."), input),
  }) as unknown as Caller;
}

async function callOnce(
  workerUrl: string,
  path: string,
  input: unknown,
  headers: Headers,
  lines: string[],
): Promise<unknown> {
  let response = mutations.has(path) ? null : await get(workerUrl, path, input, headers);
  if (response === null || response.status === 405) {
    mutations.add(path);
    response = await post(workerUrl, path, input, headers);
  }
  keepCookies(response.headers.getSetCookie(), headers, lines);
  const { result, error } = (await response.json()) as TrpcAnswer;
  if (error) throw asFailure(error, response.headers.get("retry-after"));
  return result?.data;
}

function get(workerUrl: string, path: string, input: unknown, headers: Headers): Promise<Response> {
  const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return fetch(`${workerUrl}/trpc/${path}${query}`, { headers });
}

function post(workerUrl: string, path: string, input: unknown, headers: Headers) {
  const json = new Headers(headers);
  json.set("content-type", "application/json");
  const body = JSON.stringify(input ?? {});
  return fetch(`${workerUrl}/trpc/${path}`, { method: "POST", headers: json, body });
}

function keepCookies(setCookies: readonly string[], headers: Headers, lines: string[]): void {
  lines.push(...setCookies);
  const jar = new Map<string, string>();
  const pairs = [...(headers.get("cookie")?.split("; ") ?? []), ...setCookies];
  for (const pair of pairs) {
    const [name = "", value = ""] = pair.split(";", 1)[0]?.split(/=(.*)/s) ?? [];
    jar.set(name, value);
  }
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  if (cookie) headers.set("cookie", cookie);
}

/** The same shape as the failure of a procedure that was called in process. */
function asFailure(error: NonNullable<TrpcAnswer["error"]>, retryAfter: string | null): Error {
  const { message, data } = error;
  const retryAfterS = retryAfter === null ? undefined : Number(retryAfter);
  // What the door itself refused has our code where tRPC has a number.
  const code = data ? data.appCode : error.code;
  const cause = code ? { code, message, details: data?.details, retryAfterS } : undefined;
  return Object.assign(new Error(message, { cause }), { code: data?.code });
}
