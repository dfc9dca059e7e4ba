/** Shows a person how practice is going. */
import { type Ctx, requireMember } from "../../platform/context.ts";
import { readOwnProgress } from "./challenges.repo.ts";
import { levelOf } from "./level.ts";
import { defaultZone, localDay } from "./local-day.ts";
import { noProgress } from "./progress.ts";
import { viewStreak } from "./streak.ts";

/** One round trip. Today is the person's local day. */
export async function viewMyProgress(ctx: Ctx) {
  const { userId, visitorId } = requireMember(ctx);
  const own = await readOwnProgress(ctx.db, { userId, visitorId });
  const progress = own?.progress ?? noProgress;
  const timezone = own?.timezone ?? defaultZone;
  const bests = Object.entries(progress.bests).map(([deckId, best]) => ({ deckId, ...best }));
  return {
    timezone,
    points: progress.points,
    runs: progress.runs,
    level: levelOf(progress.points),
    streak: viewStreak(progress.streak, localDay(ctx.clock.now(), timezone)),
    achievements: progress.achievements,
    bests: bests.sort((a, b) => b.at - a.at),
    challenges: own?.challenges ?? { won: 0, lost: 0, drawn: 0, latest: [] },
  };
}
