/** Makes, changes and kills flags. */
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import type { Changed } from "./change-experiment.ts";
import { commitChange } from "./changes.repo.ts";
import type { FlagInput } from "./experiments.schemas.ts";
import { cancelMessages, killFlagOf, writeFlag } from "./flags.repo.ts";

/** Throws CONFLICT where the flag exists already, or was changed by somebody else. */
export async function changeFlag(ctx: RequestCtx, input: FlagInput): Promise<Changed> {
  const action = input.version === undefined ? "created" : "edited";
  const now = new Date(ctx.clock.now());
  const change = { key: input.key, action, actorId: requireMember(ctx).userId, now };
  const changed = await commitChange(ctx.db, [writeFlag(input, change), cancelMessages(now)]);
  if (!changed) throw new AppError("CONFLICT");
  await ctx.flags.renew();
  return changed;
}

/** Off for everybody, with all messages that wait in the loop. Safe to repeat. */
export async function killFlag(
  ctx: RequestCtx,
  { key, reason }: { key: string; reason: string },
): Promise<{ status: "killed" | "not_on" }> {
  const now = new Date(ctx.clock.now());
  const change = { key, action: "killed", actorId: requireMember(ctx).userId, now };
  const statements = [killFlagOf({ key, reason, eventId: null }, change), cancelMessages(now)];
  const changed = await commitChange(ctx.db, statements);
  await ctx.flags.renew();
  return { status: changed ? "killed" : "not_on" };
}
