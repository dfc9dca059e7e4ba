/** Marks one's own notices as read, up to a time; safe to repeat. */
import { type Ctx, requireMember } from "../../platform/context.ts";
import { markRead } from "./inbox.repo.ts";
import { tellInbox } from "./tell-inbox.ts";

/** `until` in milliseconds since 1970: what came later was not seen. The other tabs are told. */
export async function markNoticesRead(
  ctx: Ctx,
  { until }: { until: number },
): Promise<{ status: "read"; count: number }> {
  const { userId } = requireMember(ctx);
  const count = await markRead(ctx.db, userId, { until, now: ctx.clock.now() });
  // A room that cannot be told reads the truth with the next word.
  if (count > 0) ctx.waitUntil(tellInbox(ctx, userId).catch(() => {}));
  return { status: "read", count };
}
