/** A student's practice at a glance: level, streak, achievements, challenges. */
import { clsx } from "clsx";
import { Card } from "#app/ui/card.tsx";
import { achievements } from "#shared/achievements.ts";
import { AchievementStone } from "./achievement-stone.tsx";
import { ChallengeList } from "./challenge-list.tsx";
import { LevelBar, type Progress } from "./level-bar.tsx";
import { StreakView } from "./streak-view.tsx";
import { useTimeZone } from "./use-time-zone.ts";

interface ProgressCardProps {
  progress: Progress;
  deckTitles: Readonly<Record<string, string>>;
}

export function ProgressCard({ progress, deckTitles }: ProgressCardProps) {
  useTimeZone(progress.timezone);
  const earned = progress.achievements.map(({ achievement }) => achievement);
  const open = achievements.filter((achievement) => !earned.includes(achievement));
  const shown = [...earned.slice(-3).reverse(), ...open.slice(0, 4 - Math.min(3, earned.length))];
  const alone = progress.challenges.latest.length === 0;
  return (
    <Card aria-labelledby="practice" className="mt-5 grid gap-6">
      <h2 id="practice" className="sr-only">
        Your practice
      </h2>
      <div className="grid items-center gap-x-10 gap-y-6 lg:grid-cols-2">
        <LevelBar progress={progress} />
        <StreakView progress={progress} />
      </div>
      <div className="grid gap-x-10 gap-y-6 border-line border-t-2 border-dotted pt-6 lg:grid-cols-2">
        <div className={alone ? "lg:col-span-2" : undefined}>
          <h3 className="text-head">{`${earned.length} of ${achievements.length} stones found`}</h3>
          {earned.length === 0 ? (
            <p className="text-soft">Your first deck brings the first one.</p>
          ) : null}
          <ul className={clsx("mt-4 grid gap-4 sm:grid-cols-2", alone && "lg:grid-cols-4")}>
            {shown.map((achievement) => (
              <li key={achievement}>
                <AchievementStone achievement={achievement} earned={earned.includes(achievement)} />
              </li>
            ))}
          </ul>
          <AllAchievements earned={earned} />
        </div>
        <ChallengeList challenges={progress.challenges} deckTitles={deckTitles} />
      </div>
    </Card>
  );
}

function AllAchievements({ earned }: { earned: readonly string[] }) {
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-11 items-center text-link">See all of them</summary>
      <ul className="mt-2 grid gap-4 sm:grid-cols-2">
        {achievements.map((achievement) => (
          <li key={achievement}>
            <AchievementStone achievement={achievement} earned={earned.includes(achievement)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
