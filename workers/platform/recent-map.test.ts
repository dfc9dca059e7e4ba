import { expect, test } from "vitest";
import { RecentMap } from "./recent-map.ts";

test("a RecentMap keeps what was set last, at least half of what it may hold", () => {
  const map = new RecentMap<number>(100);
  for (let i = 0; i < 1_000; i++) {
    map.set(`k${i}`, i);
    for (let back = 0; back < Math.min(50, i + 1); back++) {
      expect(map.get(`k${i - back}`)).toBe(i - back);
    }
  }
});

test("a RecentMap never holds more than it may, and answers the newest value", () => {
  const map = new RecentMap<number>(100);
  for (let i = 0; i < 1_000; i++) {
    map.set(`k${i}`, -1);
    map.set(`k${i}`, i);
    map.set("again", i);
    expect(map.get("again")).toBe(i);
  }
  const held = Array.from({ length: 1_000 }, (_, i) => map.get(`k${i}`)).filter(
    (value) => value !== undefined,
  );
  expect(held.length).toBeLessThanOrEqual(100);
  expect(held).not.toContain(-1);
});
