/** A calm clock: it counts up, it never warns, and it is not read out. */
import { useEffect, useState } from "react";
import { formatClock } from "#app/ui/time-format.ts";

/** Both by the server's clock, in milliseconds since 1970. */
export function DeckTimer({ startedAt, now }: { startedAt: number; now: number }) {
  const [elapsed, setElapsed] = useState(now - startedAt);
  useEffect(() => {
    const base = now - startedAt;
    const from = performance.now();
    const timer = setInterval(() => setElapsed(base + performance.now() - from), 500);
    return () => clearInterval(timer);
  }, [startedAt, now]);
  return (
    <p aria-hidden="true" className="font-bold text-soft tabular-nums">
      {formatClock(elapsed)}
    </p>
  );
}
