/** The live tail of events, for admins: identifiers, never a name or an address. */
import type { EventName } from "#shared/events.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { encodeCursor, type PagePosition } from "../../platform/page-cursor.ts";
import { readTail } from "./events.repo.ts";

const pageSize = 50;

/** Newest first, 50 a page; `dead` counts messages of the queue that were given up. */
export async function listEvents(
  ctx: RequestCtx,
  input: { name?: EventName | undefined; cursor?: PagePosition<"evt"> | undefined },
) {
  const filter = { name: input.name ?? null, before: input.cursor ?? null };
  const { rows, dead } = await readTail(ctx.db, filter, pageSize + 1);
  const items = rows.slice(0, pageSize).map(({ userId, ...row }) => ({
    ...row,
    occurredAt: row.occurredAt.getTime(),
    receivedAt: row.receivedAt.getTime(),
    member: userId !== null,
  }));
  const last = items[items.length - 1];
  const more = rows.length > pageSize && last;
  return {
    items,
    dead: { messages: dead.messages, newest: dead.newest?.getTime() ?? null },
    nextCursor: more ? encodeCursor({ at: last.occurredAt, id: last.eventId }) : null,
  };
}
