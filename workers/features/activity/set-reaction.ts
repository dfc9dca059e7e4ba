/** A person reacts to an activity event, changes their reaction, or takes it back. */
import type { ReactionKind } from "#shared/activity.ts";
import type { ActivityId } from "#shared/ids.ts";
import { AppError } from "../../platform/app-error.ts";
import { type Ctx, requireMember } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import type { ReactionsView } from "./activity.ts";
import { changedHere, changeReaction } from "./activity-writes.repo.ts";

/** One reaction a person and event, whatever is raced. NOT_FOUND for what one may not see. */
export async function setReaction(
  ctx: Ctx,
  input: { id: ActivityId; kind: ReactionKind | null },
): Promise<ReactionsView> {
  const { userId, visitorId } = requireMember(ctx);
  const { id: activityId, kind } = input;
  const change = { activityId, personId: userId, kind, now: ctx.clock.now() };
  const props = { activityId, kind };
  const event = ctx.events.fact("reaction.changed", { visitorId, userId, props });
  const guarded = [{ event, onlyIf: changedHere(change) }];
  const { rows } = await commitWithEvents(ctx, changeReaction(change), guarded);
  const [reactions] = rows.at(-1) ?? [];
  if (!reactions) throw new AppError("NOT_FOUND");
  return reactions as unknown as ReactionsView;
}
