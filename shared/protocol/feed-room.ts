/** What every room that shows the activity feed offers by RPC. */
import type { FeedItem } from "./server-frames.ts";

/** The reactions to one activity event; of two the one with the greater `v` is the newer. */
export interface ReactionNews {
  ev: string;
  counts: Record<string, number>;
  v: number;
}

export interface FeedRoomApi {
  /** Tells everybody in the room what is new; safe to repeat. */
  publish(items: readonly FeedItem[]): Promise<void>;
  /** Takes what is newer, and tells it together with what comes within the same tick. */
  react(news: readonly ReactionNews[]): Promise<void>;
}
