/** Keeps the time zone that a person's browser is in: a streak's days are local ones. */
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { knownZone } from "./local-day.ts";
import { storeZone } from "./progress.repo.ts";
import { recordProgress } from "./record-practice.ts";

/** One change in this time: nobody gathers days by turning the clock. */
const pauseMs = 20 * 3_600_000;

/** Throws BAD_INPUT for what is no time zone. Days already practised under a zone keep it. */
export async function keepTimeZone(
  ctx: RequestCtx,
  input: { timezone: string },
): Promise<{ status: "kept" | "unchanged" }> {
  const { userId, visitorId } = requireMember(ctx);
  const zone = knownZone(input.timezone);
  if (!zone) {
    const details = [{ path: "timezone", message: "not a known time zone" }];
    throw new AppError("BAD_INPUT", { details });
  }
  const now = ctx.clock.now();
  const kept = await storeZone(ctx.db, { userId, visitorId }, zone, { now, pauseMs });
  if (!kept) return { status: "unchanged" };
  ctx.waitUntil(recordProgress(ctx, { visitorId, occurredAt: now }));
  return { status: "kept" };
}
