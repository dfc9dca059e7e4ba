/** What a line of the feed says after the alias. */
import { achievementWords } from "#shared/achievements.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import { type Period, subjectNames } from "#shared/vocabulary.ts";

const boardWords: Record<Period, string> = {
  daily: " today",
  weekly: " this week",
  all_time: " of all time",
};

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
    case "high_score": {
      const { deckId, score, total } = item.props;
      return `set a new personal best in ${titles[deckId] ?? "a deck"}: ${score} of ${total}.`;
    }
    case "achievement_unlocked":
      return `found a stone: ${achievementWords[item.props.achievement].name}.`;
    case "streak_milestone":
      return `has practised ${item.props.days} days in a row.`;
    case "leaderboard_rank": {
      const { subject, period, top } = item.props;
      return `is now in the top ${top} of ${subjectNames[subject]}${boardWords[period]}.`;
    }
    case "level_up":
      return `is now on level ${item.props.level}.`;
    case "challenge_won": {
      const { deckId, score, rivalScore } = item.props;
      const title = titles[deckId] ?? "a deck";
      if (score === rivalScore) return `won a Buddy Challenge in ${title} by being faster.`;
      return `won a Buddy Challenge in ${title}, ${score} to ${rivalScore}.`;
    }
  }
}
