/** Ends the grace of those who left, when it is over. */
import type { Clock } from "../../platform/clock.ts";

interface Releases {
  /** When the next grace ends, in milliseconds since 1970; null where nobody is held back. */
  nextRelease(): number | null;
  release(now: number): unknown;
}

/** In memory only: an instance that ends meanwhile forgets whom it held back, and no more. */
export class ReleaseTimer {
  readonly #book: Releases;
  readonly #clock: () => Clock;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(book: Releases, clock: () => Clock, changed: () => void) {
    this.#book = book;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** Waits for the next end, at most `graceMs`. */
  set(graceMs: number): void {
    const next = this.#book.nextRelease();
    if (next === null && this.#timer) {
      // A timer keeps an object awake: none for those who came back, or are elsewhere.
      clearTimeout(this.#timer);
      this.#timer = null;
    }
    if (next === null || this.#timer) return;
    const waitMs = Math.max(0, Math.min(next - this.#clock().now(), graceMs));
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#book.release(this.#clock().now());
      this.#changed();
    }, waitMs + 1);
  }
}
