import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EventOutbox, type OutboxParts, outboxLimits, type Posted } from "./event-outbox.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A browser's storage, as one tab or several see it. */
function makeStorage(): OutboxParts["storage"] & { keys(): string[] } {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
    keys: () => [...kept.keys()],
  };
}

interface Sent {
  sentAt: number;
  events: { eventId: string; name: string; props: unknown }[];
}

/** `answers` are given in turn, then 202; null is a network that fails. */
function makeOutbox(answers: (Posted | null)[] = [], storage = makeStorage()) {
  const page = { online: true, hidden: false };
  const posts: Sent[] = [];
  const beacons: Sent[] = [];
  const outbox = new EventOutbox({
    storage,
    async post(body) {
      posts.push(JSON.parse(body));
      const answer = answers.length > 0 ? answers.shift() : { status: 202, retryAfterMs: null };
      if (!answer) throw new TypeError("Failed to fetch");
      return answer;
    },
    beacon: (body) => beacons.push(JSON.parse(body)) > 0,
    online: () => page.online,
    hidden: () => page.hidden,
    now: Date.now,
    random: () => 0.5,
  });
  const add = (durationMs = 1) => outbox.add("presence.session", { durationMs }, Date.now());
  return { outbox, add, page, posts, beacons, storage };
}

const idsOf = (sent: readonly Sent[]) => sent.map(({ events }) => events.map((one) => one.eventId));
const busy = { status: 503, retryAfterMs: 7_000 };

describe("EventOutbox", () => {
  it("gathers for four seconds, sends one batch, and forgets what was taken", async () => {
    const { add, posts, storage } = makeOutbox();
    for (let i = 0; i < 3; i++) add(i);
    await vi.advanceTimersByTimeAsync(outboxLimits.gatherMs - 1);
    expect(posts).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(posts.map(({ events }) => events.length)).toEqual([3]);
    expect(posts[0]?.events[0]).toMatchObject({ name: "presence.session" });
    expect(storage.keys()).toEqual([]);
  });

  it("sends at once when enough has come", async () => {
    const { add, posts } = makeOutbox();
    for (let i = 0; i < outboxLimits.enough; i++) add(i);
    await vi.advanceTimersByTimeAsync(0);
    expect(posts.map(({ events }) => events.length)).toEqual([outboxLimits.enough]);
  });

  it("tries again with the same ids, after the time that the server asks for", async () => {
    const { add, posts } = makeOutbox([null, busy]);
    add();
    await vi.advanceTimersByTimeAsync(outboxLimits.gatherMs + 20_000);
    expect(posts).toHaveLength(3);
    const [first, ...others] = idsOf(posts);
    for (const other of others) expect(other).toEqual(first);
    const [, second, third] = posts.map(({ sentAt }) => sentAt);
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(7_000);
  });

  it("does not ask again for what is refused for good", async () => {
    const { add, posts, storage } = makeOutbox([{ status: 400, retryAfterMs: null }]);
    add();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posts).toHaveLength(1);
    expect(storage.keys()).toEqual([]);
  });

  it("keeps the newest two hundred without a network, and sends each once when it is back", async () => {
    const { add, outbox, page, posts, storage } = makeOutbox();
    page.online = false;
    const total = outboxLimits.mostWaiting + 30;
    for (let i = 0; i < total; i++) {
      add(i);
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(600_000);
    expect(posts).toEqual([]);
    expect(storage.keys()).toHaveLength(outboxLimits.mostWaiting);
    page.online = true;
    await outbox.flush();
    const sent = posts.flatMap(({ events }) => events);
    expect(sent.map(({ props }) => props)).toEqual(
      Array.from({ length: outboxLimits.mostWaiting }, (_, i) => ({ durationMs: i + 30 })),
    );
    expect(posts.every(({ events }) => events.length <= outboxLimits.mostInBatch)).toBe(true);
    expect(storage.keys()).toEqual([]);
  });

  it("leaves by a beacon when the page is hidden, and stays until the server has said so", async () => {
    const { add, outbox, beacons, page, posts, storage } = makeOutbox();
    add();
    page.hidden = true;
    outbox.hide();
    outbox.hide();
    expect(beacons).toHaveLength(1);
    expect(storage.keys()).toHaveLength(1);
    page.hidden = false;
    await outbox.flush();
    expect(idsOf(posts)).toEqual(idsOf(beacons));
    expect(storage.keys()).toEqual([]);
  });

  it("sends by beacon what happens while the page goes away", () => {
    const { add, beacons, page } = makeOutbox();
    page.hidden = true;
    add();
    expect(beacons).toHaveLength(1);
  });

  it("takes over what another page left, under its ids", async () => {
    const gone = makeOutbox([null]);
    gone.add();
    await gone.outbox.flush();
    const next = makeOutbox([], gone.storage);
    await next.outbox.flush();
    expect(idsOf(next.posts)).toEqual(idsOf(gone.posts));
  });

  it("goes on without a storage", () => {
    const { add, posts, storage } = makeOutbox();
    storage.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    expect(() => add()).not.toThrow();
    expect(posts).toEqual([]);
  });
});
