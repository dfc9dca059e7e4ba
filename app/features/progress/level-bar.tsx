/** The way from one level to the next, as a bar. */
import type { Outputs } from "#app/trpc.ts";
import { formatCount } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";

export type Progress = Outputs["progress"]["mine"];

export function LevelBar({ progress }: { progress: Progress }) {
  const t = useWords("progress");
  const { points } = progress;
  const { level, from, next } = progress.level;
  const share = next === null ? 1 : (points - from) / (next - from);
  return (
    <div>
      <p className="flex items-baseline justify-between gap-4">
        <span className="font-display font-extrabold text-2xl">{t("level", { level })}</span>
        <span className="text-soft">{t("points", { count: points })}</span>
      </p>
      <div
        aria-hidden="true"
        className="mt-2 h-5 overflow-hidden rounded-full border-2 border-line-strong bg-well"
      >
        <div
          className="h-full rounded-full bg-sun"
          style={{ width: `${Math.max(share * 100, points > 0 ? 4 : 0)}%` }}
        />
      </div>
      <p className="mt-1.5 text-[0.9375rem] text-soft">
        {next === null
          ? t("level_top")
          : t("level_next", { points: formatCount(next - points, t.locale), level: level + 1 })}
      </p>
    </div>
  );
}
