/** A moment in words, with the exact one for machines and on hover. */
import { useLocale } from "#app/words/use-words.ts";
import { formatMoment, formatRelative } from "./time-format.ts";

/** Both in milliseconds since 1970; `now` comes with the page, so that server and browser agree. */
export function Time({ at, now, className }: { at: number; now: number; className?: string }) {
  const locale = useLocale();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatMoment(at, locale)}
      className={className}
    >
      {formatRelative(at, now, locale)}
    </time>
  );
}
