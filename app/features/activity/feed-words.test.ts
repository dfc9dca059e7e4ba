/** Checks the sentences of the feed. */
import { describe, expect, it } from "vitest";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import { feedWords } from "./feed-words.ts";

const row = { id: "feed_1", handle: "h", alias: "Quiet Otter 42", createdAt: 0 };
const titles = { "geo-area": "Area" };
const finished = (score: number, deckId = "geo-area") =>
  feedWords({ ...row, type: "quiz_completed", props: { deckId, score, total: 5 } }, titles);

describe("feedWords", () => {
  it("names the deck and the score", () => {
    expect(finished(3)).toBe("made it across Area: 3 of 5 right.");
    expect(finished(5)).toBe("got all 5 right in Area. Wow!");
  });

  it("does without the title of a deck it does not know", () => {
    expect(finished(3, "new-deck")).toBe("made it across a deck: 3 of 5 right.");
  });

  it("names the achievement, the days, the level and the best", () => {
    const words = (item: object) => feedWords({ ...row, ...item } as FeedItem, titles);
    const achievement = { achievement: "first_deck" };
    expect(words({ type: "achievement_unlocked", props: achievement })).toContain("First steps");
    expect(words({ type: "streak_milestone", props: { days: 30 } })).toContain("30 days");
    expect(words({ type: "level_up", props: { level: 4 } })).toContain("level 4");
    const best = { deckId: "geo-area", score: 4, total: 5 };
    expect(words({ type: "high_score", props: best })).toContain("best in Area: 4 of 5");
  });

  it("tells what won a challenge: the score, or the time where scores are equal", () => {
    const won = (score: number, rivalScore: number) => {
      const props = { deckId: "geo-area", score, rivalScore, total: 5 };
      return feedWords({ ...row, type: "challenge_won", props }, titles);
    };
    expect(won(5, 4)).toContain("in Area, 5 to 4");
    expect(won(4, 4)).toContain("by being faster");
  });

  it("welcomes who is new", () => {
    expect(feedWords({ ...row, type: "friend_joined", props: {} }, titles)).toContain(
      "is new here",
    );
  });
});
