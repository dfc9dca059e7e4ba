/** Checks when a pull refreshes, and when it is no pull. */
import { describe, expect, it } from "vitest";
import { enoughPx, isEnough, movePull, startPull } from "./pull.ts";

const start = startPull(100, 200);

describe("movePull", () => {
  it("follows the finger half as fast, and never further than its end", () => {
    expect(movePull(start, 100, 240)?.shown).toBe(20);
    expect(movePull(start, 100, 2_000)?.shown).toBe(96);
  });

  it("is no pull when the finger goes sideways or up", () => {
    expect(movePull(start, 160, 220)).toBeNull();
    expect(movePull(start, 100, 190)).toBeNull();
  });

  it("may drift sideways once it has begun", () => {
    const begun = movePull(start, 100, 210);
    expect(begun && movePull(begun, 160, 220)?.shown).toBe(10);
  });

  it("is enough from a certain distance on", () => {
    const far = movePull(start, 100, 200 + enoughPx * 2);
    const near = movePull(start, 100, 200 + enoughPx * 2 - 2);
    expect([far && isEnough(far), near && isEnough(near)]).toEqual([true, false]);
  });
});
