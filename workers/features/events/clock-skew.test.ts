import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctTime, toleranceMs } from "./clock-skew.ts";

const receivedAt = 1_800_000_000_000;

describe("correctTime", () => {
  it("leaves a good clock alone, however long the event waited offline", () => {
    const at = receivedAt - 3 * 86_400_000;
    const seen = correctTime({ at, sentAt: receivedAt - 800, receivedAt });
    expect(seen).toEqual({ occurredAt: at, skewMs: null });
  });

  it("moves the event by what the clock was wrong at the sending, and marks it", () => {
    for (const skewMs of [7_200_000, -7_200_000]) {
      const sentAt = receivedAt - skewMs;
      const seen = correctTime({ at: sentAt - 60_000, sentAt, receivedAt });
      expect(seen).toEqual({ occurredAt: receivedAt - 60_000, skewMs });
    }
  });

  it("lets nothing happen after it came, also where the sender's clock is not known", () => {
    const seen = correctTime({ at: receivedAt + 5_000, sentAt: null, receivedAt });
    expect(seen).toEqual({ occurredAt: receivedAt, skewMs: -5_000 });
  });

  it("is wrong by no more than the tolerance, whatever the clock says", () => {
    const ms = (max: number) => fc.integer({ min: 0, max });
    const skew = fc.integer({ min: -30 * 86_400_000, max: 86_400_000 });
    fc.assert(
      fc.property(ms(30 * 86_400_000), skew, (ago, wrongBy) => {
        const clock = (time: number) => time + wrongBy;
        const trueTime = receivedAt - ago;
        const sent = { at: clock(trueTime), sentAt: clock(receivedAt), receivedAt };
        const { occurredAt, skewMs } = correctTime(sent);
        expect(Math.abs(occurredAt - trueTime)).toBeLessThanOrEqual(toleranceMs);
        expect(occurredAt).toBeLessThanOrEqual(receivedAt);
        expect(sent.at + (skewMs ?? 0)).toBe(occurredAt);
      }),
    );
  });
});
