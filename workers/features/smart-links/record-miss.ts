/** Counts misses at /sl by address: in the isolate, and behind it in a bucket that all share. */
import { callerOf } from "../../platform/client-network.ts";
import type { VisitCtx } from "../../platform/context.ts";
import { hmac, toBase64Url } from "../../platform/hmac.ts";
import type { RateLimiterApi } from "../../platform/rate-limiter.room.ts";
import { RecentMap } from "../../platform/recent-map.ts";
import { type Bucket, fullBucket, takeToken } from "../../platform/token-bucket.ts";

/** 30 misses a minute from one address. */
export const missLimit = { perMinute: 30, burst: 30 };
/** So many misses an isolate has seen of an address when it tells the shared bucket. */
export const shareAfter = 10;
const maxCallers = 20_000;

/** The least recently seen callers are forgotten first. */
const callers = new RecentMap<{ bucket: Bucket; untold: number }>(maxCallers);

const counted = { status: "counted" } as const;

export type MissOutcome = { status: "counted" } | { status: "limited"; retryAfterS: number };

/**
 * Costs no look-up: the shared bucket is told after the answer, ten misses at a time, and what it
 * has left is the most that this isolate gives from then on.
 */
export function recordMiss(ctx: VisitCtx): MissOutcome {
  const key = callerOf(ctx.request.headers.get("cf-connecting-ip") ?? "");
  const now = ctx.clock.now();
  const caller = callers.get(key) ?? { bucket: fullBucket(missLimit, now), untold: 0 };
  const { bucket, retryMs } = takeToken(caller.bucket, missLimit, now);
  caller.bucket = bucket;
  callers.set(key, caller);
  if (retryMs > 0) return { status: "limited", retryAfterS: Math.ceil(retryMs / 1000) };
  caller.untold += 1;
  if (caller.untold >= shareAfter) ctx.waitUntil(tellShared(ctx, key, caller.untold));
  return counted;
}

/** A shared bucket that cannot be asked leaves the isolate's own in charge. */
async function tellShared(ctx: VisitCtx, key: string, count: number): Promise<void> {
  const before = callers.get(key);
  if (before) before.untold = Math.max(0, before.untold - count);
  if (ctx.request.lookups) ctx.request.lookups.limiter += 1;
  try {
    const left = await bucketOf(ctx, key).drain(missLimit, count);
    const caller = callers.get(key);
    if (!caller) return;
    // The bucket there has counted what this isolate told, and others' misses besides.
    const tokens = Math.min(caller.bucket.tokens, Math.max(0, left - caller.untold));
    caller.bucket = { ...caller.bucket, tokens };
  } catch (error) {
    ctx.log.error("shared bucket not asked", error);
  }
}

/** Outside of this isolate an address is a keyed hash. */
function bucketOf(ctx: VisitCtx, caller: string) {
  const mac = hmac(ctx.config.COOKIE_SECRET, `link-miss.v1.${caller}`);
  const name = `link-miss.${toBase64Url(mac.subarray(0, 16))}`;
  return ctx.rooms.get<RateLimiterApi>("RATE_LIMITER", name);
}
