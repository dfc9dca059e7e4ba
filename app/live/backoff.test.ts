import { describe, expect, it } from "vitest";
import { backoffMs } from "./backoff.ts";

describe("backoffMs", () => {
  it("does not wait before the first try", () => {
    expect(backoffMs(0, 0.99)).toBe(0);
  });

  it("waits anywhere between nothing and a window that doubles from 0.5 s to 20 s", () => {
    expect(backoffMs(1, 0)).toBe(0);
    const ends = [1, 2, 3, 4, 5, 6, 7, 1000].map((retries) => backoffMs(retries, 1));
    expect(ends).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
  });
});
