/** React's side of a live room: begins with the loader's data, goes on with frames. */
import { useRouteLoaderData } from "@remix-run/react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { LiveRoom as RoomKind } from "#shared/protocol/room-names.ts";
import type { ServerFrame } from "#shared/protocol/server-frames.ts";
import { browserHub, keepTicketWay } from "./browser-hub.ts";
import { lineKey } from "./live-line.ts";
import { LiveRoom, type RoomSnapshot } from "./live-room.ts";
import type { GetTicket } from "./live-socket.ts";
import type { Step } from "./room-state.ts";

interface Kind<V, S> {
  room: RoomKind;
  start(view: V): S;
  reduce(state: S, frame: ServerFrame): Step<S>;
}

/**
 * Listens for as long as `key`, the room's name, stays; `kind` must be a constant. `hear` gets each
 * frame, too.
 */
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
  const who = useWho();
  useEffect(() => {
    const address = { room: kind.room, name: key, who };
    const forget = keepTicketWay(lineKey(address), (moved) => ticket.current(moved));
    const leave = room.open(browserHub(), address, (frame) => listener.current?.(frame));
    return () => {
      leave();
      forget();
    };
  }, [kind, key, who, room]);
  useEffect(() => {
    if (held.view !== view) held.room.load(kind.start(view));
  }, [kind, held, view]);
  return useSyncExternalStore(room.subscribe, room.get, room.get);
}

/** The viewer's alias: what another person heard in another tab is not for this one. */
function useWho(): string {
  const root = useRouteLoaderData("root") as { viewer?: { alias?: string } } | undefined;
  return root?.viewer?.alias ?? "";
}
