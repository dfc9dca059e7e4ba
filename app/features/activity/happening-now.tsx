/** The newest lines of everybody's feed, live, for the home page. */

import type { FeedPage } from "#app/live/feed-state.ts";
import { useActivityFeed } from "#app/live/use-activity-feed.ts";
import { useFeedRoom } from "#app/live/use-feed-room.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FeedSection } from "./feed-section.tsx";
import { feedSource } from "./feed-source.ts";
import type { DeckTitles } from "./feed-words.ts";

/** So many lines: the page is about other things. */
const lines = 4;
const everybody = feedSource({ scope: "global" });

interface HappeningNowProps {
  page: FeedPage;
  deckTitles: DeckTitles;
  /** Milliseconds since 1970. */
  now: number;
}

export function HappeningNow({ page, deckTitles, now }: HappeningNowProps) {
  const feed = useActivityFeed("global", page, null, everybody);
  useFeedRoom("lobby", feed.hear);
  return (
    <FeedSection
      feed={feed}
      deckTitles={deckTitles}
      now={now}
      mayReact
      path="/home"
      most={lines}
      empty={{
        title: "Quiet water so far",
        text: "When a deck is finished or a streak grows, you read it here first.",
      }}
    >
      <ButtonLink to="/activity" className="mt-4">
        See everything
      </ButtonLink>
    </FeedSection>
  );
}
