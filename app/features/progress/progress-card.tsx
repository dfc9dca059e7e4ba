/** A student's practice at a glance: level, streak, achievements, challenges. */
import { Card } from "#app/ui/card.tsx";
import { useWords } from "#app/words/use-words.ts";
import { ChallengeList } from "./challenge-list.tsx";
import { FoundStones } from "./found-stones.tsx";
import { LevelBar, type Progress } from "./level-bar.tsx";
import { StreakView } from "./streak-view.tsx";
import { useTimeZone } from "./use-time-zone.ts";

interface ProgressCardProps {
  progress: Progress;
  deckTitles: Readonly<Record<string, string>>;
}

export function ProgressCard({ progress, deckTitles }: ProgressCardProps) {
  const t = useWords("progress");
  useTimeZone(progress.timezone);
  const earned = progress.achievements.map(({ achievement }) => achievement);
  const alone = progress.challenges.latest.length === 0;
  return (
    <Card aria-labelledby="practice" className="mt-5 grid gap-6">
      <h2 id="practice" className="sr-only">
        {t("practice")}
      </h2>
      <div className="grid items-center gap-x-10 gap-y-6 lg:grid-cols-2">
        <LevelBar progress={progress} />
        <StreakView progress={progress} />
      </div>
      <div className="grid gap-x-10 gap-y-6 border-line border-t-2 border-dotted pt-6 lg:grid-cols-2">
        <div className={alone ? "lg:col-span-2" : undefined}>
          <FoundStones earned={earned} />
        </div>
        <ChallengeList challenges={progress.challenges} deckTitles={deckTitles} />
      </div>
    </Card>
  );
}
