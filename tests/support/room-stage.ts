/// <reference types="@cloudflare/vitest-plugin/types" />
/** Rooms in workerd: people with tickets, sockets that remember what they were told. */
import { env, exports } from "cloudflare:workers";
import { createDb } from "#db/client.ts";
import { cohortMembers, cohorts } from "#db/schema/cohorts.ts";
import { newId } from "#shared/ids.ts";
import { type ClientBody, type ClientFrame, clientFrame } from "#shared/protocol/client-frames.ts";
import type { LiveRoom } from "#shared/protocol/room-names.ts";
import {
  parseServerFrame,
  type ServerBody,
  type ServerFrame,
} from "#shared/protocol/server-frames.ts";
import type { Subject } from "#shared/vocabulary.ts";
import type { CohortRoom } from "#workers/features/cohorts/cohort.room.ts";
import type { LeaderboardRoom } from "#workers/features/leaderboards/leaderboard.room.ts";
import type { Member } from "#workers/platform/actor.ts";
import { parseEnv } from "#workers/platform/env.ts";
import { roomHandle } from "#workers/platform/room-handle.ts";
import { issueTicket, type TicketClaims } from "#workers/platform/ticket.ts";
import { insertMember } from "./test-people.ts";
import { workerTestUrl } from "./worker-test-vars.ts";

const config = () => parseEnv(env);

export const stageDb = () => {
  const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl = "" } = config();
  return createDb({ databaseUrl, proxyUrl });
};

export const join = (change: Partial<Member> = {}) => insertMember(stageDb(), Date.now(), change);

/** A cohort of its own for each test: objects keep their storage within a file. */
export async function makeCohort(members: readonly Member[], subject: Subject = "algebra") {
  const id = newId("coh", Date.now());
  const slug = `group-${id.slice(-12)}`;
  const now = new Date();
  await stageDb().insert(cohorts).values({ id, slug, name: slug, subject, createdAt: now });
  const rows = members.map(({ userId }) => ({ cohortId: id, userId, joinedAt: now }));
  if (rows.length > 0) await stageDb().insert(cohortMembers).values(rows);
  return { id, slug, subject };
}

export function cohortStub(slug: string): DurableObjectStub<CohortRoom> {
  const rooms = config().COHORT_ROOM as unknown as DurableObjectNamespace<CohortRoom>;
  return rooms.getByName(slug);
}

export function boardStub(name: string): DurableObjectStub<LeaderboardRoom> {
  const rooms = config().LEADERBOARD_ROOM as unknown as DurableObjectNamespace<LeaderboardRoom>;
  return rooms.getByName(name);
}

export async function ticketFor(
  person: Pick<Member, "visitorId"> & Partial<Member>,
  room: LiveRoom,
  name: string,
  change: Partial<TicketClaims> & { issuedAt?: number; secret?: string } = {},
): Promise<string[]> {
  const { issuedAt = Date.now(), secret = config().TICKET_SECRET, ...claims } = change;
  const { protocols } = issueTicket(
    secret,
    {
      jti: newId("tkt", Date.now()),
      room,
      name,
      handle: roomHandle(config().TICKET_SECRET, room, name, person.visitorId),
      alias: person.alias ?? "Guest",
      visitorId: person.visitorId,
      isMember: person.userId !== undefined,
      sessionEndsAt: Date.now() + 600_000,
      ...claims,
    },
    issuedAt,
  );
  return protocols;
}

/** Asks the Worker for the upgrade, as a browser does. */
export function knock(
  path: string,
  protocols: readonly string[],
  headers: Record<string, string | undefined> = {},
): Promise<Response> {
  const all = {
    Upgrade: "websocket",
    Origin: workerTestUrl,
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36",
    ...(protocols.length > 0 ? { "Sec-WebSocket-Protocol": protocols.join(", ") } : {}),
    ...headers,
  };
  const given = Object.entries(all).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return (exports as unknown as { default: Fetcher }).default.fetch(
    new Request(workerTestUrl + path, { headers: given }),
  );
}

/** One browser's socket: its frames in order, and how it was closed. */
export class RoomClient {
  readonly frames: ServerFrame[] = [];
  readonly texts: string[] = [];
  closed: number | null = null;
  readonly #socket: WebSocket;
  readonly topic: string;

  constructor(socket: WebSocket, topic: string) {
    this.#socket = socket;
    this.topic = topic;
    socket.addEventListener("message", (event) => {
      this.texts.push(String(event.data));
      const reading = parseServerFrame(String(event.data));
      if (reading.status === "frame") this.frames.push(reading.frame);
    });
    socket.addEventListener("close", (event) => {
      this.closed = event.code;
    });
    socket.accept();
  }

  send(text: string | ArrayBuffer): void {
    this.#socket.send(text);
  }

  say<T extends ClientFrame["type"]>(type: T, body: ClientBody<T>): void {
    this.send(clientFrame<T>(type, body));
  }

  hello(): void {
    this.say("hello", { id: "1", sid: "tab", topics: [{ t: this.topic, e: null, q: 0 }] });
  }

  leave(code?: number): void {
    this.#socket.close(code);
  }

  /** The bodies of all frames of that type so far. */
  all<T extends ServerFrame["type"]>(type: T): ServerBody<T>[] {
    const fits = this.frames.filter((frame) => frame.type === type);
    return fits.map((frame) => frame.body as ServerBody<T>);
  }

  /** Waits for the `count`-th frame of that type. */
  next<T extends ServerFrame["type"]>(type: T, count = 1): Promise<ServerBody<T>> {
    const missing = () => `no ${type} number ${count}: ${this.texts.join(" ")}`;
    return soon(() => this.all(type)[count - 1] ?? null, missing);
  }

  /** Waits for the close, and answers its code. */
  end(): Promise<number> {
    return soon(
      () => this.closed,
      () => "still open",
    );
  }
}

async function soon<V>(look: () => V | null, missing: () => string): Promise<V> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const value = look();
    if (value !== null) return value;
    if (Date.now() > deadline) throw new Error(missing());
    await pause(10);
  }
}

/** A socket in that room that has not said hello. */
export async function connect(
  person: Parameters<typeof ticketFor>[0],
  room: LiveRoom,
  name: string,
  change: Parameters<typeof ticketFor>[3] = {},
): Promise<RoomClient> {
  const protocols = await ticketFor(person, room, name, change);
  const response = await knock(`/ws/${room}/${name}`, protocols);
  if (!response.webSocket) throw new Error(`no socket: ${response.status}`);
  return new RoomClient(response.webSocket, `${room}/${name}`);
}

/** A socket in that room that was greeted. */
export async function enter(...place: Parameters<typeof connect>): Promise<RoomClient> {
  const client = await connect(...place);
  client.hello();
  await client.next("welcome");
  return client;
}

/** Long enough for what should not come to have come. */
export const pause = (ms = 100) => new Promise((resolve) => setTimeout(resolve, ms));
