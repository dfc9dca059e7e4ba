/** Hands the run to the service worker after each step, and hears when held answers were sent. */
import { useEffect } from "react";
import { hearWorker, order } from "./service-worker.ts";

interface Play {
  /** The server's clock that belongs to the run. */
  now: number;
  resume(): void;
}

export function useKeptRun(run: object, play: Play): void {
  const { now } = play;
  useEffect(() => {
    order({ type: "keep-run", path: window.location.pathname, run, now });
  }, [run, now]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page's play goes on working.
  useEffect(
    () => hearWorker(({ type }) => (type === "answers-sent" ? play.resume() : undefined)),
    [],
  );
}
