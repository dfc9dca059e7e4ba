/** The door of all sockets: whoever has no ticket for that room never reaches its object. */
import { Hono } from "hono";
import { liveRooms } from "#shared/protocol/room-names.ts";
import { AppError } from "../../platform/app-error.ts";
import { systemClock } from "../../platform/clock.ts";
import { parseEnv } from "../../platform/env.ts";
import type { DoorEnv } from "../../platform/http-door.ts";
import { durableRooms } from "../../platform/rooms.ts";
import { offeredTicket, openTicket } from "../../platform/ticket.ts";
import { roomBindings } from "./room-bindings.ts";

/**
 * `GET /:kind/:name` with Upgrade. BAD_INPUT without one, FORBIDDEN for any Origin but ours,
 * UNAUTHENTICATED for a ticket that is missing, forged, expired or made for another room.
 */
export function realtimeRoutes(): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  routes.get("/:kind/:name", async (c) => {
    c.set("route", "/ws/:kind/:name");
    const { headers } = c.req.raw;
    const config = parseEnv(c.env);
    const kind = liveRooms.find((known) => known === c.req.param("kind"));
    if (!kind) throw new AppError("NOT_FOUND");
    if (headers.get("upgrade")?.toLowerCase() !== "websocket") {
      throw new AppError("BAD_INPUT", { message: "This address speaks WebSocket only." });
    }
    if (headers.get("origin") !== new URL(config.APP_URL).origin) throw new AppError("FORBIDDEN");
    const name = c.req.param("name");
    const text = offeredTicket(headers.get("sec-websocket-protocol"));
    const place = { room: kind, name, now: systemClock.now() };
    const claims = text && openTicket(config.TICKET_SECRET, text, place);
    if (!claims) throw new AppError("UNAUTHENTICATED");
    const room = durableRooms(config).get<Pick<Fetcher, "fetch">>(roomBindings[kind], name);
    return room.fetch(c.req.raw);
  });
  return routes;
}
