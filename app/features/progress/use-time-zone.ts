/** Tells the server the browser's time zone where it knows another one: streaks count local days. */
import { useEffect } from "react";

export function useTimeZone(known: string): void {
  useEffect(() => {
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!timezone || timezone === known) return;
    import("#app/trpc-client.ts")
      .then(({ trpc }) => trpc.progress.keepTimezone.mutate({ timezone }))
      // Not worth a word to the person: the next visit tries again.
      .catch(() => {});
  }, [known]);
}
