/** Shows or hides a person wherever it is counted who is here now. */
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { isChangedHere, setInvisible } from "./accounts.repo.ts";

/** Safe to repeat: only a change is a fact. Rooms that the person is in hear of it. */
export async function setVisibility(
  ctx: RequestCtx,
  input: { invisible: boolean },
): Promise<{ status: "kept" }> {
  const { userId, visitorId } = requireMember(ctx);
  const { invisible } = input;
  const event = ctx.events.fact("visibility.changed", { visitorId, userId, props: { invisible } });
  const change = setInvisible(userId, invisible, ctx.clock.now());
  await commitWithEvents(ctx, [change], [{ event, onlyIf: isChangedHere(userId) }]);
  return { status: "kept" };
}
