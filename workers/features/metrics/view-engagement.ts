/** Who was active, how often, and what of ours they used, by calendar day: one round trip. */
import type { Ctx } from "../../platform/context.ts";
import { addDays } from "./day-spans.ts";
import { type EngagementDay, engagementOf } from "./engagement-figures.ts";
import { byDay, type MetricsInput } from "./metrics-scope.ts";
import { type DayReading, readEngagement } from "./readings.repo.ts";

/** So many days are told of where no first day is given. */
const shownDays = 60;
/** Before it there is nothing of ours. */
const firstDay = "1970-01-01";

/** A loop, a subject and a variant change nothing in it: people are active by none of them. */
export async function viewEngagement(
  ctx: Pick<Ctx, "db" | "clock">,
  { persona, from, to }: Pick<MetricsInput, "persona" | "from" | "to">,
): Promise<EngagementDay[]> {
  const today = new Date(ctx.clock.now()).toISOString().slice(0, 10);
  const last = to !== undefined && to < today ? to : today;
  const wanted = from ?? addDays(last < firstDay ? firstDay : last, 1 - shownDays);
  const first = wanted < firstDay ? firstDay : wanted;
  if (last < first) return [];
  const scope = { persona: persona ?? null, from: first, to: last };
  const { rows } = await readEngagement(ctx.db, scope);
  return engagementOf(byDay(rows as unknown as DayReading[]), { ...scope, today });
}
