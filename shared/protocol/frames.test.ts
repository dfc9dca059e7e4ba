import { describe, expect, it } from "vitest";
import { clientFrame, parseClientFrame } from "./client-frames.ts";
import { mayReconnect, replyCode } from "./close-codes.ts";
import { wireLimits } from "./limits.ts";
import { parseServerFrame, type RoomMember, serverFrame } from "./server-frames.ts";

describe("parseClientFrame", () => {
  const hello = { id: "1", sid: "2", topics: [{ t: "cohort/alg-101", e: null, q: 0 }] };

  it("reads what clientFrame writes", () => {
    expect(parseClientFrame(clientFrame("hello", hello))).toEqual({
      status: "frame",
      frame: { type: "hello", body: hello },
    });
    const set = { n: 1, status: "away" } as const;
    expect(parseClientFrame(clientFrame("set", set))).toMatchObject({ frame: { body: set } });
  });

  it.each(['["later",{"handles":[]}]', '["toString",{}]', '["",0]'])(
    "ignores the unknown %s",
    (text) => {
      expect(parseClientFrame(text)).toEqual({ status: "unknown" });
    },
  );

  it.each([
    "",
    "{",
    "p",
    "{}",
    "[]",
    '["hello"]',
    '["hello",{},{}]',
    "[1,{}]",
    '["hello",{}]',
    '["hello",null]',
    '["set",{"n":-1,"status":"away"}]',
    '["set",{"n":1,"status":"studying hard"}]',
    '["sync",{"t":""}]',
    clientFrame("hello", { ...hello, topics: Array(9).fill(hello.topics[0]) }),
  ])("calls %j malformed", (text) => {
    expect(parseClientFrame(text)).toEqual({ status: "malformed" });
  });

  it("calls a binary message malformed", () => {
    expect(parseClientFrame(new ArrayBuffer(8))).toEqual({ status: "malformed" });
  });

  it("takes 4 KB and tells what is larger, counted in bytes", () => {
    const padded = (length: number, filler: string) =>
      `["later","${filler.repeat(length - '["later",""]'.length)}"]`;
    expect(parseClientFrame(padded(wireLimits.inboundBytes, "x"))).toEqual({ status: "unknown" });
    const larger = padded(wireLimits.inboundBytes + 1, "x");
    expect(parseClientFrame(larger)).toEqual({ status: "too_large" });
    const wide = padded(wireLimits.inboundBytes / 2, "\u20ac");
    expect(parseClientFrame(wide)).toEqual({ status: "too_large" });
  });
});

describe("serverFrame", () => {
  const member = (index: number): RoomMember => ({
    handle: `handle-${index}`.padEnd(16, "x"),
    alias: "Extraordinary Hummingbird 9999",
    status: "offline",
    joinedAt: 1_800_000_000_000,
  });
  const item = {
    id: `feed_${"0".repeat(26)}`,
    type: "quiz_completed" as const,
    handle: "h".repeat(16),
    alias: "Extraordinary Hummingbird 9999",
    props: { deckId: "d".repeat(40), score: 5, total: 5 },
    createdAt: 1_800_000_000_000,
  };
  const snap = (members: number) => ({
    t: "cohort/alg-101",
    e: "epoch",
    q: 1,
    members: Array.from({ length: members }, (_, index) => member(index)),
    feed: Array(10).fill(item),
    n: 0,
  });

  it("fits a full cohort with ten feed items into 16 KB, and refuses what does not fit", () => {
    const text = serverFrame("snap", snap(100));
    expect(text.length).toBeLessThanOrEqual(wireLimits.outboundBytes);
    expect(() => serverFrame("snap", snap(200))).toThrow(RangeError);
  });

  it("is read back by parseServerFrame, without feed items of unknown types", () => {
    const body = snap(2);
    const newer = { ...item, id: "feed_2", type: "level_up" };
    const text = JSON.stringify(["snap", { ...body, feed: [item, newer] }]);
    expect(parseServerFrame(text)).toEqual({
      status: "frame",
      frame: { type: "snap", body: { ...body, feed: [item] } },
    });
  });
});

describe("close codes", () => {
  it("lets a client come back after every code but 4403", () => {
    expect([1000, 1006, 1012, 4401, 4408, 4409, 4429].every(mayReconnect)).toBe(true);
    expect(mayReconnect(4403)).toBe(false);
  });

  it("answers codes that may not be sent with 1000, and the others with themselves", () => {
    expect([1004, 1005, 1006, 1015, 999, 2000, 5000].map(replyCode)).toEqual(Array(7).fill(1000));
    expect([1000, 1001, 3000, 4401, 4999].map(replyCode)).toEqual([1000, 1001, 3000, 4401, 4999]);
  });
});
