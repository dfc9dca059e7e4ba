/** Events on their way out: kept until the server has said that it took them, under the same ids. */
import { backoffMs } from "#app/live/backoff.ts";
import type { EventProps, TrackedName } from "#shared/events.ts";
import { type EventId, newId } from "#shared/ids.ts";
import { waitingPrefix } from "./waiting-events.ts";

export const outboxLimits = {
  /** More wait nowhere: the oldest go first. */
  mostWaiting: 200,
  /** Of at most 1,000 characters each: below a beacon's 64 KB. */
  mostInBatch: 50,
  /** How long others may join a batch. */
  gatherMs: 4_000,
  /** So many go at once. */
  enough: 20,
} as const;

export interface Posted {
  status: number;
  /** Of a 429 or 503 that says so. */
  retryAfterMs: number | null;
}

export interface OutboxParts {
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;
  /** Rejects where there was no answer. */
  post(body: string): Promise<Posted>;
  /** Sends as the page goes away; nobody hears the answer. */
  beacon(body: string): boolean;
  online(): boolean;
  hidden(): boolean;
  now(): number;
  random(): number;
}

/** The storage is the queue: other tabs send what this one leaves, and the server stores each once. */
export class EventOutbox {
  readonly #parts: OutboxParts;
  readonly #beaconed = new Set<EventId>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  #failures = 0;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** `at`: when it happened, in milliseconds since 1970. */
  add<N extends TrackedName>(name: N, props: EventProps<N>, at: number): void {
    const id = newId("evt", at);
    try {
      this.#parts.storage.setItem(waitingPrefix + id, JSON.stringify({ name, props }));
    } catch {
      // The storage is full, or forbidden: then this is not counted.
      return;
    }
    const waiting = this.#waiting();
    const tooMany = Math.max(0, waiting.length - outboxLimits.mostWaiting);
    for (const oldest of waiting.slice(0, tooMany)) this.#forget(oldest);
    if (this.#parts.hidden()) this.hide();
    else this.#sendWithin(waiting.length >= outboxLimits.enough ? 0 : outboxLimits.gatherMs);
  }

  /** Sends what waits, batch after batch, until all is taken or the server asks for patience. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const ids = this.#waiting().slice(0, outboxLimits.mostInBatch);
    if (this.#sending || ids.length === 0 || !this.#parts.online()) return;
    this.#sending = true;
    const posted = await this.#parts.post(this.#bodyOf(ids)).catch(() => null);
    this.#sending = false;
    if (posted && isSettled(posted.status)) {
      this.#failures = 0;
      for (const id of ids) this.#forget(id);
      await this.flush();
    } else {
      this.#failures++;
      const wait = backoffMs(this.#failures + 1, this.#parts.random());
      this.#sendWithin(Math.max(posted?.retryAfterMs ?? 0, wait));
    }
  }

  /** The page goes out of sight, perhaps for good: what waits stays until the server has said so. */
  hide(): void {
    const fresh = this.#waiting().filter((id) => !this.#beaconed.has(id));
    const ids = fresh.slice(-outboxLimits.mostInBatch);
    if (ids.length === 0 || !this.#parts.online()) return;
    if (!this.#parts.beacon(this.#bodyOf(ids))) return;
    for (const id of ids) this.#beaconed.add(id);
  }

  /** Ids begin with their time: in order of text they are in order of time. */
  #waiting(): EventId[] {
    const { storage } = this.#parts;
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
    const own = keys.filter((key) => key.startsWith(waitingPrefix));
    return own.map((key) => key.slice(waitingPrefix.length) as EventId).sort();
  }

  #bodyOf(ids: readonly EventId[]): string {
    const events = ids.flatMap((eventId) => {
      const text = this.#parts.storage.getItem(waitingPrefix + eventId);
      return text ? [{ eventId, ...(JSON.parse(text) as object) }] : [];
    });
    return JSON.stringify({ sentAt: this.#parts.now(), events });
  }

  #forget(id: EventId): void {
    this.#parts.storage.removeItem(waitingPrefix + id);
    this.#beaconed.delete(id);
  }

  #sendWithin(ms: number): void {
    if (this.#timer !== undefined && ms > 0 && this.#failures === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }
}

/** Taken or refused for good; anything else is worth another try. */
function isSettled(status: number): boolean {
  return status === 202 || [400, 403, 413].includes(status);
}
