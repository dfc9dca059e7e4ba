/** What a line of the feed says after the alias. */
import type { ReactNode } from "react";
import { rich } from "#app/words/rich.tsx";
import type { Words } from "#app/words/say.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";

export type DeckTitles = Readonly<Record<string, string>>;

/** Titles of decks are English in every language; a deck that is not known has none. */
export function feedWords(
  { t, s }: { t: Words<"activity">; s: Words<"shell"> },
  item: FeedItem,
  titles: DeckTitles,
): ReactNode {
  switch (item.type) {
    case "friend_joined":
      return t("friend_joined");
    case "quiz_completed": {
      const { deckId, score, total } = item.props;
      const deck = deckParts(t, titles[deckId]);
      if (score === total) return rich(t, "all_right", { total, ...deck });
      return rich(t, "across", { score, total, ...deck });
    }
    case "high_score": {
      const { deckId, score, total } = item.props;
      return rich(t, "high_score", { score, total, ...deckParts(t, titles[deckId]) });
    }
    case "achievement_unlocked":
      return t("found", { name: t(`stone_${item.props.achievement}`) });
    case "streak_milestone":
      return t("streak", { days: item.props.days });
    case "leaderboard_rank": {
      const { subject, period, top } = item.props;
      return t(`rank_${period}`, { top, subject: s(`subject_${subject}`) });
    }
    case "level_up":
      return t("level", { level: item.props.level });
    case "challenge_won": {
      const { deckId, score, rivalScore: rival } = item.props;
      const deck = deckParts(t, titles[deckId]);
      if (score === rival) return rich(t, "won_faster", deck);
      return rich(t, "won", { score, rival, ...deck });
    }
  }
}

function deckParts(t: Words<"activity">, title: string | undefined) {
  const deck = (text: string) => (title ? <span lang="en">{text}</span> : text);
  return { title: title ?? t("a_deck"), deck };
}
