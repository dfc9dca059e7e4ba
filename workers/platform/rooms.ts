/** How a use case reaches a Durable Object: by the kind of room and its name. */
import { AppError } from "./app-error.ts";

export type RoomKind =
  | "LEADERBOARD_ROOM"
  | "COHORT_ROOM"
  | "PRESENCE_ROOT"
  | "PRESENCE_LEAF"
  | "USER_INBOX"
  | "RATE_LIMITER";

/** `Api` is what the room's class offers by RPC; the feature that owns the room names it. */
export interface Rooms {
  get<Api>(kind: RoomKind, name: string): Api;
}

/** Rooms behind Durable Object namespaces. */
export function durableRooms(namespaces: Record<RoomKind, DurableObjectNamespace>): Rooms {
  return {
    get: <Api>(kind: RoomKind, name: string) =>
      namespaces[kind].get(namespaces[kind].idFromName(name)) as unknown as Api,
  };
}

/** Where there are no objects (seeds, scripts): what was to be sent waits in its delivery row. */
export const unreachableRooms: Rooms = {
  get: <Api>(): Api =>
    new Proxy(Object.create(null), {
      get: () => () => Promise.reject(new AppError("UNAVAILABLE", { message: "no rooms here" })),
    }) as Api,
};
