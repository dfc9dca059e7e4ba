import { afterEach, expect, test, vi } from "vitest";
import { logRequest } from "./request-lines.ts";
import { gatherCount } from "./telemetry.ts";

afterEach(() => vi.restoreAllMocks());

/** What was written to the console while so many requests were answered. */
async function written(count: number) {
  const texts: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void texts.push(text));
  const work: Promise<unknown>[] = [];
  const now = Date.now();
  const execution = { waitUntil: (promise: Promise<unknown>) => void work.push(promise) };
  for (let n = 0; n < count; n++) logRequest(execution, { requestId: `r${n}` }, now);
  await Promise.all(work);
  return texts.map((text) => JSON.parse(text) as { message: string; requests: object[] });
}

test("requests of one moment are one line, in their order", async () => {
  expect(await written(3)).toEqual([
    {
      level: "info",
      message: "requests",
      requests: [{ requestId: "r0" }, { requestId: "r1" }, { requestId: "r2" }],
    },
  ]);
});

test("no request is left out or written twice, and no line grows without end", async () => {
  const lines = await written(2 * gatherCount + 7);
  expect(lines.map(({ requests }) => requests.length)).toEqual([gatherCount, gatherCount, 7]);
  const ids = lines.flatMap(({ requests }) => requests.map((one) => JSON.stringify(one)));
  expect(new Set(ids).size).toBe(2 * gatherCount + 7);
});

test("lines whose request was cut off are written by the next one that comes a second later", async () => {
  const texts: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void texts.push(text));
  // Whatever this one promised is never waited for, and never done.
  vi.useFakeTimers();
  logRequest({ waitUntil: () => {} }, { requestId: "cut" }, 1_000);
  vi.clearAllTimers();
  vi.useRealTimers();
  const work: Promise<unknown>[] = [];
  const execution = { waitUntil: (promise: Promise<unknown>) => void work.push(promise) };
  logRequest(execution, { requestId: "soon" }, 1_500);
  expect(work).toEqual([]);
  logRequest(execution, { requestId: "next" }, 2_001);
  await Promise.all(work);
  expect(texts.map((text) => JSON.parse(text).requests.length)).toEqual([3]);
});
