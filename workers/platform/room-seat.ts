/** What a room remembers of one socket, in the socket's attachment, so that it survives hibernation. */
import type { UserId, VisitorId } from "#shared/ids.ts";
import { wireLimits, wireTimes } from "#shared/protocol/limits.ts";
import type { TicketClaims } from "./ticket.ts";
import { type Bucket, fullBucket, takeToken } from "./token-bucket.ts";

/** `M` is what the room itself notes. Times in milliseconds since 1970. */
export interface Seat<M> {
  handle: string;
  alias: string;
  userId: UserId | null;
  visitorId: VisitorId;
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
  const { handle, alias, userId, visitorId, isMember, sessionEndsAt } = claims;
  const who = { handle, alias, userId, visitorId, isMember, sessionEndsAt };
  const bucket = fullBucket(limit, now);
  return {
    ...who,
    takenAt: now,
    heardAt: now,
    greeted: false,
    gone: false,
    bucket,
    strikes: 0,
    setsAt: [],
    mark,
  };
}

const fields = [
  "handle",
  "alias",
  "userId",
  "visitorId",
  "isMember",
  "sessionEndsAt",
  "takenAt",
  "heardAt",
  "greeted",
  "gone",
  "bucket",
  "strikes",
  "setsAt",
  "mark",
] as const satisfies readonly (keyof Seat<unknown>)[];

/** A seat as it is stored with its socket: without the names of its fields, a third smaller. */
export function packSeat<M>(seat: Seat<M>): unknown[] {
  return fields.map((field) => seat[field]);
}

/** The seat that was packed. */
export function unpackSeat<M>(packed: readonly unknown[]): Seat<M> {
  return Object.fromEntries(
    fields.map((field, index) => [field, packed[index]]),
  ) as unknown as Seat<M>;
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
