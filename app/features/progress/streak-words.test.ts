/** Checks what a streak says. */
import { describe, expect, it } from "vitest";
import { sayWords } from "#app/words/say.ts";
import { progress } from "#shared/words/en/progress.ts";
import { streakWords } from "./streak-words.ts";

const t = sayWords<"progress">(progress, "en");
const freeze = { held: false, inUse: false, daysToEarn: 1 };
const streak = { days: 4, longest: 4, practisedToday: false, freeze };

describe("streakWords", () => {
  it("asks for today's practice until it is done", () => {
    expect(streakWords(t, streak).text).toContain("today to keep it");
    expect(streakWords(t, { ...streak, practisedToday: true }).text).toContain("Today counts");
  });

  it("tells of the freeze: to earn, held, and standing in for yesterday", () => {
    expect(streakWords(t, streak).freeze).toBe("1 more day to a freeze.");
    const held = { held: true, inUse: false, daysToEarn: 0 };
    expect(streakWords(t, { ...streak, freeze: held }).freeze).toContain("You hold a freeze");
    const used = streakWords(t, { ...streak, freeze: { ...held, inUse: true } });
    expect([used.look, used.text]).toEqual(["iced", expect.stringContaining("kept it yesterday")]);
  });

  it("is not sad when a streak is over", () => {
    const over = streakWords(t, { ...streak, days: 0, longest: 9 });
    expect([over.look, over.text]).toEqual(["unlit", "Your longest was 9 days."]);
  });
});
