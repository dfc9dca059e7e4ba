/** A leaderboard that moves while one looks at it. */
import { type Board, boardName } from "#shared/protocol/room-names.ts";
import type { GetTicket } from "./live-socket.ts";
import { type BoardView, reduceBoard, startBoard } from "./room-state.ts";
import { useLiveRoom } from "./use-live-room.ts";

const kind = {
  room: "leaderboard" as const,
  start: startBoard,
  reduce: reduceBoard,
};

/** `initial` is what `leaderboards.view` answered; `getTicket` asks for that board's room. */
export function useLeaderboard(initial: Board & BoardView, getTicket: GetTicket) {
  const { state, live } = useLiveRoom(kind, boardName(initial), initial, getTicket);
  const { handle: _, ...board } = state;
  return { ...board, live };
}
