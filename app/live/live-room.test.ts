import { describe, expect, it } from "vitest";
import { LiveRoom } from "./live-room.ts";
import { type BoardState, reduceBoard, startBoard } from "./room-state.ts";

const board = (players: number): BoardState =>
  startBoard({ state: "open", top: [], around: [], you: null, players });

describe("LiveRoom", () => {
  it("tells its listeners of the loader's newer data while it is not live", () => {
    const room = new LiveRoom(board(1), reduceBoard);
    let changes = 0;
    const stop = room.subscribe(() => {
      changes += 1;
    });
    room.load(board(2));
    expect(room.get()).toMatchObject({ live: "connecting", state: { players: 2 } });
    stop();
    room.load(board(3));
    expect(changes).toBe(1);
  });
});
