/** Misses by address: in one isolate, and between isolates that share a bucket. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createTestClock, createTestContext } from "#tests/support/test-context.ts";
import type { recordMiss } from "#workers/features/smart-links/record-miss.ts";
import type { Rooms } from "#workers/platform/rooms.ts";
import {
  type Bucket,
  type BucketLimit,
  drainBucket,
  fullBucket,
} from "#workers/platform/token-bucket.ts";

const nowhere = { databaseUrl: "postgres://u:p@nowhere.test/db", proxyUrl: "http://127.0.0.1:9" };
const clock = createTestClock();

/** Shared buckets as the objects keep them; `asked` has each object's name and what it was told. */
function makeRooms() {
  const buckets = new Map<string, Bucket>();
  const asked: { name: string; count: number }[] = [];
  const rooms = {
    get: (_kind: string, name: string) => ({
      async drain(limit: BucketLimit, count: number) {
        asked.push({ name, count });
        const held = buckets.get(name) ?? fullBucket(limit, clock.now());
        const left = drainBucket(held, limit, clock.now(), count);
        buckets.set(name, left);
        return left.tokens;
      },
    }),
  };
  return { rooms: rooms as unknown as Rooms, asked };
}

type Miss = typeof recordMiss;

/** Another isolate has another memory. */
async function newIsolate(): Promise<Miss> {
  vi.resetModules();
  return (await import("#workers/features/smart-links/record-miss.ts")).recordMiss;
}

let isolate: Miss;
beforeEach(async () => {
  isolate = await newIsolate();
  clock.advance(3_600_000);
});

function caller(address: string, rooms?: Rooms) {
  const headers = { "cf-connecting-ip": address };
  const test = createTestContext({
    database: nowhere,
    clock,
    headers,
    ...(rooms ? { rooms } : {}),
  });
  const miss = async (from: Miss = isolate, times = 1) => {
    let counted = 0;
    for (let i = 0; i < times; i++) counted += (await from(test.ctx)).status === "counted" ? 1 : 0;
    await test.settle();
    return counted;
  };
  return { ...test, miss };
}

describe("misses of one address", () => {
  it("are 30 a minute; then the caller is told how many seconds to wait, and let on", async () => {
    const { ctx, miss } = caller("203.0.113.1", makeRooms().rooms);
    expect(await miss(isolate, 40)).toBe(30);
    expect(await isolate(ctx)).toEqual({ status: "limited", retryAfterS: 2 });
    clock.advance(2_000);
    expect(await miss(isolate, 3)).toBe(1);
    clock.advance(60_000);
    // One less where a miss of the minute before is told to the shared bucket only now.
    expect([29, 30]).toContain(await miss(isolate, 40));
  });

  it("are no other address's", async () => {
    const { rooms } = makeRooms();
    await caller("203.0.113.2", rooms).miss(isolate, 40);
    expect(await caller("203.0.113.3", rooms).miss()).toBe(1);
  });

  it("cannot be spread over the addresses of one IPv6 network", async () => {
    const { rooms } = makeRooms();
    let counted = 0;
    for (let i = 0; i < 40; i++) counted += await caller(`2001:db8:1:2::${i}`, rooms).miss();
    expect(counted).toBe(30);
  });
});

describe("the shared bucket", () => {
  it("is not asked for a few misses, then once for ten, never by the address itself", async () => {
    const { rooms, asked } = makeRooms();
    const { miss } = caller("203.0.113.4", rooms);
    await miss(isolate, 9);
    expect(asked).toEqual([]);
    await miss(isolate, 1);
    expect(asked.map(({ count }) => count)).toEqual([10]);
    await miss(isolate, 1_000);
    expect(asked).toHaveLength(3);
    expect(asked[0]?.name).not.toContain("203");
  });

  it("holds an address to its limit though it goes from isolate to isolate", async () => {
    const { rooms } = makeRooms();
    const { miss } = caller("203.0.113.5", rooms);
    let counted = await miss(isolate, 100);
    for (let i = 0; i < 5; i++) counted += await miss(await newIsolate(), 100);
    // Each further isolate gives at most what it sees before it tells.
    expect(counted).toBeLessThanOrEqual(30 + 5 * 10);
    expect(counted).toBeGreaterThanOrEqual(30);
  });

  it("may be down: the isolate's own bucket holds", async () => {
    const { miss } = caller("203.0.113.6");
    expect(await miss(isolate, 100)).toBe(30);
  });
});
