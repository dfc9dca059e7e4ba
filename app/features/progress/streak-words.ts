/** What a streak says to its owner. */
import type { Outputs } from "#app/trpc.ts";
import { plural } from "#app/ui/time-format.ts";

type Streak = Outputs["progress"]["mine"]["streak"];

export interface StreakWords {
  look: "lit" | "iced" | "unlit";
  title: string;
  text: string;
  freeze: string;
}

export function streakWords(streak: Streak): StreakWords {
  const { days, longest, practisedToday, freeze } = streak;
  if (days === 0) {
    return {
      look: "unlit",
      title: longest > 0 ? "A new streak starts today" : "No streak yet",
      text:
        longest > 0
          ? `Your longest was ${plural(longest, "day")}.`
          : "Practise today and tomorrow, and it begins.",
      freeze: "Five days of practice earn a freeze.",
    };
  }
  return {
    look: freeze.inUse ? "iced" : "lit",
    title: plural(days, "day"),
    text: freeze.inUse
      ? "Your freeze kept it yesterday. Practise today to go on."
      : practisedToday
        ? "Today counts. Come back tomorrow."
        : "Practise today to keep it.",
    freeze: freezeWords(streak),
  };
}

function freezeWords({ freeze }: Streak): string {
  if (freeze.inUse) return "The freeze is used up once you go on.";
  if (freeze.held) return "You hold a freeze: one missed day does no harm.";
  return `${plural(freeze.daysToEarn, "more day")} to a freeze.`;
}
