import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RoomRound } from "./room-round.ts";

const sockets = Array.from({ length: 100 }, (_, index) => index);
let told: string[] = [];
const as = (frame: string) => (socket: number) => {
  told.push(`${frame}${socket}`);
};

beforeEach(() => {
  told = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a round without a spread tells everybody at once and leaves no timer", () => {
  new RoomRound<number>().begin(sockets, as("a"));
  expect(told).toHaveLength(100);
  expect(vi.getTimerCount()).toBe(0);
});

test("a spread round tells each socket once, in even parts, within its time", () => {
  new RoomRound<number>().begin(sockets, as("a"), 100);
  expect(told).toHaveLength(10);
  vi.advanceTimersByTime(40);
  expect(told).toHaveLength(50);
  vi.advanceTimersByTime(50);
  expect(told).toEqual(sockets.map((socket) => `a${socket}`));
  expect(vi.getTimerCount()).toBe(0);
});

test("the next round begins when everybody has the last one: no socket gets frames out of order", () => {
  const round = new RoomRound<number>();
  round.begin(sockets, as("a"), 100);
  round.begin(sockets, as("b"), 100);
  vi.runAllTimers();
  expect(told.filter((word) => word.endsWith("99") || word.endsWith("a99"))).toEqual([
    "a99",
    "b99",
  ]);
  expect(told).toHaveLength(200);
});

test("a socket that got everything otherwise is skipped", () => {
  const round = new RoomRound<number>();
  round.begin(sockets, as("a"), 100);
  round.skip(99);
  vi.runAllTimers();
  expect(told).toHaveLength(99);
});
