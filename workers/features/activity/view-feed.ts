/** Shows a page of the activity feed, newest first. */
import type { ActivityType } from "#shared/activity.ts";
import type { ActivityId } from "#shared/ids.ts";
import type { Guest, Member } from "../../platform/actor.ts";
import { AppError } from "../../platform/app-error.ts";
import { type Ctx, requirePerson } from "../../platform/context.ts";
import { encodeCursor, type PagePosition } from "../../platform/page-cursor.ts";
import { member, signedIn } from "../../platform/policy.ts";
import { readFeed } from "./activity.repo.ts";
import type { FeedScope } from "./activity.ts";
import { itemAt, placeOf } from "./tell-rooms.ts";

const feedPage = 20;

/**
 * Everybody may look at what is public; a cohort's feed is for people whose account is open, and
 * one's own for who has one. NOT_FOUND without such a cohort.
 */
export async function viewFeed(
  ctx: Ctx,
  input: {
    scope: FeedScope;
    type?: ActivityType | undefined;
    cursor?: PagePosition<"feed"> | undefined;
  },
) {
  const person = requirePerson(ctx);
  const { scope } = input;
  const refusal = refusalOf(scope, person);
  if (refusal) throw new AppError(refusal);
  const viewer = person.kind === "member" ? person.userId : null;
  const query = { scope, type: input.type ?? null, before: input.cursor ?? null, viewer };
  const rows = await readFeed(ctx.db, { ...query, limit: feedPage + 1 });
  if (!rows) throw new AppError("NOT_FOUND");
  const place = placeOf(scope);
  const items = rows.slice(0, feedPage).map((row) => ({
    ...itemAt(ctx, place, row),
    you: row.visitorId === person.visitorId,
    reactions: row.reactions,
  }));
  const last = rows.length > feedPage ? items.at(-1) : undefined;
  const position = last && { at: last.createdAt, id: last.id as ActivityId };
  return { items, nextCursor: position ? encodeCursor(position) : null };
}

function refusalOf(scope: FeedScope, person: Guest | Member) {
  if (scope.kind === "cohort") return member.refuses(person);
  return scope.kind === "mine" ? signedIn.refuses(person) : null;
}
