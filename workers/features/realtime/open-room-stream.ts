/** Opens a room's socket on behalf of a browser that cannot, and hands its frames on. */
import { clientFrame } from "#shared/protocol/client-frames.ts";
import { wireLimits } from "#shared/protocol/limits.ts";
import type { LiveRoom } from "#shared/protocol/room-names.ts";
import { parseServerFrame } from "#shared/protocol/server-frames.ts";
import { AppError } from "../../platform/app-error.ts";
import type { RequestCtx } from "../../platform/context.ts";
import type { TopicPosition } from "../../platform/room-topic.ts";
import { issueRoomTicket } from "./issue-room-ticket.ts";
import { roomBindings } from "./room-bindings.ts";

/** The browser comes back after a time of its own within this one, in milliseconds. */
const retryMs = { least: 1_000, spread: 4_000 };

/**
 * Each event's data is one frame as on the socket, its id the position after it; `Last-Event-ID`
 * goes on from there. The stream ends when the room closes the socket. Throws what a ticket throws.
 */
export async function openRoomStream(
  ctx: RequestCtx,
  place: { room: LiveRoom; name: string },
): Promise<ReadableStream<Uint8Array>> {
  const ticket = await issueRoomTicket(ctx, { ...place, moved: true, watching: true });
  const room = ctx.rooms.get<Pick<Fetcher, "fetch">>(roomBindings[place.room], ticket.object);
  const answer = await room.fetch(
    new Request(ctx.config.APP_URL + ticket.path, {
      headers: { Upgrade: "websocket", "Sec-WebSocket-Protocol": ticket.protocols.join(", ") },
    }),
  );
  const socket = answer.webSocket;
  if (!socket) throw new AppError("UNAVAILABLE");
  const { heartbeatMs } = ctx.config.REALTIME_SETTINGS;
  const stream = eventsOf(socket, heartbeatMs);
  socket.accept();
  const t = `${place.room}/${ticket.object}`;
  const has = positionOf(ctx.request.headers.get("last-event-id"));
  socket.send(clientFrame("hello", { id: ctx.request.id, sid: "stream", topics: [{ t, ...has }] }));
  return stream;
}

/** What the browser had last; nothing where it does not say so in our words. */
function positionOf(id: string | null): TopicPosition {
  const [, e = null, q = "0"] = /^([\w-]{1,40})\.(\d{1,9})$/.exec(id ?? "") ?? [];
  return { e, q: Number(q) };
}

function eventsOf(socket: WebSocket, heartbeatMs: number): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  // Also what tells the room that somebody still reads, and us when nobody does.
  const beat = setInterval(() => socket.send("p"), heartbeatMs);
  const end = () => {
    clearInterval(beat);
    socket.close(1000);
    writer.close().catch(() => {});
  };
  const write = (text: string) => writer.write(encoder.encode(text));
  const acks = new Acks(socket);
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const waitMs = retryMs.least + (random % retryMs.spread);
  write(`retry: ${waitMs}\n\n`).catch(end);
  socket.addEventListener("message", ({ data }) => {
    const text = String(data);
    if (text === "P") return void write(":\n\n").catch(end);
    const position = acks.positionIn(text);
    const id = position ? `id: ${position.e}.${position.q}\n` : "";
    write(`${id}data: ${text}\n\n`).then(() => position && acks.read(position), end);
  });
  socket.addEventListener("close", end);
  return readable;
}

/** Says to the room what the browser has read: a slow one is noticed there as any other. */
class Acks {
  readonly #socket: WebSocket;
  #acked = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  positionIn(text: string): { t: string; e: string; q: number } | null {
    const reading = parseServerFrame(text);
    if (reading.status !== "frame") return null;
    const { type, body } = reading.frame;
    if (type !== "snap" && type !== "diff" && type !== "ev") return null;
    if (type === "snap") this.#acked = Math.min(this.#acked, body.q);
    return { t: body.t, e: body.e, q: body.q };
  }

  read(position: { t: string; e: string; q: number }): void {
    if (Math.abs(position.q - this.#acked) < wireLimits.ackEvery) return;
    this.#acked = position.q;
    this.#socket.send(clientFrame("ack", position));
  }
}
