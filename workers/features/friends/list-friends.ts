/** Shows a person's friends, and the requests that are open. */
import { type Ctx, requireMember } from "../../platform/context.ts";
import { encodeCursor, type PagePosition } from "../../platform/page-cursor.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import { listPairs, listPairsIn } from "./friends.repo.ts";
import { type SeenPair, stateOf } from "./friendship.ts";

const pageSize = 50;
const openSize = 100;

/** One round trip. Friends newest first, 50 a page; the open ones come with the first page. */
export async function listFriends(
  ctx: Ctx,
  input: { cursor?: PagePosition<"friend"> | undefined },
) {
  const { userId } = requireMember(ctx);
  const page = {
    before: input.cursor ?? null,
    limit: pageSize + 1,
    openLimit: openSize,
    now: ctx.clock.now(),
  };
  const { friends, open } = await listPairs(ctx.db, userId, page);
  const shown = friends.slice(0, pageSize);
  const last = friends.length > pageSize ? shown.at(-1) : undefined;
  return {
    friends: shown.flatMap(toItem),
    open: input.cursor ? [] : open.flatMap(toItem),
    nextCursor: last ? encodeCursor({ at: last.madeAt ?? 0, id: last.id }) : null,
  };
}

/** Where the person stands with members of a cohort, by that room's handles. One round trip. */
export async function listFriendsInCohort(ctx: Ctx, input: { slug: string }) {
  const { userId: me } = requireMember(ctx);
  const { slug } = input;
  const pairs = await listPairsIn(ctx.db, { slug, me, now: ctx.clock.now() });
  const items = pairs.flatMap((pair) => {
    const state = stateOf(pair);
    if (state === null) return [];
    const handle = roomHandle(ctx.config.TICKET_SECRET, "cohort", slug, pair.visitorId);
    return [{ handle, state }];
  });
  return { items };
}

function toItem(pair: SeenPair) {
  const state = stateOf(pair);
  if (state === null) return [];
  const { id, alias, origin, madeAt, changedAt } = pair;
  return [
    { id, alias, origin, state, at: state === "friends" ? (madeAt ?? changedAt) : changedAt },
  ];
}
