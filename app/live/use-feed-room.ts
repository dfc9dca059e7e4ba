/** The room that brings a feed's news: a subject's people, or the lobby's. */
import { askTicket } from "#app/trpc-client.ts";
import type { PresenceSubject } from "#shared/protocol/room-names.ts";
import type { ServerFrame } from "#shared/protocol/server-frames.ts";
import { useLiveRoom } from "./use-live-room.ts";

/** Keeps nothing: items are known by their ids, and whoever carries the room minds its order. */
const kind = {
  room: "presence" as const,
  start: (view: object) => view,
  reduce: (state: object) => ({ state, sync: false }),
};
const nothing = {};

/** `hear` is the feed's; answers whether the news come. */
export function useFeedRoom(subject: PresenceSubject, hear: (frame: ServerFrame) => void) {
  const ticket = (moved: boolean) => askTicket("presence", subject, moved);
  return useLiveRoom(kind, subject, nothing, ticket, hear).live;
}
