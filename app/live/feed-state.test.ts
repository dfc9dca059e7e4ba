import { describe, expect, it } from "vitest";
import type { FeedItem, ServerFrame } from "#shared/protocol/server-frames.ts";
import {
  type FeedEntry,
  type FeedState,
  hearFeed,
  settleTap,
  shownReactions,
  startFeed,
  takeNewest,
  takeOlder,
  tapReaction,
} from "./feed-state.ts";

const item = (id: string, createdAt: number, handle = "h2"): FeedItem => ({
  ...{ id, createdAt, handle, type: "level_up", props: { level: 2 } },
  alias: "Calm Heron 7",
});
const entry = (id: string, createdAt: number): FeedEntry => ({
  ...item(id, createdAt),
  you: false,
  reactions: { counts: {}, yours: null, v: 0 },
});
const page = (ids: readonly string[], nextCursor: string | null = null) => ({
  items: ids.map((id) => entry(id, Number(id.slice(1)))),
  nextCursor,
});
const begin = (...ids: string[]) => startFeed(page(ids, "older"), null);
const ev = (...items: FeedItem[]): ServerFrame => ({
  type: "ev",
  body: { t: "cohort/a", e: "e1", q0: 0, q: 1, items },
});
const welcome: ServerFrame = {
  type: "welcome",
  body: { id: "1", room: "cohort/a", handle: "h1", heartbeatMs: 25_000, now: 5 },
};
const rx = (ev: string, v: number, heart: number): ServerFrame => ({
  type: "rx",
  body: { ev, v, counts: { heart } },
});
const ids = (state: FeedState) => state.items.map(({ id }) => id);
const heartsOf = (state: FeedState, id: string) => {
  const found = state.items.find((one) => one.id === id);
  return found ? shownReactions(state, found).counts.heart : undefined;
};

describe("news", () => {
  it("come once each, newest first, however often they are told", () => {
    const news = ev(item("f9", 9), item("f7", 7));
    const state = hearFeed(hearFeed(begin("f5"), news), news);
    expect(ids(state)).toEqual(["f9", "f7", "f5"]);
    expect(state.fresh).toBe(2);
  });

  it("of oneself are marked and not announced; those of another type are not shown", () => {
    const greeted = hearFeed(startFeed(page([]), "level_up"), welcome);
    const other: FeedItem = { ...item("f2", 2), type: "streak_milestone", props: { days: 7 } };
    const state = hearFeed(greeted, ev(item("f1", 1, "h1"), other));
    expect(state.items).toMatchObject([{ id: "f1", you: true }]);
    expect(state.fresh).toBe(0);
  });

  it("of a moment in which nobody listened are asked for after each connection and snapshot", () => {
    const greeted = hearFeed(begin("f5"), welcome);
    const body = { t: "a", e: "e2", q: 0, members: [], feed: [item("f6", 6)], n: 0 };
    const snapped = hearFeed(greeted, { type: "snap", body: { ...body, recovered: false } });
    expect([greeted.asked, snapped.asked]).toEqual([1, 2]);
    expect(ids(snapped)).toEqual(["f6", "f5"]);
  });

  it("show a new alias in old lines", () => {
    const member = { handle: "h2", alias: "Bold Newt 1", status: "online", joinedAt: 1 } as const;
    const body = { t: "a", e: "e1", q0: 0, q: 1, join: [], upd: [member], leave: [], n: 1 };
    expect(hearFeed(begin("f5"), { type: "diff", body }).items[0]?.alias).toBe("Bold Newt 1");
  });
});

describe("pages", () => {
  it("fill what was missed, and keep the place of older ones", () => {
    const state = takeNewest(begin("f5", "f4"), page(["f7", "f6", "f5"], "other"));
    expect(ids(state)).toEqual(["f7", "f6", "f5", "f4"]);
    expect(state.nextCursor).toBe("older");
  });

  it("replace the list where more was missed than one page, but for what came meanwhile", () => {
    const heard = hearFeed(begin("f5", "f4"), ev(item("f99", 99)));
    const state = takeNewest(heard, page(["f90", "f89"], "from-89"));
    expect(ids(state)).toEqual(["f99", "f90", "f89"]);
    expect(state.nextCursor).toBe("from-89");
  });

  it("of older lines are put at the end, none twice", () => {
    const state = takeOlder(begin("f5", "f4"), page(["f4", "f3"], null));
    expect(ids(state)).toEqual(["f5", "f4", "f3"]);
    expect(state.nextCursor).toBeNull();
  });
});

describe("reactions", () => {
  it("take the newer counts, in whatever order they come", () => {
    let state = hearFeed(begin("f5"), rx("f5", 2, 2));
    state = hearFeed(state, rx("f5", 1, 1));
    expect(heartsOf(state, "f5")).toBe(2);
    const answer = { counts: { heart: 3 }, yours: "heart", v: 3 } as const;
    const page = { items: [{ ...entry("f5", 5), reactions: answer }], nextCursor: null };
    expect(heartsOf(takeNewest(state, page), "f5")).toBe(3);
  });

  it("show at once, and as before when the server refuses", () => {
    const tapped = tapReaction(hearFeed(begin("f5"), rx("f5", 1, 1)), "f5", "heart");
    expect(heartsOf(tapped, "f5")).toBe(2);
    expect(heartsOf(settleTap(tapped, "f5", 1, null), "f5")).toBe(1);
  });

  it("show the last tap until its own answer, whatever is heard before", () => {
    const first = tapReaction(begin("f5"), "f5", "heart");
    const second = tapReaction(first, "f5", "star");
    const answer = { counts: { heart: 1 }, yours: "heart", v: 1 } as const;
    const between = settleTap(second, "f5", 1, answer);
    const shown = shownReactions(between, between.items[0] as FeedEntry);
    expect(shown).toMatchObject({ yours: "star", counts: { heart: 0, star: 1 } });
    const last = settleTap(between, "f5", 2, { counts: { star: 1 }, yours: "star", v: 2 });
    expect(last.items[0]?.reactions).toEqual({ counts: { star: 1 }, yours: "star", v: 2 });
    expect(last.taps).toEqual({});
  });
});
