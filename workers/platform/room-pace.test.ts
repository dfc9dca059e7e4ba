import { expect, test, vi } from "vitest";
import { standardSettings } from "./realtime-settings.ts";
import { listTickOf, paceMs, RoomPace, tickOf } from "./room-pace.ts";

test("tickOf is 50 ms up to 100 people, 100 ms up to 500, 1 s above", () => {
  const ticks = [1, 100, 101, 500, 501, 5_000].map((people) => tickOf(people, standardSettings));
  expect(ticks).toEqual([50, 50, 100, 100, 1_000, 1_000]);
});

test("listTickOf tells a crowd's sample every 4 s, and keeps half the pace beside another's", () => {
  const ticks = [100, 500, 501, 5_000].map((people) => listTickOf(people, standardSettings, 0.5));
  expect(ticks).toEqual([25, 50, 4_000, 4_000]);
});

test("paceMs tells the first change at once, the next a tick later, and never waits longer", () => {
  expect(paceMs(0, 50, 1_000)).toBe(0);
  expect(paceMs(1_000, 50, 1_010)).toBe(40);
  expect(paceMs(9_000, 50, 1_000)).toBe(50);
});

test("a shifted pace tells at that time, whatever it waited for, and an idle one at once after it", async () => {
  vi.useFakeTimers({ now: 1_000 });
  const toldAt: number[] = [];
  const pace = new RoomPace(
    () => ({ now: Date.now }),
    () => {
      toldAt.push(Date.now());
    },
  );
  await pace.due(1_000);
  vi.advanceTimersByTime(400);
  await pace.due(1_000);
  pace.shift(2_250, 1_000);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(toldAt).toEqual([1_000, 2_250]);
  pace.shift(3_100, 1_000);
  await vi.advanceTimersByTimeAsync(2_000);
  await pace.due(1_000);
  expect(toldAt).toEqual([1_000, 2_250, 4_400]);
  vi.useRealTimers();
});
