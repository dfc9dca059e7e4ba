/** Shows a guardian how practice is going for the children. */
import { type Ctx, requireMember } from "../../platform/context.ts";
import { childHandle } from "../../platform/room-handle.ts";
import { levelOf } from "./level.ts";
import { localDay } from "./local-day.ts";
import { readChildrenProgress } from "./progress.repo.ts";
import { noProgress } from "./progress.ts";
import { viewStreak } from "./streak.ts";

/** One round trip. `child` is the handle of the guardian's own page; today is each child's day. */
export async function viewFamilyProgress(ctx: Ctx) {
  const { userId } = requireMember(ctx);
  const rows = await readChildrenProgress(ctx.db, userId);
  const items = rows.map(({ visitorId, timezone, progress }) => {
    const { points, runs, streak } = progress ?? noProgress;
    const { days, practisedToday } = viewStreak(streak, localDay(ctx.clock.now(), timezone));
    return {
      child: childHandle(ctx.config.TICKET_SECRET, userId, visitorId),
      points,
      runs,
      level: levelOf(points).level,
      streakDays: days,
      practisedToday,
    };
  });
  return { items };
}
