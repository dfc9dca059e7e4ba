/** Tickets: signed, for one room, one use and 60 seconds; they travel as a subprotocol. */
import * as z from "zod";
import { type Id, isId, type VisitorId } from "#shared/ids.ts";
import { protocolName, ticketPrefix, wireTimes } from "#shared/protocol/limits.ts";
import { type LiveRoom, liveRooms } from "#shared/protocol/room-names.ts";
import { openValue, sealValue } from "./sealed-value.ts";

const purpose = "ticket.v1";

/** What a ticket says of its holder. Times in milliseconds since 1970. */
export interface TicketClaims {
  jti: Id<"tkt">;
  room: LiveRoom;
  name: string;
  handle: string;
  alias: string;
  visitorId: VisitorId;
  /** On the room's list of who is here; false for who only watches, the invisible included. */
  isMember: boolean;
  /** The socket is closed then, and a new ticket asked for. */
  sessionEndsAt: number;
  exp: number;
}

const claimsSchema = z.strictObject({
  jti: z.custom<Id<"tkt">>((value) => isId("tkt", value)),
  room: z.enum(liveRooms),
  name: z.string().min(1).max(100),
  handle: z.string().min(1).max(40),
  alias: z.string().min(1).max(60),
  visitorId: z.custom<VisitorId>((value) => isId("vis", value)),
  isMember: z.boolean(),
  sessionEndsAt: z.int(),
  exp: z.int(),
});

/** Signs a ticket that ends 60 seconds after `now`. */
export function issueTicket(
  secret: string,
  claims: Omit<TicketClaims, "exp">,
  now: number,
): { protocols: [string, string]; expiresAt: number } {
  const expiresAt = now + wireTimes.ticketLifeMs;
  const text = sealValue(secret, purpose, { ...claims, exp: expiresAt });
  return { protocols: [protocolName, ticketPrefix + text], expiresAt };
}

/** The claims, or null for what is forged, malformed, expired or made for another room. */
export function openTicket(
  secret: string,
  text: string,
  place: { room: string; name: string; now: number },
): TicketClaims | null {
  const parsed = claimsSchema.safeParse(openValue(secret, purpose, text));
  if (!parsed.success) return null;
  const claims = parsed.data;
  const fits = claims.room === place.room && claims.name === place.name && claims.exp > place.now;
  return fits ? claims : null;
}

/** The ticket among the subprotocols a client offers; null unless it offers `vr.v1` too. */
export function offeredTicket(header: string | null): string | null {
  const offered = (header ?? "").split(",").map((name) => name.trim());
  if (!offered.includes(protocolName)) return null;
  const ticket = offered.find((name) => name.startsWith(ticketPrefix));
  return ticket ? ticket.slice(ticketPrefix.length) : null;
}
