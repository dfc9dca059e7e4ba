/** React's side of a live room: begins with the loader's data, goes on with frames. */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ServerFrame } from "#shared/protocol/server-frames.ts";
import { LiveRoom, type RoomSnapshot } from "./live-room.ts";
import type { GetTicket } from "./live-socket.ts";
import type { Step } from "./room-state.ts";

interface Kind<V, S> {
  start(view: V): S;
  reduce(state: S, frame: ServerFrame): Step<S>;
  position(state: S): { e: string | null; q: number };
}

/** One socket for as long as `key` stays; `kind` must be a constant. `hear` gets each frame, too. */
export function useLiveRoom<V extends object, S extends object>(
  kind: Kind<V, S>,
  key: string,
  view: V,
  getTicket: GetTicket,
  hear?: (frame: ServerFrame) => void,
): RoomSnapshot<S> {
  const begin = () => ({ key, view, room: new LiveRoom(kind.start(view), kind.reduce) });
  const [held, setHeld] = useState(begin);
  // Another key is another room; React starts this render over with it, before anything is shown.
  if (held.key !== key) setHeld(begin());
  const { room } = held;
  const ticket = useRef(getTicket);
  ticket.current = getTicket;
  const listener = useRef(hear);
  listener.current = hear;
  useEffect(
    () =>
      room.open({
        position: kind.position,
        getTicket: (moved) => ticket.current(moved),
        hear: (frame) => listener.current?.(frame),
      }),
    [kind, room],
  );
  useEffect(() => {
    if (held.view !== view) held.room.load(kind.start(view));
  }, [kind, held, view]);
  return useSyncExternalStore(room.subscribe, room.get, room.get);
}
