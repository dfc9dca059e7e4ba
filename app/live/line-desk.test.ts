/** The leader's desk: what several tabs want, as few lines as possible. */
import { describe, expect, it } from "vitest";
import type { ServerFrame } from "#shared/protocol/server-frames.ts";
import { LineDesk, type LineOptions, maxLines } from "./line-desk.ts";
import type { Doing, LineAddress, LiveState } from "./live-line.ts";

const now = 1_800_000_000_000;
const board = (name: string): LineAddress => ({ room: "leaderboard", name, who: "" });
const quiet: Doing = { status: "online", act: null };

function setUp() {
  const lines = new Map<string, { options: LineOptions; doing: Doing; syncs: number }>();
  const frames: [string, string][] = [];
  const states: [string, LiveState][] = [];
  const desk = new LineDesk(
    (options) => {
      const { name } = options.address;
      const line = { options, doing: quiet, syncs: 0 };
      lines.set(name, line);
      return {
        set: (doing) => void Object.assign(line, { doing }),
        sync: () => void Object.assign(line, { syncs: line.syncs + 1 }),
        wake: () => {},
        close: () => void lines.delete(name),
      };
    },
    {
      frame: (key, frame) => frames.push([key, frame.type]),
      state: (key, state) => states.push([key, state]),
    },
  );
  const want = (tab: string, names: string[], change: { doing?: Doing; visible?: boolean } = {}) =>
    desk.hear({ tab, lines: names.map(board), doing: quiet, visible: true, ...change }, now);
  return { desk, lines, frames, states, want };
}

const welcome: ServerFrame = {
  type: "welcome",
  body: { id: "1", room: "leaderboard/a", handle: "h", heartbeatMs: 25_000, now },
};
const diff = (q0: number): ServerFrame => ({
  type: "diff",
  body: { t: "leaderboard/a", e: "e", q0, q: q0 + 1, join: [], upd: [], leave: [], n: 1 },
});

describe("LineDesk", () => {
  it("opens one line for a room that several tabs want, until none does", () => {
    const { desk, lines, want } = setUp();
    want("1", ["a"]);
    want("2", ["a", "b"]);
    expect([...lines.keys()]).toEqual(["a", "b"]);
    desk.leave("2");
    expect([...lines.keys()]).toEqual(["a"]);
    want("1", []);
    expect([...lines.keys()]).toEqual([]);
  });

  it("tells a tab that comes later who one is, and asks for the whole", () => {
    const { lines, frames, states, want } = setUp();
    want("1", ["a"]);
    lines.get("a")?.options.onState("live");
    lines.get("a")?.options.onFrame(welcome);
    want("1", ["a"]);
    expect(lines.get("a")?.syncs).toBe(0);
    want("2", ["a"]);
    expect(frames.map(([, type]) => type)).toEqual(["welcome", "welcome"]);
    expect(states.map(([, state]) => state)).toEqual(["live", "live"]);
    expect(lines.get("a")?.syncs).toBe(1);
  });

  it("holds four lines at most: those of tabs one sees come first", () => {
    const { lines, want } = setUp();
    want("1", ["a", "b", "c", "d"], { visible: false });
    want("2", ["e", "f"]);
    expect(lines.size).toBe(maxLines);
    expect([...lines.keys()]).toEqual(expect.arrayContaining(["e", "f"]));
    want("2", ["e", "f"], { visible: false });
    want("1", ["a", "b", "c", "d"]);
    expect([...lines.keys()].sort()).toEqual(["a", "b", "c", "d"]);
  });

  it("says the strongest of all tabs, and away once nobody looks at any", () => {
    const { lines, want } = setUp();
    want("1", ["a"], { doing: { status: "in_quiz", act: "deck" } });
    want("2", ["a"]);
    expect(lines.get("a")?.doing).toEqual({ status: "in_quiz", act: "deck" });
    want("1", ["a"], { doing: { status: "in_quiz", act: "deck" }, visible: false });
    expect(lines.get("a")?.doing).toEqual(quiet);
    want("2", ["a"], { visible: false });
    expect(lines.get("a")?.doing.status).toBe("away");
  });

  it("forgets a tab that fell silent", () => {
    const { desk, lines, want } = setUp();
    want("1", ["a"]);
    desk.hear({ tab: "2", lines: [board("b")], doing: quiet, visible: true }, now + 200_000);
    expect([...lines.keys()]).toEqual(["b"]);
  });

  it("knows how far it is, and when something was missed", () => {
    const { lines, want } = setUp();
    want("1", ["a"]);
    const line = lines.get("a")?.options;
    line?.onFrame(welcome);
    const body = { t: "leaderboard/a", e: "e", q: 3, members: [], feed: [], n: 0 };
    expect(line?.onFrame({ type: "snap", body })).toBe(false);
    expect(line?.onFrame(diff(3))).toBe(false);
    expect(line?.onFrame(diff(3))).toBe(false);
    expect(line?.cursor()).toEqual({ e: "e", q: 4 });
    expect(line?.onFrame(diff(5))).toBe(true);
    expect(line?.cursor()).toEqual({ e: "e", q: 4 });
  });
});
