/** How the browser asks for more of a feed, and reacts. */

import type { FeedSource } from "#app/live/use-activity-feed.ts";
import { trpc } from "#app/trpc-client.ts";
import type { ActivityType } from "#shared/activity.ts";
import type { Subject } from "#shared/vocabulary.ts";

export interface FeedAddress {
  scope: "global" | "subject" | "cohort" | "mine";
  subject?: Subject;
  slug?: string;
  type?: ActivityType;
}

/** The input of `activity.feed` for that part of the feed. */
export function feedInput(address: FeedAddress, cursor?: string | null) {
  return { ...address, ...(cursor ? { cursor } : {}) };
}

export function feedSource(address: FeedAddress): FeedSource {
  return {
    load: (cursor) => trpc.activity.feed.query(feedInput(address, cursor)),
    react: async (id, kind) => trpc.activity.react.mutate({ id: id as `feed_${string}`, kind }),
  };
}

/** Names a part of the feed: another one is another list. */
export function feedKey({ scope, subject, slug, type }: FeedAddress): string {
  return [scope, subject ?? slug ?? "", type ?? ""].join(" ");
}
