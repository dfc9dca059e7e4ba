/** Corrects the time of an event by what the sender's clock was wrong when it sent it. Pure. */

/** The way here takes some time: what differs by less is no wrong clock, in milliseconds. */
export const toleranceMs = 10_000;

export interface SentTimes {
  /** When it happened, by the sender's clock. */
  at: number;
  /** When it was sent, by the sender's clock; null where the sender does not say. */
  sentAt: number | null;
  /** When it came, by ours. */
  receivedAt: number;
}

/**
 * `skewMs` is what was added, null where nothing was. Both clocks are read at the sending, so an
 * event that waited for days keeps its distance to it; none happened after it came.
 */
export function correctTime({ at, sentAt, receivedAt }: SentTimes): {
  occurredAt: number;
  skewMs: number | null;
} {
  const skew = sentAt === null ? 0 : receivedAt - sentAt;
  const moved = Math.abs(skew) > toleranceMs ? at + skew : at;
  const occurredAt = Math.max(0, Math.min(moved, receivedAt));
  return { occurredAt, skewMs: occurredAt === at ? null : occurredAt - at };
}
