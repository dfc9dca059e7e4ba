/** How many events one visitor and one address may send, counted in events. */
import type { BucketLimit } from "../../platform/token-bucket.ts";

export const mostInBatch = 100;
/** A person at work makes a few a minute; what waited offline comes at once. */
export const visitorLimit: BucketLimit = { perMinute: 300, burst: 600 };
/** A school is one address. */
export const addressLimit: BucketLimit = { perMinute: 6_000, burst: 12_000 };
