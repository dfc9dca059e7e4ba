/** A room's frames as server-sent events, for browsers whose sockets are blocked. */
import { type Context, Hono } from "hono";
import { liveRooms } from "#shared/protocol/room-names.ts";
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import type { DoorEnv } from "../../platform/http-door.ts";
import { takeTurn } from "../../platform/person-limit.ts";
import { openRoomStream } from "./open-room-stream.ts";

type MakeContext = (c: Context<DoorEnv>) => Promise<RequestCtx>;

/** One person's streams, opened anew or again. */
const openLimit = { perMinute: 60, burst: 30 };

/**
 * `GET /presence/stream?subject=` for signed-in people, and `GET /realtime/stream?room=&name=` for
 * whoever gets a ticket for that room. Streams only watch: presence is told by ping.
 */
export function streamRoutes(makeContext: MakeContext): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  routes.get("/presence/stream", async (c) => {
    c.set("route", "/api/presence/stream");
    const ctx = await makeContext(c);
    requireMember(ctx);
    const name = c.req.query("subject") ?? "";
    return answer(ctx, { room: "presence", name });
  });
  routes.get("/realtime/stream", async (c) => {
    c.set("route", "/api/realtime/stream");
    const room = liveRooms.find((known) => known === c.req.query("room"));
    if (!room) throw new AppError("NOT_FOUND");
    return answer(await makeContext(c), { room, name: c.req.query("name") ?? "" });
  });
  return routes;
}

async function answer(
  ctx: RequestCtx,
  place: Parameters<typeof openRoomStream>[1],
): Promise<Response> {
  if (ctx.actor.kind === "member") await takeTurn(ctx, "stream", openLimit);
  const stream = await openRoomStream(ctx, place);
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // Compressed, it would be held back until there is enough of it.
      "Content-Encoding": "identity",
      "Cache-Control": "no-store, no-transform",
    },
  });
}
