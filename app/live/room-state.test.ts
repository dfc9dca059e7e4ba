import { describe, expect, it } from "vitest";
import type { RoomMember, ServerFrame } from "#shared/protocol/server-frames.ts";
import { reduceBoard, reduceCohort, startBoard, startCohort } from "./room-state.ts";

const topic = "cohort/alg-101";
const person = (handle: string, status: RoomMember["status"] = "online"): RoomMember => ({
  handle,
  alias: `Alias of ${handle}`,
  status,
  joinedAt: 1,
});
const welcome: ServerFrame = {
  type: "welcome",
  body: { id: "1", room: topic, handle: "h1", heartbeatMs: 25_000, now: 5 },
};
const snap = (q: number, members: RoomMember[], e = "e1"): ServerFrame => ({
  type: "snap",
  body: { t: topic, e, q, members, feed: [], n: 1 },
});
const diff = (q0: number, change: Partial<Record<"join" | "upd", RoomMember[]>>, e = "e1") =>
  ({
    type: "diff",
    body: { t: topic, e, q0, q: q0 + 1, join: [], upd: [], leave: [], n: 2, ...change },
  }) satisfies ServerFrame;

const begin = () => startCohort({ members: [] });
const play = (...frames: ServerFrame[]) => {
  let step = { state: begin(), sync: false };
  for (const frame of frames) step = reduceCohort(step.state, frame);
  return step;
};

describe("reduceCohort", () => {
  it("shows the loader's members as offline until the room speaks", () => {
    const members = [{ handle: "h1", alias: "Calm Heron 7", joinedAt: 1, you: true }];
    const state = startCohort({ members });
    expect(state.members).toEqual([{ ...members[0], status: "offline" }]);
    expect(state.handle).toBe("h1");
  });

  it("takes a snapshot whole, and knows oneself", () => {
    const { state } = play(welcome, snap(3, [person("h1"), person("h2", "away")]));
    expect(state.members.map((row) => [row.handle, row.status, row.you])).toEqual([
      ["h1", "online", true],
      ["h2", "away", false],
    ]);
    expect(state.here).toBe(1);
  });

  it("applies diffs in sequence: join, update, leave", () => {
    const leave = diff(2, {});
    leave.body.leave = ["h1"] as never[];
    const { state, sync } = play(
      welcome,
      snap(0, [person("h1")]),
      diff(0, { join: [person("h2")] }),
      diff(1, { upd: [person("h2", "away")] }),
      leave,
    );
    expect(sync).toBe(false);
    expect(state.members.map((row) => [row.handle, row.status])).toEqual([["h2", "away"]]);
    expect(state.q).toBe(3);
  });

  it("asks once for the whole after a gap or a new epoch, and applies nothing until then", () => {
    const before = play(welcome, snap(0, [person("h1")])).state;
    for (const missed of [diff(1, { join: [person("h2")] }), diff(0, {}, "e2")]) {
      const first = reduceCohort(before, missed);
      expect(first.sync).toBe(true);
      expect(first.state.members).toEqual(before.members);
      expect(reduceCohort(first.state, missed).sync).toBe(false);
      const healed = reduceCohort(first.state, snap(0, [person("h3")], "e2"));
      expect(healed.state.members.map((row) => row.handle)).toEqual(["h3"]);
      expect(reduceCohort(healed.state, diff(0, {}, "e2")).sync).toBe(false);
    }
  });

  it("ignores a frame it has applied before", () => {
    const joined = diff(0, { join: [person("h2")] });
    const once = play(welcome, snap(0, [person("h1")]), joined);
    const twice = reduceCohort(once.state, joined);
    expect(twice).toEqual({ state: once.state, sync: false });
  });
});

describe("reduceBoard", () => {
  it("replaces the board, and marks one's own row by the room's handle", () => {
    const rows = [
      { handle: "h2", alias: "Brave Fox 3", rank: 1, place: 1, score: 55 },
      { handle: "h1", alias: "Calm Heron 7", rank: 2, place: 2, score: 40 },
    ];
    const start = startBoard({ state: "open", top: [], around: [], you: null, players: 0 });
    const greeted = reduceBoard(start, welcome).state;
    const { state } = reduceBoard(greeted, {
      type: "lb",
      body: {
        ...{ state: "open", top: rows, around: rows, players: 2 },
        you: { rank: 2, place: 2, score: 40 },
      },
    });
    expect(state.top.map((row) => row.you)).toEqual([false, true]);
    expect(state).toMatchObject({ you: { rank: 2, place: 2, score: 40 }, players: 2 });
    expect(state.around.map((row) => row.you)).toEqual([false, true]);
  });

  it("keeps the rows it has while the room is rebuilt, and says so", () => {
    const row = { handle: "h1", alias: "Calm Heron 7", rank: 1, place: 1, score: 40, you: true };
    const you = { rank: 1, place: 1, score: 40 };
    const start = startBoard({ state: "open", top: [row], around: [row], you, players: 1 });
    const body = { state: "rebuilding", top: [], around: [], you: null, players: 0 } as const;
    const { state } = reduceBoard(start, { type: "lb", body: { ...body, top: [], around: [] } });
    expect(state).toMatchObject({ state: "rebuilding", top: [row], you, players: 1 });
  });
});
