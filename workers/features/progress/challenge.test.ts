/** Checks who wins a buddy challenge. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beats, decideChallenge } from "./challenge.ts";

const attempt = fc.record({
  score: fc.integer({ min: 0, max: 5 }),
  durationMs: fc.integer({ min: 0, max: 3 }),
});

describe("decideChallenge", () => {
  it("goes by score, then by time", () => {
    const inviter = { score: 4, durationMs: 60_000 };
    expect(decideChallenge(inviter, { score: 5, durationMs: 90_000 })).toBe("invitee");
    expect(decideChallenge(inviter, { score: 3, durationMs: 10_000 })).toBe("inviter");
    expect(decideChallenge(inviter, { score: 4, durationMs: 59_999 })).toBe("invitee");
    expect(decideChallenge(inviter, { score: 4, durationMs: 60_000 })).toBe("nobody");
  });

  it("says the same from both sides", () => {
    const other = { inviter: "invitee", invitee: "inviter", nobody: "nobody" } as const;
    fc.assert(
      fc.property(attempt, attempt, (a, b) => {
        expect(decideChallenge(b, a)).toBe(other[decideChallenge(a, b)]);
      }),
    );
  });

  it("orders tries strictly: nothing beats itself, and better than better is better", () => {
    fc.assert(
      fc.property(attempt, attempt, attempt, (a, b, c) => {
        expect(beats(a, a)).toBe(false);
        if (beats(a, b) && beats(b, c)) expect(beats(a, c)).toBe(true);
      }),
    );
  });
});
