/** How often one person may ask for something, whatever isolate answers. */

import { AppError } from "./app-error.ts";
import { type RequestCtx, requireMember } from "./context.ts";
import type { RateLimiterApi } from "./rate-limiter.room.ts";
import type { BucketLimit } from "./token-bucket.ts";

/** Takes one of the person's turns at `what`. RATE_LIMITED when there is none left. */
export async function takeTurn(ctx: RequestCtx, what: string, limit: BucketLimit): Promise<void> {
  const { userId } = requireMember(ctx);
  if (ctx.request.lookups) ctx.request.lookups.limiter += 1;
  const limiter = ctx.rooms.get<RateLimiterApi>("RATE_LIMITER", `${what}.${userId}`);
  const retryMs = await limiter.take(limit);
  if (retryMs > 0) throw new AppError("RATE_LIMITED", { retryAfterS: Math.ceil(retryMs / 1000) });
}
