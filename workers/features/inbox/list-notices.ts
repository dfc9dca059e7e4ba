/** Shows a page of one's own inbox. */
import { type Ctx, requireMember } from "../../platform/context.ts";
import { encodeCursor, type PagePosition } from "../../platform/page-cursor.ts";
import { readInbox } from "./inbox.repo.ts";

const pageSize = 20;

export async function listNotices(
  ctx: Ctx,
  { cursor }: { cursor?: PagePosition<"evt"> | undefined },
) {
  const { userId } = requireMember(ctx);
  const page = { before: cursor ?? null, limit: pageSize + 1 };
  const { unread, items: found } = await readInbox(ctx.db, userId, page);
  const items = found.slice(0, pageSize);
  const last = found.length > pageSize ? items.at(-1) : undefined;
  return { unread, items, nextCursor: last ? encodeCursor({ at: last.at, id: last.id }) : null };
}
