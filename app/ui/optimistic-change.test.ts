/** Checks what is shown while the server has not answered, and after it refused. */
import { describe, expect, it } from "vitest";
import {
  changeOf,
  moveChanges,
  noChanges,
  type OptimisticMove,
  type OptimisticState,
} from "./optimistic-change.ts";

type Shown = "revoked" | "renamed";

function stateAfter(...moves: OptimisticMove<Shown>[]): OptimisticState<Shown> {
  return moves.reduce<OptimisticState<Shown>>(moveChanges, noChanges);
}
const begin = (key: string, change: Shown = "revoked") => ({ kind: "begin", key, change }) as const;

describe("moveChanges", () => {
  it("shows a change at once, and only on what it changes", () => {
    expect(changeOf(stateAfter(begin("a")), "a")).toBe("revoked");
    expect(changeOf(stateAfter(begin("a")), "b")).toBeNull();
  });

  it("takes a refused change back, and leaves the others", () => {
    const state = stateAfter(begin("a"), begin("b"), { kind: "refuse", n: 1 });
    expect(changeOf(state, "a")).toBeNull();
    expect(changeOf(state, "b")).toBe("revoked");
  });

  it("goes back to the change before where the newer one of the same key was refused", () => {
    const state = stateAfter(begin("a"), begin("a", "renamed"), { kind: "refuse", n: 2 });
    expect(changeOf(state, "a")).toBe("revoked");
  });

  it("shows a confirmed change until newer truth has come", () => {
    const confirmed = stateAfter(begin("a"), { kind: "confirm", n: 1 });
    expect(changeOf(confirmed, "a")).toBe("revoked");
    expect(changeOf(moveChanges(confirmed, { kind: "reload" }), "a")).toBeNull();
  });

  it("keeps what is unanswered when newer truth comes", () => {
    const state = stateAfter(begin("a"), begin("b"), { kind: "confirm", n: 1 }, { kind: "reload" });
    expect(changeOf(state, "a")).toBeNull();
    expect(changeOf(state, "b")).toBe("revoked");
  });

  it("does not count a number twice after a refusal", () => {
    const state = stateAfter(begin("a"), { kind: "refuse", n: 1 }, begin("b"));
    expect(state.pending.map(({ n }) => n)).toEqual([2]);
  });
});
