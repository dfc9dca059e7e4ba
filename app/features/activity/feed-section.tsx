/** The feed as a part of another page: a study group's, or the home page's. */
import type { ReactNode } from "react";
import type { ActivityFeed } from "#app/live/use-activity-feed.ts";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useWords } from "#app/words/use-words.ts";
import { FeedList, FreshSign } from "./feed-list.tsx";
import type { DeckTitles } from "./feed-words.tsx";

interface FeedSectionProps {
  feed: ActivityFeed;
  deckTitles: DeckTitles;
  /** Milliseconds since 1970. */
  now: number;
  mayReact: boolean;
  path: string;
  /** What is said where nothing has happened. */
  empty: { title: string; text: string };
  most?: number;
  /** Stands above the list. */
  filter?: ReactNode;
  /** Stands below the list. */
  children?: ReactNode;
}

export function FeedSection({ empty, filter, children, ...list }: FeedSectionProps) {
  const t = useWords("activity");
  return (
    <Section id="feed" title={t("title")} aside={<FreshSign feed={list.feed} />}>
      {filter ? <div className="mb-4">{filter}</div> : null}
      <FeedList {...list} empty={<EmptyState {...empty} />} />
      {children}
    </Section>
  );
}
