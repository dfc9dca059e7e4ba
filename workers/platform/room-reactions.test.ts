import { expect, it, vi } from "vitest";
import { RoomReactions } from "./room-reactions.ts";

const news = (ev: string, v: number) => ({ ev, v, counts: { heart: v } });

function stage() {
  vi.useFakeTimers();
  const sent: unknown[] = [];
  const clock = () => ({ now: () => Date.now() });
  const room = new RoomReactions(clock, (text) => sent.push(JSON.parse(text)));
  return { room, sent };
}

it("tells the first at once, and what comes within a tick together with the newest counts", async () => {
  const { room, sent } = stage();
  await room.take([news("a", 1)], 250);
  for (const v of [2, 4, 3]) await room.take([news("a", v)], 250);
  await room.take([news("b", 1)], 250);
  expect(sent).toEqual([["rx", news("a", 1)]]);
  vi.advanceTimersByTime(250);
  expect(sent.slice(1)).toEqual([
    ["rx", news("a", 4)],
    ["rx", news("b", 1)],
  ]);
  vi.useRealTimers();
});

it("tells nothing that is late or was told before", async () => {
  const { room, sent } = stage();
  await room.take([news("a", 3)], 250);
  vi.advanceTimersByTime(1_000);
  await room.take([news("a", 3)], 250);
  await room.take([news("a", 2)], 250);
  vi.advanceTimersByTime(1_000);
  expect(sent).toHaveLength(1);
  vi.useRealTimers();
});
