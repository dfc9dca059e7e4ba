/** What the inbox does when an event happens: a notice to each whom it is news to. */
import type { DomainEvent } from "#shared/events.ts";
import type { Ctx } from "../../platform/context.ts";
import { addNotices } from "./inbox.repo.ts";
import { noticesOf } from "./notice.ts";
import { tellInbox } from "./tell-inbox.ts";

/** Idempotent by event and person. Throws when a room is unreachable, so that it is told later. */
export async function inboxReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  const list = noticesOf(event);
  if (list.length === 0) return;
  await addNotices(ctx.db, event, list);
  await Promise.all(list.map(({ userId }) => tellInbox(ctx, userId)));
}
