/** A server on this machine that speaks as Tinybird's Events API does, and says what it got. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { EventLine } from "#workers/features/event-sink/event-lines.ts";

/** What it does with a request: takes it, refuses with a status, or never answers. */
export type Mood = "take" | "hang" | { status: number; retryAfter?: string };

export interface EventsApiServer {
  url: string;
  token: string;
  /** Bodies in order, also of requests that were refused. */
  requests: { mood: Mood; lines: EventLine[]; bytes: number }[];
  /** Lines of the requests that were taken, as they came. */
  taken(): EventLine[];
  /** As a ReplacingMergeTree keeps them: one for each id. */
  kept(): Map<string, EventLine>;
  /** From the next request on; a list is used up one by one, then all are taken. */
  be(mood: Mood | Mood[]): void;
  stop(): Promise<void>;
}

export async function startEventsApi(): Promise<EventsApiServer> {
  const token = "p.of-the-tests";
  const requests: EventsApiServer["requests"] = [];
  const hanging = new Set<ServerResponse>();
  let moods: Mood[] = [];
  let standing: Mood = "take";
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const fault = faultOf(request, token);
    if (fault) return answer(response, fault, { error: "refused" });
    const mood = moods.shift() ?? standing;
    const lines = body
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as EventLine);
    requests.push({ mood, lines, bytes: Buffer.byteLength(body) });
    if (mood === "hang") return void hanging.add(response);
    if (mood === "take") {
      return answer(response, 200, { successful_rows: lines.length, quarantined_rows: 0 });
    }
    if (mood.retryAfter) response.setHeader("Retry-After", mood.retryAfter);
    answer(response, mood.status, { error: `quotes ${body.slice(0, 200)}` });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const taken = () => requests.filter(({ mood }) => mood === "take").flatMap(({ lines }) => lines);
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    requests,
    taken,
    kept: () => new Map(taken().map((line) => [line.event_id, line])),
    be(mood) {
      if (Array.isArray(mood)) moods = [...mood];
      else standing = mood;
    },
    async stop() {
      for (const response of hanging) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What the Events API would refuse before it looks at a line; null where nothing. */
function faultOf(request: IncomingMessage, token: string): number | null {
  const url = new URL(request.url ?? "/", "http://sink.test");
  if (request.method !== "POST" || url.pathname !== "/v0/events") return 404;
  if (request.headers.authorization !== `Bearer ${token}`) return 403;
  if (url.searchParams.get("name") !== "events" || url.searchParams.get("wait") !== "true") {
    return 400;
  }
  return null;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}
