/** How far a longer piece of work has come; without a value it only says that it goes on. */
import { clsx } from "clsx";

interface ProgressBarProps {
  label: string;
  /** Done so far; left out where nobody knows how much there is. */
  value?: number;
  max?: number;
  /** What stands at the right end, such as "3 of 8". */
  aside?: string;
  className?: string;
}

export function ProgressBar({ label, value, max = 100, aside, className }: ProgressBarProps) {
  const known = value !== undefined;
  const share = known ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className={className}>
      <p className="mb-1.5 flex justify-between gap-4 text-[0.9375rem]">
        <span className="font-bold">{label}</span>
        {aside ? <span className="text-soft">{aside}</span> : null}
      </p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        {...(known ? { "aria-valuenow": value } : {})}
        {...(known && aside ? { "aria-valuetext": aside } : {})}
        className="h-3 overflow-hidden rounded-full bg-well ring-1 ring-line-strong ring-inset"
      >
        <span
          className={clsx(
            "block h-full rounded-full bg-river",
            known ? "transition-[width] duration-300 ease-water" : "w-2/5 animate-slide",
          )}
          style={known ? { width: `${share * 100}%` } : undefined}
        />
      </div>
    </div>
  );
}
