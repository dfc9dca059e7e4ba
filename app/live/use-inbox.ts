/** The viewer's own room: how much news is unread, and the newest of it. */
import { askTicket } from "#app/trpc-client.ts";
import { ownInbox } from "#shared/protocol/room-names.ts";
import type { ServerFrame, WireNotice } from "#shared/protocol/server-frames.ts";
import type { Step } from "./room-state.ts";
import { useLiveRoom } from "./use-live-room.ts";

interface InboxState {
  /** Null until the room has said it. */
  unread: number | null;
  items: readonly WireNotice[];
}

const nothingKnown: InboxState = { unread: null, items: [] };

const kind = {
  room: "inbox" as const,
  start: (view: InboxState) => view,
  reduce: (state: InboxState, frame: ServerFrame): Step<InboxState> => ({
    state: frame.type === "note" ? frame.body : state,
    sync: false,
  }),
};

export function useInbox(): InboxState {
  const ticket = (moved: boolean) => askTicket("inbox", ownInbox, moved);
  return useLiveRoom(kind, ownInbox, nothingKnown, ticket).state;
}
