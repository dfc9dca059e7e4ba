/** Checks the sentences of the feed. */
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { sayWords } from "#app/words/say.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import { dictionaries } from "#shared/words/dictionaries.ts";
import type { Locale } from "#shared/words/locale.ts";
import { feedWords } from "./feed-words.tsx";

const row = { id: "feed_1", handle: "h", alias: "Quiet Otter 42", createdAt: 0 };
const titles = { "geo-area": "Area" };

function markup(item: object, locale: Locale = "en"): string {
  const t = sayWords<"activity">(dictionaries[locale].activity, locale);
  const s = sayWords<"shell">(dictionaries[locale].shell, locale);
  const said = feedWords({ t, s }, { ...row, ...item } as FeedItem, titles);
  return renderToStaticMarkup(said as ReactElement);
}

const words = (item: object) => markup(item).replace(/<[^>]+>/g, "");
const finished = (score: number, deckId = "geo-area") => ({
  type: "quiz_completed",
  props: { deckId, score, total: 5 },
});

describe("feedWords", () => {
  it("names the deck and the score", () => {
    expect(words(finished(3))).toBe("made it across Area: 3 of 5 right.");
    expect(words(finished(5))).toBe("got all 5 right in Area. Wow!");
  });

  it("marks the deck's title as English, in every language", () => {
    expect(markup(finished(3), "es")).toContain('cruzado <span lang="en">Area</span>: 3 de 5');
  });

  it("does without the title of a deck it does not know", () => {
    expect(words(finished(3, "new-deck"))).toBe("made it across a deck: 3 of 5 right.");
    expect(markup(finished(3, "new-deck"), "es")).toBe("ha cruzado una serie: 3 de 5 bien.");
  });

  it("names the achievement, the days, the level and the best", () => {
    const achievement = { achievement: "first_deck" };
    expect(words({ type: "achievement_unlocked", props: achievement })).toContain("First steps");
    expect(words({ type: "streak_milestone", props: { days: 30 } })).toContain("30 days");
    expect(words({ type: "level_up", props: { level: 4 } })).toContain("level 4");
    const best = { deckId: "geo-area", score: 4, total: 5 };
    expect(words({ type: "high_score", props: best })).toContain("best in Area: 4 of 5");
  });

  it("names the board and its period", () => {
    const props = { subject: "sat_math", period: "weekly", top: 10 };
    expect(words({ type: "leaderboard_rank", props })).toBe(
      "is now in the top 10 of SAT math this week.",
    );
  });

  it("tells what won a challenge: the score, or the time where scores are equal", () => {
    const won = (score: number, rivalScore: number) => {
      const props = { deckId: "geo-area", score, rivalScore, total: 5 };
      return words({ type: "challenge_won", props });
    };
    expect(won(5, 4)).toContain("in Area, 5 to 4");
    expect(won(4, 4)).toContain("by being faster");
  });

  it("welcomes who is new", () => {
    expect(words({ type: "friend_joined", props: {} })).toContain("is new here");
  });
});
