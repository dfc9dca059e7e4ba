/** One achievement as a stone: bright when earned, an outline when not. */
import { clsx } from "clsx";
import {
  Compass,
  Crown,
  Flame,
  Footprints,
  type LucideIcon,
  Mountain,
  MountainSnow,
  Rainbow,
  Sparkles,
  Undo2,
  Zap,
} from "lucide-react";
import { useWords } from "#app/words/use-words.ts";
import type { Achievement } from "#shared/achievements.ts";

const icons: Record<Achievement, LucideIcon> = {
  first_deck: Footprints,
  perfect_score: Sparkles,
  quick_thinker: Zap,
  comeback: Undo2,
  three_in_a_day: Compass,
  five_in_a_row: Flame,
  ten_decks: Mountain,
  fifty_decks: MountainSnow,
  subject_master: Crown,
  all_subjects: Rainbow,
};

interface AchievementStoneProps {
  achievement: Achievement;
  earned: boolean;
}

/** The stone alone: a picture that needs words beside it. */
export function StoneMark({ achievement, earned }: AchievementStoneProps) {
  const Icon = icons[achievement];
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "flex h-11 w-13 shrink-0 items-center justify-center rounded-[48%_52%_46%_54%/56%_52%_48%_44%] border-2",
        earned
          ? "border-sun-edge bg-sun text-on-sun"
          : "border-line-strong border-dashed text-soft",
      )}
    >
      <Icon className="size-5.5" />
    </span>
  );
}

export function AchievementStone({ achievement, earned }: AchievementStoneProps) {
  const t = useWords("progress");
  const a = useWords("achievements");
  return (
    <span className="flex items-center gap-3">
      <StoneMark achievement={achievement} earned={earned} />
      <span className="leading-tight">
        <span className="block font-bold">
          {a(`name_${achievement}`)}
          {earned ? <span className="sr-only"> {t("earned")}</span> : null}
        </span>
        <span className="block text-[0.9375rem] text-soft">{a(`how_${achievement}`)}</span>
      </span>
    </span>
  );
}
