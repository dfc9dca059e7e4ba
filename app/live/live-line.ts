/** What carries one room's frames to this browser: a socket, or a stream where sockets are blocked. */
import type { Activity, Status } from "#shared/protocol/client-frames.ts";
import type { LiveRoom } from "#shared/protocol/room-names.ts";
import type { ServerFrame } from "#shared/protocol/server-frames.ts";

/** `closed`: this room is not for us, and we do not try again. */
export type LiveState = "connecting" | "live" | "closed";

/** What a tab says of its person. */
export interface Doing {
  status: Status;
  act: Activity | null;
}

/** A room as somebody: another person's frames are not ours. */
export interface LineAddress {
  room: LiveRoom;
  name: string;
  /** The viewer's alias, or the empty text for a guest. */
  who: string;
}

export interface LineEars {
  onFrame(frame: ServerFrame): void;
  onState(state: LiveState): void;
}

export interface LiveLine {
  set(doing: Doing): void;
  /** Asks for the whole. */
  sync(): void;
  /** The page can be used (again), or timers may have been late. */
  wake(): void;
  close(): void;
}

export function lineKey({ room, name, who }: LineAddress): string {
  return `${room}/${name} ${who}`;
}
