/** Counts how long our pages are in view, from being looked at to being hidden. */
import { useEffect } from "react";
import { outbox } from "./browser-outbox.ts";

/** A glance is no session. */
const shortestMs = 1_000;

/** For a part that is on every page of somebody signed in, and mounted once. */
export function usePresenceSession(): void {
  useEffect(() => {
    let since = document.visibilityState === "visible" ? performance.now() : null;
    const end = () => {
      if (since === null) return;
      const durationMs = Math.round(performance.now() - since);
      since = null;
      if (durationMs >= shortestMs) outbox.add("presence.session", { durationMs }, Date.now());
    };
    const change = () => {
      if (document.visibilityState === "hidden") end();
      else since ??= performance.now();
    };
    document.addEventListener("visibilitychange", change);
    window.addEventListener("pagehide", end);
    return () => {
      document.removeEventListener("visibilitychange", change);
      window.removeEventListener("pagehide", end);
    };
  }, []);
}
