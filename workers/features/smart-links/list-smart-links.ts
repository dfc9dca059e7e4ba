/** The smart links in a person's hands, their children's included, with what came of them. */
import type { LinkId } from "#shared/ids.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { encodeCursor, type PagePosition } from "../../platform/page-cursor.ts";
import { shortUrl } from "./create-smart-link.ts";
import { readDestination } from "./destinations.ts";
import { linkCard } from "./link-card.ts";
import { type LinkRow, listLinks } from "./smart-links.repo.ts";

const pageSize = 20;

/** Newest first, 20 a page. */
export async function listSmartLinks(
  ctx: RequestCtx,
  input: { cursor?: PagePosition<"link"> | undefined },
) {
  const owner = requireMember(ctx);
  const before = input.cursor && {
    createdAt: new Date(input.cursor.at),
    linkId: input.cursor.id as LinkId,
  };
  const rows = await listLinks(ctx.db, owner.userId, before ?? null, pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = page[page.length - 1];
  return {
    items: page.map((row) => toListedLink(ctx, row)),
    nextCursor:
      rows.length > pageSize && last
        ? encodeCursor({ at: last.createdAt.getTime(), id: last.linkId })
        : null,
  };
}

export function toListedLink(ctx: RequestCtx, row: LinkRow) {
  const destination = readDestination(row);
  const { linkId: _, params: __, createdAt, expiresAt, revokedAt, ...counts } = row;
  return {
    ...counts,
    url: shortUrl(ctx, row.code),
    deckId: destination?.name === "fvm.deck" ? destination.params.deckId : null,
    card: linkCard(row),
    createdAt: createdAt.getTime(),
    expiresAt: expiresAt.getTime(),
    revokedAt: revokedAt?.getTime() ?? null,
  };
}
