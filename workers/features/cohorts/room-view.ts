/** What others may see of members and feed: alias and the room's handle, never a stable id. */
import type { VisitorId } from "#shared/ids.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import type { CohortMember, ListedMember, StoredFeedItem } from "./cohort.ts";

/** Shows rows of one cohort's room. */
export function roomView(secret: string, slug: string) {
  const handleOf = (visitorId: VisitorId) => roomHandle(secret, "cohort", slug, visitorId);
  return {
    handleOf,
    member: (row: CohortMember): ListedMember => ({
      handle: handleOf(row.visitorId),
      alias: row.alias,
      aliasVersion: row.aliasVersion,
      joinedAt: row.joinedAt,
    }),
    item: ({ item, visitorId }: StoredFeedItem): FeedItem =>
      ({ ...item, handle: handleOf(visitorId) }) as FeedItem,
  };
}
