/** Which Durable Object namespace serves which kind of room. */
import type { LiveRoom } from "#shared/protocol/room-names.ts";
import type { RoomKind } from "../../platform/rooms.ts";

export const roomBindings: Record<LiveRoom, RoomKind> = {
  cohort: "COHORT_ROOM",
  leaderboard: "LEADERBOARD_ROOM",
  presence: "PRESENCE_LEAF",
  inbox: "USER_INBOX",
};
