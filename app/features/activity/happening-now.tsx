/** The newest lines of everybody's feed, live, for the home page. */

import type { FeedPage } from "#app/live/feed-state.ts";
import { useActivityFeed } from "#app/live/use-activity-feed.ts";
import { useFeedRoom } from "#app/live/use-feed-room.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/words/use-words.ts";
import { FeedSection } from "./feed-section.tsx";
import { feedSource } from "./feed-source.ts";
import type { DeckTitles } from "./feed-words.tsx";

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
  const t = useWords("activity");
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
      empty={{ title: t("none"), text: t("none_text") }}
    >
      <ButtonLink to="/activity" className="mt-4">
        {t("see_all")}
      </ButtonLink>
    </FeedSection>
  );
}
