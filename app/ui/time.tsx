/** A moment in words, with the exact one for machines and on hover. */
import { formatMoment, formatRelative } from "./time-format.ts";

/** Both in milliseconds since 1970; `now` comes with the page, so that server and browser agree. */
export function Time({ at, now, className }: { at: number; now: number; className?: string }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={formatMoment(at)} className={className}>
      {formatRelative(at, now)}
    </time>
  );
}
