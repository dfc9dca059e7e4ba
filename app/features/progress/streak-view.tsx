/** The streak: a flame on a stone, and what keeps it. */
import { FlameStone } from "#app/ui/art/flame-stone.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { Progress } from "./level-bar.tsx";
import { streakWords } from "./streak-words.ts";

export function StreakView({ progress }: { progress: Progress }) {
  const t = useWords("progress");
  const { look, title, text, freeze } = streakWords(t, progress.streak);
  return (
    <div className="flex items-center gap-4">
      <FlameStone state={look} className="w-18 shrink-0" />
      <div>
        <h3 className="text-head">
          <span className="sr-only">{t("streak")} </span>
          {title}
        </h3>
        <p>{text}</p>
        <p className="text-[0.9375rem] text-soft">{freeze}</p>
      </div>
    </div>
  );
}
