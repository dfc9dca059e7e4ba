/** A browser as the Worker sees one: it keeps cookies, says who it is, and asks from our own page. */
import { Agent, request as httpRequest, type IncomingHttpHeaders } from "node:http";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** Database round trips that the Worker counted until it answered; null where it tells none. */
  roundTrips: number | null;
  /** From sending to the last byte, in milliseconds. */
  tookMs: number;
}

export interface Browser {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  /** The `Cookie` header of its next request. */
  cookies(): string;
  forgetCookie(name: string): void;
}

/** Not one that isbot takes for a crawler: crawlers get no cookies. */
export const userAgent =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

const answerLimitMs = 30_000;
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** A browser without cookies. Only a port of 127.0.0.1 can be asked. */
export function openBrowser(port: number): Browser {
  const jar = new Map<string, string>();
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const ask = async (method: string, path: string, body?: string): Promise<Answer> => {
    const answer = await exchange({ port, method, path, body, cookies: cookies() });
    for (const line of answer.headers["set-cookie"] ?? []) keepCookie(jar, line);
    return answer;
  };
  return {
    cookies,
    get: (path) => ask("GET", path),
    post: (path, body) => ask("POST", path, JSON.stringify(body)),
    forgetCookie: (name) => void jar.delete(name),
  };
}

/** All our cookies have the path `/`, and no test lives long enough for one to expire by itself. */
function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const name = pair.slice(0, pair.indexOf("=")).trim();
  const gone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
  if (gone) jar.delete(name);
  else jar.set(name, pair.slice(pair.indexOf("=") + 1).trim());
}

interface Question {
  port: number;
  method: string;
  path: string;
  body: string | undefined;
  cookies: string;
}

function exchange({ port, method, path, body, cookies }: Question): Promise<Answer> {
  const headers = {
    "User-Agent": userAgent,
    Accept: "text/html,application/json;q=0.9,*/*;q=0.8",
    "Sec-Fetch-Site": "same-origin",
    ...(cookies === "" ? {} : { Cookie: cookies }),
    ...(body === undefined
      ? {}
      : { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) }),
  };
  return new Promise((resolve, reject) => {
    const sentAt = performance.now();
    const options = { host: "127.0.0.1", port, method, path, headers, agent };
    const request = httpRequest({ ...options, timeout: answerLimitMs }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString("utf8"),
          roundTrips: readRoundTrips(response.headers["server-timing"]),
          tookMs: performance.now() - sentAt,
        }),
      );
    });
    request.once("timeout", () => request.destroy(new Error(`${method} ${path}: no answer`)));
    request.once("error", reject);
    request.end(body);
  });
}

/** `db;desc="N"` of a Server-Timing header. */
export function readRoundTrips(header: string | string[] | undefined): number | null {
  const found = /\bdb;desc="(\d+)"/.exec(String(header ?? ""))?.[1];
  return found === undefined ? null : Number(found);
}
