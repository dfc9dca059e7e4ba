/** What one run did for a student's practice: level, streak, a new best, new achievements. */
import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { formatDuration } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";
import { AchievementStone } from "./achievement-stone.tsx";
import { LevelBar, type Progress } from "./level-bar.tsx";
import { StreakView } from "./streak-view.tsx";
import { useTimeZone } from "./use-time-zone.ts";

interface RunProgressProps {
  progress: Progress;
  run: { runId: string; flagged: boolean; completedAt: number };
  /** When the page was loaded, in milliseconds since 1970. */
  now: number;
}

/** A run younger than this may not have been counted yet: the page asks once more. */
const settlingMs = 10_000;

export function RunProgress({ progress, run, now }: RunProgressProps) {
  const t = useWords("progress");
  useTimeZone(progress.timezone);
  useSecondLook(now - run.completedAt < settlingMs);
  const fresh = progress.achievements.filter(({ runId }) => runId === run.runId);
  const best = progress.bests.find(({ runId }) => runId === run.runId);
  return (
    <Card aria-labelledby="practice" className="grid gap-5">
      <h2 id="practice" className="text-head">
        {t("practice")}
      </h2>
      {run.flagged ? <Notice>{t("run_flagged")}</Notice> : null}
      {best ? (
        <Notice tone="good">
          {t("run_best", {
            score: best.score,
            total: best.total,
            time: formatDuration(best.durationMs),
          })}
        </Notice>
      ) : null}
      <LevelBar progress={progress} />
      <StreakView progress={progress} />
      {fresh.length > 0 ? (
        <div>
          <h3 className="text-head">{t("stones_new", { count: fresh.length })}</h3>
          <ul className="mt-3 grid gap-4 sm:grid-cols-2">
            {fresh.map(({ achievement }) => (
              <li key={achievement} className="animate-pop">
                <AchievementStone achievement={achievement} earned />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Card>
  );
}

/** Runs are counted after the answer; once, a moment later, the page looks again. */
function useSecondLook(worthIt: boolean): void {
  const { revalidate } = useRevalidator();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page, not each render.
  useEffect(() => {
    if (!worthIt) return;
    const timer = setTimeout(revalidate, 1_500);
    return () => clearTimeout(timer);
  }, []);
}
