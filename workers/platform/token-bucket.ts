/** A token bucket: so many at once, so many a minute, as plain data that survives hibernation. */

export interface BucketLimit {
  perMinute: number;
  burst: number;
}

export interface Bucket {
  tokens: number;
  /** When `tokens` was true, in milliseconds since 1970. */
  at: number;
}

export function fullBucket(limit: BucketLimit, now: number): Bucket {
  return { tokens: limit.burst, at: now };
}

/** What is left after `count` tokens were taken by others, never below none. */
export function drainBucket(
  bucket: Bucket,
  limit: BucketLimit,
  now: number,
  count: number,
): Bucket {
  const elapsed = Math.max(0, now - bucket.at);
  const tokens = Math.min(limit.burst, bucket.tokens + (elapsed * limit.perMinute) / 60_000);
  return { tokens: Math.max(0, tokens - count), at: now };
}

/** Takes `count` tokens where there are so many; `retryMs` tells when there will be. */
export function takeToken(
  bucket: Bucket,
  limit: BucketLimit,
  now: number,
  count = 1,
): { bucket: Bucket; retryMs: number } {
  const perMs = limit.perMinute / 60_000;
  const elapsed = Math.max(0, now - bucket.at);
  const tokens = Math.min(limit.burst, bucket.tokens + elapsed * perMs);
  if (tokens >= count) return { bucket: { tokens: tokens - count, at: now }, retryMs: 0 };
  return { bucket: { tokens, at: now }, retryMs: Math.ceil((count - tokens) / perMs) };
}
