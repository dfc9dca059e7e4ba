/** Checks the sentences of the feed. */
import { describe, expect, it } from "vitest";
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

  it("welcomes who is new", () => {
    expect(feedWords({ ...row, type: "friend_joined", props: {} }, titles)).toContain(
      "is new here",
    );
  });
});
