/** The activity feed: which part of it one looks at, and its rows as Postgres has them. */
import type { ReactionCounts, ReactionKind, Visibility } from "#shared/activity.ts";
import type { VisitorId } from "#shared/ids.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import type { Subject } from "#shared/vocabulary.ts";

/** `mine` is what the asking person did, also what nobody else sees. */
export type FeedScope =
  | { kind: "global" }
  | { kind: "subject"; subject: Subject }
  | { kind: "cohort"; slug: string }
  | { kind: "mine" };

/** An activity event before its person has a handle. */
export interface StoredActivity {
  item: Omit<FeedItem, "handle"> & Pick<FeedItem, "type" | "props">;
  visitorId: VisitorId;
}

/** `yours` is the asking person's; of two counts the one with the greater `v` is the newer. */
export interface ReactionsView {
  counts: ReactionCounts;
  yours: ReactionKind | null;
  v: number;
}

export type ActivityRow = StoredActivity & { reactions: ReactionsView };

/** Where an activity event is told of while people look. */
export interface Audience {
  visibility: Visibility;
  subject: Subject | null;
  /** Slugs of its cohorts. */
  cohorts: readonly string[];
}
