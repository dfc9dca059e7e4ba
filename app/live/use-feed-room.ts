/** The room that brings a feed's news: a subject's people, or the lobby's. */
import type { PresenceSubject } from "#shared/protocol/room-names.ts";
import type { ServerFrame } from "#shared/protocol/server-frames.ts";
import type { GetTicket } from "./live-socket.ts";
import type { Step } from "./room-state.ts";
import { useLiveRoom } from "./use-live-room.ts";

interface Position {
  e: string | null;
  q: number;
  syncing: boolean;
}

const kind = { start: (view: Position) => view, reduce: follow, position: (at: Position) => at };
const nowhere: Position = { e: null, q: 0, syncing: false };

/** The topic's order only: items are known by their ids. */
export function follow(at: Position, frame: ServerFrame): Step<Position> {
  if (frame.type === "welcome") return { state: { ...at, syncing: false }, sync: false };
  if (frame.type !== "snap" && frame.type !== "diff" && frame.type !== "ev") {
    return { state: at, sync: false };
  }
  const { t, e, q } = frame.body;
  // What one watches is a topic of its own.
  if (t.endsWith("#watched")) return { state: at, sync: false };
  if (frame.type === "snap") return { state: { e, q, syncing: false }, sync: false };
  if (e === at.e && q <= at.q) return { state: at, sync: false };
  if (e === at.e && frame.body.q0 === at.q) return { state: { ...at, q }, sync: false };
  return { state: { ...at, syncing: true }, sync: !at.syncing };
}

/** `hear` is the feed's; answers whether the news come. */
export function useFeedRoom(
  subject: PresenceSubject,
  getTicket: GetTicket,
  hear: (frame: ServerFrame) => void,
) {
  return useLiveRoom(kind, subject, nowhere, getTicket, hear).live;
}
