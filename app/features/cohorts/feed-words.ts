/** What a line of the feed says after the alias. */
import type { FeedItem } from "#shared/protocol/server-frames.ts";

export type DeckTitles = Readonly<Record<string, string>>;

export function feedWords(item: FeedItem, titles: DeckTitles): string {
  switch (item.type) {
    case "friend_joined":
      return "is new here. Say hello with a good run!";
    case "quiz_completed": {
      const { deckId, score, total } = item.props;
      const title = titles[deckId] ?? "a deck";
      if (score === total) return `got all ${total} right in ${title}. Wow!`;
      return `made it across ${title}: ${score} of ${total} right.`;
    }
  }
}
