import { describe, expect, it } from "vitest";
import { idleMs, withIdle } from "./doing.ts";
import { reducePresence, startPresence } from "./presence-state.ts";

const person = (handle: string, status: "online" | "in_quiz" = "online") => ({
  handle,
  alias: `Heron ${handle}`,
  status,
  joinedAt: 1,
  act: status === "in_quiz" ? ("deck" as const) : null,
});
const t = "presence/algebra:1";
const by = { in_quiz: 0, studying: 0, online: 1, away: 0 };
const snap = {
  type: "snap" as const,
  body: { t, e: "e", q: 0, members: [person("a")], feed: [], n: 1, by, acts: {} },
};
const diff = (q0: number, change: object) => ({
  type: "diff" as const,
  body: { t, e: "e", q0, q: q0 + 1, join: [], upd: [], leave: [], n: 1, ...change },
});

describe("reducePresence", () => {
  it("counts what people do from the list while it lists everybody", () => {
    const whole = reducePresence(startPresence(), snap).state;
    const more = reducePresence(whole, diff(0, { join: [person("b", "in_quiz")], n: 2 })).state;
    expect(more).toMatchObject({ n: 2, by: { online: 1, in_quiz: 1 }, acts: { deck: 1 } });
    const less = reducePresence(more, diff(1, { leave: ["a"] })).state;
    expect(less.people.map(({ handle }) => handle)).toEqual(["b"]);
    expect(less.by).toEqual({ in_quiz: 1, studying: 0, online: 0, away: 0 });
  });

  it("takes a crowd's counts from occ, and not from the sample", () => {
    const whole = reducePresence(startPresence(), snap).state;
    const crowd = { in_quiz: 300, studying: 100, online: 90, away: 10 };
    const occ = { type: "occ" as const, body: { t, n: 500, by: crowd, acts: { deck: 300 } } };
    const counted = reducePresence(whole, occ).state;
    const moved = reducePresence(counted, diff(0, { join: [person("b")], n: 501 })).state;
    expect(moved).toMatchObject({ n: 501, by: crowd, acts: { deck: 300 } });
  });

  it("asks for the whole, once, when something was missed; leaves the watched alone", () => {
    const whole = reducePresence(startPresence(), snap).state;
    const gap = reducePresence(whole, diff(4, {}));
    expect(gap).toMatchObject({ sync: true, state: { n: 1 } });
    expect(reducePresence(gap.state, diff(5, {})).sync).toBe(false);
    const watched = { ...snap, body: { ...snap.body, t: `${t}#watched`, n: 9 } };
    expect(reducePresence(whole, watched).state).toBe(whole);
  });
});

describe("withIdle", () => {
  it("makes whoever has not moved for five minutes away", () => {
    const doing = { status: "studying", act: "deck" } as const;
    expect(withIdle(doing, 0, idleMs - 1)).toBe(doing);
    expect(withIdle(doing, 0, idleMs)).toEqual({ status: "away", act: "deck" });
  });
});
