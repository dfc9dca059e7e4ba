import { expect, test } from "vitest";
import { standardSettings } from "./realtime-settings.ts";
import { paceMs, tickOf } from "./room-pace.ts";

test("tickOf is 50 ms up to 100 people, 100 ms up to 500, 1 s above", () => {
  const ticks = [1, 100, 101, 500, 501, 5_000].map((people) => tickOf(people, standardSettings));
  expect(ticks).toEqual([50, 50, 100, 100, 1_000, 1_000]);
});

test("paceMs tells the first change at once, the next a tick later, and never waits longer", () => {
  expect(paceMs(0, 50, 1_000)).toBe(0);
  expect(paceMs(1_000, 50, 1_010)).toBe(40);
  expect(paceMs(9_000, 50, 1_000)).toBe(50);
});
