import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startMinuteCron } from "./minute-cron.ts";

beforeEach(() => vi.useFakeTimers({ now: new Date("2026-01-01T10:00:20Z") }));
afterEach(() => vi.useRealTimers());

test("startMinuteCron runs at once, and then as each minute begins", async () => {
  const runs: string[] = [];
  const runScheduled = async (now: Date) => void runs.push(now.toISOString().slice(11, 19));
  const stop = startMinuteCron({ runScheduled }, () => undefined);
  await vi.advanceTimersByTimeAsync(105_000);
  stop();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(runs).toEqual(["10:00:20", "10:01:00", "10:02:00"]);
});

test("startMinuteCron never starts a run while one goes on", async () => {
  let running = 0;
  let most = 0;
  const runScheduled = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 150_000));
    running -= 1;
  };
  const stop = startMinuteCron({ runScheduled }, () => undefined);
  await vi.advanceTimersByTimeAsync(600_000);
  stop();
  expect(most).toBe(1);
});

test("startMinuteCron reports a run that failed and goes on", async () => {
  const reports: string[] = [];
  const runScheduled = () => Promise.reject(new Error("no database"));
  const stop = startMinuteCron({ runScheduled }, (line) => reports.push(line));
  await vi.advanceTimersByTimeAsync(60_000);
  stop();
  expect(reports).toEqual(["cron: no database", "cron: no database"]);
});
