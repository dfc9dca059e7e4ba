/** What a streak says to its owner. */
import type { Outputs } from "#app/trpc.ts";
import type { Words } from "#app/words/say.ts";

type Streak = Outputs["progress"]["mine"]["streak"];

export interface StreakWords {
  look: "lit" | "iced" | "unlit";
  title: string;
  text: string;
  freeze: string;
}

/** The look of a streak, and its words in the language of `t`. */
export function streakWords(t: Words<"progress">, streak: Streak): StreakWords {
  const { days, longest, practisedToday, freeze } = streak;
  if (days === 0) {
    const over = longest > 0;
    return {
      look: "unlit",
      title: t(over ? "streak_again" : "streak_none"),
      text: over ? t("streak_longest", { count: longest }) : t("streak_begin"),
      freeze: t("freeze_earn"),
    };
  }
  return {
    look: freeze.inUse ? "iced" : "lit",
    title: t("streak_days", { count: days }),
    text: freeze.inUse ? t("streak_frozen") : t(practisedToday ? "streak_counts" : "streak_keep"),
    freeze: freezeWords(t, streak),
  };
}

function freezeWords(t: Words<"progress">, { freeze }: Streak): string {
  if (freeze.inUse) return t("freeze_used");
  return freeze.held ? t("freeze_held") : t("freeze_more", { count: freeze.daysToEarn });
}
