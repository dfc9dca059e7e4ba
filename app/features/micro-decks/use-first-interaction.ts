/** Tells the server once that a person, not a scanner, looks at an invitation. */
import { useEffect } from "react";

const signs = ["pointerdown", "keydown"] as const;

/** A bare request: the tRPC client would double what an invitee has to load. */
export function useFirstInteraction(invited: boolean): void {
  useEffect(() => {
    if (!invited) return;
    const stop = new AbortController();
    const tell = (event: Event) => {
      // A script that plays at clicking is not a person.
      if (!event.isTrusted) return;
      stop.abort();
      // Only a count hangs on it: where it fails, the person must not notice.
      fetch("/trpc/smartLinks.markEngaged", {
        method: "POST",
        headers: { "content-type": "application/json" },
        keepalive: true,
      }).catch(() => {});
    };
    for (const sign of signs) window.addEventListener(sign, tell, { signal: stop.signal });
    return () => stop.abort();
  }, [invited]);
}
