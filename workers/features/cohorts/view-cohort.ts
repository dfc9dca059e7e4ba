/** Shows a person's cohorts, one cohort with its members, and its feed. */

import { AppError } from "../../platform/app-error.ts";
import { type Ctx, requireMember, requirePerson } from "../../platform/context.ts";
import { encodeCursor, type PagePosition } from "../../platform/page-cursor.ts";
import { member } from "../../platform/policy.ts";
import { listCohortsOf, listFeed, readCohort } from "./cohorts.repo.ts";
import { roomView } from "./room-view.ts";

const feedPage = 20;

/** The cohorts of the asking person. */
export async function listMyCohorts(ctx: Ctx) {
  const rows = await listCohortsOf(ctx.db, requireMember(ctx).userId);
  return { cohorts: rows.map(({ id: _, ...cohort }) => cohort) };
}

/**
 * Guests, and children whose guardian has not answered, see the cohort's name and size; who is in
 * it and what they do is for people with an account. NOT_FOUND where there is none.
 */
export async function viewCohort(ctx: Ctx, input: { slug: string }) {
  const person = requirePerson(ctx);
  const viewer = person.kind === "member" ? person.userId : null;
  const page = await readCohort(ctx.db, input.slug, { viewer, feedLimit: feedPage });
  if (!page) throw new AppError("NOT_FOUND");
  const { slug, name, subject } = page.cohort;
  const mayLook = member.refuses(person) === null;
  const view = roomView(ctx.config.TICKET_SECRET, slug);
  const members = page.members.map(async (row) => ({
    ...view.member(row),
    you: row.visitorId === person.visitorId,
  }));
  return {
    cohort: { slug, name, subject },
    memberCount: page.members.length,
    members: mayLook ? await Promise.all(members) : [],
    feed: mayLook ? page.feed.map(view.item) : [],
    viewer: { isMember: page.isMember },
  };
}

/** A page of the feed, newest first, after the given position. NOT_FOUND without such a cohort. */
export async function viewFeed(
  ctx: Ctx,
  input: { slug: string; cursor?: PagePosition<"feed"> | undefined },
) {
  const page = { before: input.cursor ?? null, limit: feedPage + 1 };
  const rows = await listFeed(ctx.db, input.slug, page);
  if (!rows) throw new AppError("NOT_FOUND");
  const view = roomView(ctx.config.TICKET_SECRET, input.slug);
  const items = await Promise.all(rows.slice(0, feedPage).map(view.item));
  const last = rows.length > feedPage ? rows[feedPage - 1]?.item : undefined;
  const nextCursor = last
    ? encodeCursor({ at: last.createdAt, id: last.id as PagePosition<"feed">["id"] })
    : null;
  return { items, nextCursor };
}
