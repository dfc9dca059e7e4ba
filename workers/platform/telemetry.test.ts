import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newId } from "#shared/ids.ts";
import { systemClock } from "./clock.ts";
import type { AppEnv } from "./env.ts";
import { createLogger } from "./logger.ts";
import {
  gatherCount,
  gatherMs,
  type HitMessage,
  messagesIn,
  sendTelemetry,
  type TelemetryBatch,
} from "./telemetry.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const hit = (more: Partial<HitMessage> = {}): HitMessage => ({
  type: "hit",
  hitId: newId("hit", Date.now()),
  linkId: newId("link", Date.now()),
  kind: "human",
  at: Date.now(),
  weakKey: `weak_${"x".repeat(22)}`,
  ...more,
});

function makeQueue(answer: () => Promise<void> = async () => {}) {
  const sent: TelemetryBatch[] = [];
  const logged: string[] = [];
  const send = (batch: TelemetryBatch) => {
    sent.push(batch);
    return answer();
  };
  const config = { TELEMETRY: { send } } as unknown as AppEnv;
  const log = createLogger({}, (_level, line) => logged.push(line));
  const waiting: Promise<unknown>[] = [];
  const ctx = {
    clock: systemClock,
    config,
    log,
    waitUntil: (work: Promise<unknown>) => void waiting.push(work),
  };
  return { ctx, sent, logged, waiting };
}

describe("sendTelemetry", () => {
  it("hands over every message once, in batches of at most 100, at the latest after 20 ms", async () => {
    const { ctx, sent, waiting } = makeQueue();
    const hits = Array.from({ length: 2 * gatherCount + 7 }, () => hit());
    for (const one of hits) sendTelemetry(ctx, one);
    expect(sent.map(({ messages }) => messages.length)).toEqual([gatherCount, gatherCount]);
    await vi.advanceTimersByTimeAsync(gatherMs);
    await Promise.all(waiting);
    expect(messagesIn(sent)).toEqual(hits);
  });

  it("begins anew after a batch has gone, and keeps queues apart", async () => {
    const one = makeQueue();
    const two = makeQueue();
    for (let i = 0; i < 3; i++) {
      sendTelemetry(one.ctx, hit());
      sendTelemetry(two.ctx, hit());
      await vi.advanceTimersByTimeAsync(gatherMs);
    }
    expect(one.sent.map(({ messages }) => messages.length)).toEqual([1, 1, 1]);
    expect(messagesIn(two.sent)).toHaveLength(3);
  });

  it("takes over what a request that was cut off had gathered", async () => {
    const { ctx, sent } = makeQueue();
    sendTelemetry(ctx, hit());
    vi.clearAllTimers();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([]);
    sendTelemetry(ctx, hit());
    await vi.advanceTimersByTimeAsync(gatherMs);
    expect(messagesIn(sent)).toHaveLength(2);
  });

  it("logs a queue that refuses, and fails nobody", async () => {
    const { ctx, logged, waiting } = makeQueue(() => Promise.reject(new Error("full")));
    sendTelemetry(ctx, hit());
    await vi.advanceTimersByTimeAsync(gatherMs);
    await Promise.all(waiting);
    expect(logged.join()).toContain("telemetry not sent");
  });

  it("stays below the queue's 128 KB a message, also with the longest campaigns", () => {
    const { ctx, sent } = makeQueue();
    const names = Array.from({ length: 5 }, (_, i) => `utm_${"n".repeat(23)}${i}`);
    const utm = Object.fromEntries(names.map((name) => [name, "𝔸".repeat(32)]));
    for (let i = 0; i < gatherCount; i++) sendTelemetry(ctx, hit({ utm }));
    const bytes = new TextEncoder().encode(JSON.stringify(sent[0])).byteLength;
    expect(bytes).toBeLessThan(128_000);
  });
});
