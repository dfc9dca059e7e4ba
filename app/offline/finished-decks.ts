/** When it is time to offer the app: somebody has come back for a second deck, and has not said no. */

export interface InstallMemory {
  finished: number;
  /** The run that was counted last, so that a reload counts nothing. */
  last: string | null;
  /** When the offer was put away, in milliseconds since 1970. */
  dismissedAt: number | null;
}

const key = "vt.install";
const enoughDecks = 2;
const quietMs = 90 * 24 * 3600_000;
export const finishedEvent = "deck-finished";

export function mayOffer(memory: InstallMemory, now: number): boolean {
  if (memory.finished < enoughDecks) return false;
  return memory.dismissedAt === null || now - memory.dismissedAt >= quietMs;
}

export function countFinished(memory: InstallMemory, runId: string): InstallMemory {
  if (memory.last === runId) return memory;
  return { ...memory, finished: memory.finished + 1, last: runId };
}

/** Anything unreadable is as good as nothing. */
export function parseMemory(text: string | null): InstallMemory {
  try {
    const { finished, last, dismissedAt } = JSON.parse(text ?? "{}") as Partial<InstallMemory>;
    return {
      finished: Number(finished) || 0,
      last: typeof last === "string" ? last : null,
      dismissedAt: typeof dismissedAt === "number" ? dismissedAt : null,
    };
  } catch {
    return { finished: 0, last: null, dismissedAt: null };
  }
}

export function readMemory(): InstallMemory {
  try {
    return parseMemory(localStorage.getItem(key));
  } catch {
    return parseMemory(null);
  }
}

function write(memory: InstallMemory): void {
  try {
    localStorage.setItem(key, JSON.stringify(memory));
  } catch {
    // A storage that is full or forbidden only means that nothing is offered.
  }
}

/** Counts a finished deck, once a run. */
export function noteFinished(runId: string): void {
  write(countFinished(readMemory(), runId));
  window.dispatchEvent(new Event(finishedEvent));
}

export function noteDismissed(now: number): void {
  write({ ...readMemory(), dismissedAt: now });
}
