/** The pure parts of a room: bucket, seat, topic, handle. */
import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { roomHandle } from "./room-handle.ts";
import { admitMessage, packSeat, type Seat, takeSeat, unpackSeat } from "./room-seat.ts";
import { RoomTopic } from "./room-topic.ts";
import type { TicketClaims } from "./ticket.ts";
import { fullBucket, takeToken } from "./token-bucket.ts";

const now = 1_800_000_000_000;

describe("takeToken", () => {
  const limit = { perMinute: 60, burst: 3 };

  it("gives the burst at once, then one each second", () => {
    let bucket = fullBucket(limit, now);
    const take = (at: number) => {
      const taken = takeToken(bucket, limit, at);
      bucket = taken.bucket;
      return taken.retryMs;
    };
    expect([take(now), take(now), take(now)]).toEqual([0, 0, 0]);
    expect(take(now)).toBe(1000);
    expect(take(now + 400)).toBe(600);
    expect(take(now + 1000)).toBe(0);
    expect(take(now + 1000)).toBe(1000);
  });

  it("never holds more than the burst, and gives nothing for a clock that goes back", () => {
    const later = takeToken(fullBucket(limit, now), limit, now + 3_600_000);
    expect(later.bucket.tokens).toBe(2);
    const empty = { tokens: 0, at: now };
    expect(takeToken(empty, limit, now - 60_000).retryMs).toBe(1000);
  });
});

describe("packSeat", () => {
  it("keeps everything of a seat, at any age, and takes little room", () => {
    const empty = {
      status: "online",
      act: null as string | null,
      n: -1,
      leavesAt: null as number | null,
    };
    const mark = { status: "studying", act: "deck", n: 12, leavesAt: now + 9_000 };
    const seat: Seat<typeof empty> = {
      ...{ handle: "3q2-7wVb0xN1YzKe", alias: "Quiet Otter 42" },
      ...{ isMember: true, greeted: true, gone: false, strikes: 2, mark },
      ...{ takenAt: now, heardAt: now + 3_600_000, sessionEndsAt: now + 600_000 },
      bucket: { tokens: 14.25, at: now + 3_599_000 },
      setsAt: [now + 1, now + 2],
    };
    const stored = structuredClone(packSeat(seat, empty));
    expect(unpackSeat(stored, empty)).toEqual(seat);
    const other = { ...seat, isMember: false, greeted: false, gone: true, setsAt: [] };
    expect(unpackSeat(packSeat(other, empty), empty)).toEqual(other);
    expect(unpackSeat(packSeat({ ...seat, mark: null }, null), null).mark).toBe(null);
  });
});

describe("admitMessage", () => {
  const claims: TicketClaims = {
    jti: newId("tkt", now),
    room: "cohort",
    name: "alg-101",
    handle: "h",
    alias: "Calm Heron 7",
    visitorId: newId("vis", now),
    isMember: false,
    sessionEndsAt: now + 1,
    exp: now + 1,
  };
  const play = (times: readonly number[]) => {
    let seat: Seat<null> = takeSeat(claims, null, now);
    return times.map((at) => {
      const admitted = admitMessage(seat, at);
      seat = admitted.seat;
      return admitted.outcome.status;
    });
  };

  it("admits a burst of 16, refuses two more, and closes at the third", () => {
    const outcomes = play(Array(19).fill(now));
    expect(outcomes.slice(0, 16).every((status) => status === "admitted")).toBe(true);
    expect(outcomes.slice(16)).toEqual(["refused", "refused", "closed"]);
  });

  it("admits 100 a minute for as long as one likes", () => {
    const times = Array.from({ length: 500 }, (_, index) => now + index * 600);
    expect(play(times).every((status) => status === "admitted")).toBe(true);
  });

  it("forgets strikes after a quiet time", () => {
    const flood = (at: number) => Array<number>(18).fill(at);
    const outcomes = play([...flood(now), ...flood(now + 60_000)]);
    expect(outcomes).not.toContain("closed");
    expect(outcomes.filter((status) => status === "refused")).toHaveLength(4);
  });

  it("keeps less than 1 KB for a socket", () => {
    const seat = takeSeat(claims, null, now);
    expect(JSON.stringify(seat).length).toBeLessThan(1024);
  });
});

describe("RoomTopic", () => {
  it("counts each frame from the one before, and knows who reads its epoch", () => {
    const topic = new RoomTopic<object>("cohort/alg-101", "e1");
    const reader = {};
    const steps = [0, 1].map(() => JSON.parse(topic.advance((step) => JSON.stringify(step))));
    expect(steps[0]).toEqual({ t: "cohort/alg-101", e: "e1", q0: 0, q: 1 });
    expect(steps[1]).toEqual({ t: "cohort/alg-101", e: "e1", q0: 1, q: 2 });
    expect(topic.position()).toEqual({ t: "cohort/alg-101", e: "e1", q: 2 });
    expect(topic.isReading(reader)).toBe(false);
    topic.addReader(reader);
    expect(topic.isReading(reader)).toBe(true);
    expect(new RoomTopic<object>("cohort/alg-101", "e2").isReading(reader)).toBe(false);
  });
});

describe("roomHandle", () => {
  it("names a person the same in one room, and differently in every other", async () => {
    const secret = "t".repeat(48);
    const [person, other] = [newId("vis", now), newId("vis", now)];
    const handles = await Promise.all([
      roomHandle(secret, "cohort", "alg-101", person),
      roomHandle(secret, "cohort", "geo-101", person),
      roomHandle(secret, "leaderboard", "alg-101", person),
      roomHandle(secret, "cohort", "alg-101", other),
      roomHandle("u".repeat(48), "cohort", "alg-101", person),
    ]);
    expect(new Set(handles).size).toBe(5);
    expect(roomHandle(secret, "cohort", "alg-101", person)).toBe(handles[0]);
    expect(handles.every((handle) => handle.length === 16)).toBe(true);
  });
});
