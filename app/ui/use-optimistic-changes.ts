/** Shows a change at once, asks the server, and takes it back when the server refuses. */
import { useCallback, useRef, useState } from "react";
import {
  changeOf,
  moveChanges,
  noChanges,
  type OptimisticMove,
  type OptimisticState,
} from "./optimistic-change.ts";

/**
 * `truth` is what the loader told: another value of it ends the changes that were confirmed.
 * `attempt` answers whether the deed succeeded; it passes on what the deed threw.
 */
export function useOptimisticChanges<Change>(truth: unknown) {
  const [state, setState] = useState<OptimisticState<Change>>(noChanges);
  const [seen, setSeen] = useState(truth);
  // The numbers are given before React gets to it: two taps of one moment are two changes.
  const count = useRef(0);
  const move = useCallback(
    (next: OptimisticMove<Change>) => setState((before) => moveChanges(before, next)),
    [],
  );
  if (seen !== truth) {
    setSeen(truth);
    move({ kind: "reload" });
  }
  const attempt = useCallback(
    async <T>(key: string, change: Change, deed: () => Promise<T>): Promise<T> => {
      count.current += 1;
      const n = count.current;
      move({ kind: "begin", key, change });
      try {
        const answer = await deed();
        move({ kind: "confirm", n });
        return answer;
      } catch (error) {
        move({ kind: "refuse", n });
        throw error;
      }
    },
    [move],
  );
  return { changeOf: (key: string) => changeOf(state, key), attempt };
}
