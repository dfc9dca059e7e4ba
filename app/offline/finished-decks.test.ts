/** Checks when the app is offered. */
import { describe, expect, it } from "vitest";
import { countFinished, mayOffer, parseMemory } from "./finished-decks.ts";

const day = 24 * 3600_000;
const now = 1_700_000_000_000;
const nothing = parseMemory(null);

describe("mayOffer", () => {
  it("waits for the second finished deck, and counts a run once", () => {
    const once = countFinished(nothing, "run_a");
    expect(mayOffer(once, now)).toBe(false);
    expect(mayOffer(countFinished(once, "run_a"), now)).toBe(false);
    expect(mayOffer(countFinished(once, "run_b"), now)).toBe(true);
  });

  it("takes a no for ninety days", () => {
    const memory = { finished: 5, last: null, dismissedAt: now };
    expect(mayOffer(memory, now + 90 * day - 1)).toBe(false);
    expect(mayOffer(memory, now + 90 * day)).toBe(true);
  });
});

describe("parseMemory", () => {
  it("takes what is unreadable for nothing", () => {
    for (const text of [null, "", "{", "null", "[]", '{"finished":"x","last":1,"dismissedAt":"y"}'])
      expect(parseMemory(text), String(text)).toEqual({
        finished: 0,
        last: null,
        dismissedAt: null,
      });
  });
});
