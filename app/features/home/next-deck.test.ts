/** Checks which deck a student is offered next. */
import { describe, expect, it } from "vitest";
import { bestScores, type Deck, nextDeck, type PastResult } from "./next-deck.ts";

const deck = (id: string, subject: Deck["subject"]): Deck => ({
  id,
  subject,
  title: id,
  summary: id,
  total: 5,
});
const decks = [deck("a1", "algebra"), deck("a2", "algebra"), deck("b1", "biology")];
const played = (deckId: string, score: number): PastResult => ({
  runId: "run_01kaw5qjsye7ptrhmz2xgmn3qh",
  deckId,
  title: deckId,
  subject: deckId.startsWith("a") ? "algebra" : "biology",
  score,
  total: 5,
  durationMs: 60_000,
  completedAt: 0,
});

describe("nextDeck", () => {
  it("offers the first deck to who has played nothing", () => {
    expect(nextDeck(decks, [])).toMatchObject({ why: "first", deck: { id: "a1" } });
  });

  it("stays with the latest subject while something in it is new", () => {
    expect(nextDeck(decks, [played("a1", 2)])).toMatchObject({
      why: "same_subject",
      deck: { id: "a2" },
    });
  });

  it("then offers what was never played", () => {
    expect(nextDeck(decks, [played("a2", 5), played("a1", 2)])).toMatchObject({
      why: "new",
      deck: { id: "b1" },
    });
  });

  it("at last offers the deck with the lowest best score", () => {
    const results = [played("b1", 5), played("a2", 3), played("a1", 2), played("a1", 4)];
    expect(nextDeck(decks, results)).toEqual({ why: "improve", deck: decks[1], best: 3 });
  });

  it("offers nothing where there are no decks", () => {
    expect(nextDeck([], [])).toBeNull();
  });
});

describe("bestScores", () => {
  it("keeps the best of several tries, in any order", () => {
    expect(bestScores([played("a1", 2), played("a1", 4), played("a1", 3)]).get("a1")).toBe(4);
  });
});
