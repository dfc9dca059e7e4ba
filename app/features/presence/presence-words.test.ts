import { describe, expect, it } from "vitest";
import { sayWords } from "#app/words/say.ts";
import { dictionaries } from "#shared/words/dictionaries.ts";
import { doingWords, hereWords, personWords } from "./presence-words.ts";

const t = sayWords<"presence">(dictionaries.en.presence, "en");
const s = sayWords<"shell">(dictionaries.en.shell, "en");

describe("presence words", () => {
  it("name what people do, the busiest first, and leave out what nobody does", () => {
    const by = { in_quiz: 5, studying: 0, online: 2, away: 1 };
    expect(doingWords(t, by)).toBe("5 in a quiz, 2 looking around, 1 away for a moment");
    expect(doingWords(t, { in_quiz: 0, studying: 0, online: 0, away: 0 })).toBe("");
  });

  it("tell of one person the status, and the place of who only looks around", () => {
    expect(personWords(t, "in_quiz", "deck")).toBe("in a quiz");
    expect(personWords(t, "online", "leaderboard")).toBe("at a board");
    expect(personWords(t, "online", null)).toBe("looking around");
  });

  it("count people in words", () => {
    expect([0, 1, 2].map((n) => hereWords(s, n))).toEqual([
      "Nobody is here right now",
      "1 person is here",
      "2 people are here",
    ]);
  });
});
