/** Who is in a subject or the lobby now, while one looks; and what one does oneself. */
import { useEffect } from "react";
import { askTicket } from "#app/trpc-client.ts";
import type { PresenceSubject } from "#shared/protocol/room-names.ts";
import { browserHub } from "./browser-hub.ts";
import type { Doing } from "./live-line.ts";
import { type PresenceState, reducePresence, startPresence } from "./presence-state.ts";
import { useLiveRoom } from "./use-live-room.ts";

const kind = {
  room: "presence" as const,
  start: startPresence,
  reduce: reducePresence,
};
const nothing = {};

/** Counts this person there for as long as the part is shown. */
export function usePresence(subject: PresenceSubject) {
  const { state, live } = useLiveRoom(kind, subject, nothing, (moved) =>
    askTicket("presence", subject, moved),
  );
  const { handle, n, by, acts, people }: PresenceState = state;
  return { handle, n, by, acts, people, live };
}

/** What the whole page is for. */
export function usePageDoing({ status, act }: Doing): void {
  useEffect(() => browserHub().setBase({ status, act }), [status, act]);
}

/** What one does in a part of the page, for as long as it is shown; counts for more than the page. */
export function useDoing({ status, act }: Doing): void {
  useEffect(() => {
    browserHub().setDoing({ status, act });
    return () => browserHub().setDoing(null);
  }, [status, act]);
}
