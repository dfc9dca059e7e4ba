/** A score as a ring of stones, one arc for each question. */
import { clsx } from "clsx";
import { useWords } from "#app/words/use-words.ts";

interface ScoreRingProps {
  score: number;
  total: number;
  className?: string;
}

const radius = 44;
const circumference = 2 * Math.PI * radius;

/** Read out as "4 of 5 right". */
export function ScoreRing({ score, total, className }: ScoreRingProps) {
  const t = useWords("shell");
  const step = circumference / Math.max(1, total);
  const arc = step - 13;
  return (
    <div className={clsx("relative aspect-square", className ?? "w-44")}>
      <svg
        viewBox="0 0 112 112"
        className="size-full -rotate-90"
        aria-hidden="true"
        role="presentation"
      >
        {Array.from({ length: total }, (_, index) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: arcs have no identity but their place.
            key={index}
            cx="56"
            cy="56"
            r={radius}
            fill="none"
            strokeWidth="11"
            strokeLinecap="round"
            stroke={index < score ? "var(--sun)" : "var(--line)"}
            strokeDasharray={`${arc} ${circumference - arc}`}
            strokeDashoffset={-(index * step + 6.5)}
          />
        ))}
      </svg>
      <p className="absolute inset-0 flex flex-col items-center justify-center font-display leading-none">
        <span className="sr-only">{t("score_right", { score, total })}</span>
        <span aria-hidden="true" className="font-extrabold text-[2.6em] tracking-tight">
          {score}
          <span className="text-[0.55em] text-soft">/{total}</span>
        </span>
        <span aria-hidden="true" className="mt-1.5 font-bold text-soft text-sm">
          {t("right")}
        </span>
      </p>
    </div>
  );
}
