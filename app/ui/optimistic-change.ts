/** Changes that are shown before the server has answered, and taken back when it refuses. Pure. */

interface Pending<Change> {
  /** What is changed, such as a link's code. */
  key: string;
  change: Change;
  n: number;
  /** The server said yes; shown until what the loader tells has caught up. */
  settled: boolean;
}

export interface OptimisticState<Change> {
  /** How many there have been; the newest carries it as its number. */
  count: number;
  pending: readonly Pending<Change>[];
}

export const noChanges: OptimisticState<never> = { count: 0, pending: [] };

export type OptimisticMove<Change> =
  | { kind: "begin"; key: string; change: Change }
  | { kind: "confirm"; n: number }
  | { kind: "refuse"; n: number }
  | { kind: "reload" };

/** `reload` says that newer truth has come: what was confirmed before is part of it. */
export function moveChanges<Change>(
  state: OptimisticState<Change>,
  move: OptimisticMove<Change>,
): OptimisticState<Change> {
  const { pending } = state;
  switch (move.kind) {
    case "begin": {
      const n = state.count + 1;
      const { key, change } = move;
      return { count: n, pending: [...pending, { key, change, n, settled: false }] };
    }
    case "confirm":
      return {
        ...state,
        pending: pending.map((one) => (one.n === move.n ? { ...one, settled: true } : one)),
      };
    case "refuse":
      return { ...state, pending: pending.filter(({ n }) => n !== move.n) };
    case "reload":
      return pending.some(({ settled }) => settled)
        ? { ...state, pending: pending.filter(({ settled }) => !settled) }
        : state;
  }
}

/** The newest change of that key; null where the truth is shown as it is. */
export function changeOf<Change>(state: OptimisticState<Change>, key: string): Change | null {
  return state.pending.findLast((one) => one.key === key)?.change ?? null;
}
