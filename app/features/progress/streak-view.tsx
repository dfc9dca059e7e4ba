/** The streak: a flame on a stone, and what keeps it. */
import { FlameStone } from "#app/ui/art/flame-stone.tsx";
import type { Progress } from "./level-bar.tsx";
import { streakWords } from "./streak-words.ts";

export function StreakView({ progress }: { progress: Progress }) {
  const { look, title, text, freeze } = streakWords(progress.streak);
  return (
    <div className="flex items-center gap-4">
      <FlameStone state={look} className="w-18 shrink-0" />
      <div>
        <h3 className="text-head">
          <span className="sr-only">Streak: </span>
          {title}
        </h3>
        <p>{text}</p>
        <p className="text-[0.9375rem] text-soft">{freeze}</p>
      </div>
    </div>
  );
}
