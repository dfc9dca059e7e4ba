/** A token bucket that all isolates share, one object a key; it remembers only while it is awake. */
import { DurableObject } from "cloudflare:workers";
import { systemClock } from "./clock.ts";
import {
  type Bucket,
  type BucketLimit,
  drainBucket,
  fullBucket,
  takeToken,
} from "./token-bucket.ts";

/** What a use case may ask of it. */
export interface RateLimiterApi {
  drain(limit: BucketLimit, count: number): Promise<number>;
  take(limit: BucketLimit, count?: number): Promise<number>;
}

/**
 * Writes nothing: an object that slept begins with a full bucket, so whoever is quiet for so long
 * gains one burst at most, and the isolates' own buckets hold meanwhile.
 */
export class RateLimiter extends DurableObject<object> {
  #bucket: Bucket | null = null;

  /** Takes `count` tokens and answers how many are left (a fraction where one is on its way). */
  drain(limit: BucketLimit, count: number): number {
    const now = systemClock.now();
    this.#bucket = drainBucket(this.#bucket ?? fullBucket(limit, now), limit, now, count);
    return this.#bucket.tokens;
  }

  /** Takes `count` where there are so many; answers in how many milliseconds there will be, or 0. */
  take(limit: BucketLimit, count = 1): number {
    const now = systemClock.now();
    const held = this.#bucket ?? fullBucket(limit, now);
    const { bucket, retryMs } = takeToken(held, limit, now, count);
    this.#bucket = bucket;
    return retryMs;
  }
}
