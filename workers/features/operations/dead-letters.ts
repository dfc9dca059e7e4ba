/** Deliveries that were given up, for admins to look at and to try again. */
import type { EventId } from "#shared/ids.ts";
import { AppError } from "../../platform/app-error.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { encodeCursor, type PagePosition } from "../../platform/page-cursor.ts";
import { listDead, reviveDead } from "./operations.repo.ts";

const pageSize = 50;

/** Newest first, 50 a page; `waiting` counts what is still being tried. */
export async function listDeadLetters(
  ctx: RequestCtx,
  input: { cursor?: PagePosition<"evt"> | undefined },
) {
  const { rows, waiting } = await listDead(ctx.db, input.cursor ?? null, pageSize + 1);
  const items = rows.slice(0, pageSize);
  const last = items[items.length - 1];
  const more = rows.length > pageSize && last;
  return {
    items,
    waiting,
    nextCursor: more ? encodeCursor({ at: last.deadAt, id: last.eventId }) : null,
  };
}

/** Gives a dead delivery its tries back. Throws NOT_FOUND where there is none. */
export async function retryDeadLetter(
  ctx: RequestCtx,
  input: { eventId: EventId; feature: string },
): Promise<{ status: "queued" }> {
  const now = new Date(ctx.clock.now());
  if (!(await reviveDead(ctx.db, input.eventId, input.feature, now))) {
    throw new AppError("NOT_FOUND");
  }
  return { status: "queued" };
}
