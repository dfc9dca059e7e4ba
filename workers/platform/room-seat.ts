/** What a room remembers of one socket, in the socket's attachment, so that it survives hibernation. */
import { wireLimits, wireTimes } from "#shared/protocol/limits.ts";
import type { TicketClaims } from "./ticket.ts";
import { type Bucket, fullBucket, takeToken } from "./token-bucket.ts";

/** `M` is what the room itself notes. Times in milliseconds since 1970. */
export interface Seat<M> {
  handle: string;
  alias: string;
  isMember: boolean;
  sessionEndsAt: number;
  takenAt: number;
  /** Last word from the client that woke the room. */
  heardAt: number;
  greeted: boolean;
  /** The room has let go of this socket; its close frame may still be on the way. */
  gone: boolean;
  bucket: Bucket;
  strikes: number;
  /** When the last few `set` were heard. */
  setsAt: readonly number[];
  mark: M;
}

const limit = { perMinute: wireLimits.messagesPerMinute, burst: wireLimits.messageBurst };

export function takeSeat<M>(claims: TicketClaims, mark: M, now: number): Seat<M> {
  // Field by field, here and where it is unpacked: V8 keeps what is spread in two objects.
  return {
    handle: claims.handle,
    alias: claims.alias,
    isMember: claims.isMember,
    sessionEndsAt: claims.sessionEndsAt,
    takenAt: now,
    heardAt: now,
    greeted: false,
    gone: false,
    bucket: fullBucket(limit, now),
    strikes: 0,
    setsAt: [],
    mark,
  };
}

type Packed = readonly [
  ...[handle: string, alias: string, flags: number, takenAt: number],
  ...[strikes: number, tokens: number],
  ...[times: readonly number[], mark: readonly unknown[] | null],
];

/**
 * A seat as it is stored with its socket: without the names of fields, and with times counted from
 * when it was taken, which is a third of the size. `empty` is the room's empty mark.
 */
export function packSeat<M>(seat: Seat<M>, empty: M): Packed {
  const { handle, alias, takenAt, strikes, bucket, mark } = seat;
  const flags = Number(seat.isMember) + 2 * Number(seat.greeted) + 4 * Number(seat.gone);
  const times = [seat.sessionEndsAt, seat.heardAt, bucket.at, ...seat.setsAt];
  return [
    ...([handle, alias, flags, takenAt, strikes, bucket.tokens] as const),
    times.map((at) => at - takenAt),
    mark && Object.keys(empty as object).map((key) => mark[key as keyof M]),
  ];
}

/** The seat that was packed. */
export function unpackSeat<M>(packed: Packed, empty: M): Seat<M> {
  const [handle, alias, flags, takenAt, strikes, tokens, ages, noted] = packed;
  const [sessionEndsAt = 0, heardAt = 0, at = 0, ...setsAt] = ages.map((age) => age + takenAt);
  return {
    handle,
    alias,
    isMember: (flags & 1) > 0,
    sessionEndsAt,
    takenAt,
    heardAt,
    greeted: (flags & 2) > 0,
    gone: (flags & 4) > 0,
    bucket: { tokens, at },
    strikes,
    setsAt,
    mark: noted ? unpackMark(noted, empty) : (null as M),
  };
}

function unpackMark<M>(noted: readonly unknown[], empty: M): M {
  const mark = { ...empty };
  Object.keys(empty as object).forEach((key, index) => {
    mark[key as keyof M] = noted[index] as M[keyof M];
  });
  return mark;
}

export type Admission = { status: "admitted" } | { status: "refused" | "closed"; retryMs: number };

/** Counts a message against the seat's rate. The third over the limit closes the socket. */
export function admitMessage<M>(seat: Seat<M>, now: number): { seat: Seat<M>; outcome: Admission } {
  const { bucket, retryMs } = takeToken(seat.bucket, limit, now);
  if (retryMs === 0) {
    // Strikes are forgotten once the client has been quiet enough for a full bucket.
    const strikes = bucket.tokens >= limit.burst - 1 ? 0 : seat.strikes;
    return { seat: { ...seat, bucket, strikes }, outcome: { status: "admitted" } };
  }
  return strike({ ...seat, bucket }, retryMs);
}

/** Counts a `set` against its own limit, on top of the message's. */
export function admitSet<M>(seat: Seat<M>, now: number): { seat: Seat<M>; outcome: Admission } {
  const recent = seat.setsAt.filter((at) => at > now - wireTimes.setWindowMs);
  const oldest = recent[0];
  if (oldest !== undefined && recent.length >= wireLimits.setsPerWindow) {
    return strike({ ...seat, setsAt: recent }, oldest + wireTimes.setWindowMs - now);
  }
  return { seat: { ...seat, setsAt: [...recent, now] }, outcome: { status: "admitted" } };
}

function strike<M>(seat: Seat<M>, retryMs: number): { seat: Seat<M>; outcome: Admission } {
  const strikes = seat.strikes + 1;
  const status = strikes >= wireLimits.strikes ? "closed" : "refused";
  return { seat: { ...seat, strikes }, outcome: { status, retryMs } };
}
