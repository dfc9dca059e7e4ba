/** When changes are told: at once after a quiet time, else together at the next tick. */
import type { Clock } from "./clock.ts";

/** Milliseconds to wait so that two words are at least a tick apart. */
export function paceMs(lastAt: number, tickMs: number, now: number): number {
  return Math.min(tickMs, Math.max(0, lastAt + tickMs - now));
}

/** Has a timer only while something waits to be told: an idle room may hibernate. */
export class RoomPace {
  readonly #clock: () => Clock;
  readonly #tell: () => void | Promise<void>;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lastAt = 0;

  constructor(clock: () => Clock, tell: () => void | Promise<void>) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /**
   * Something changed. Answers what is still being told; null where nothing is, as when it is put
   * off: a promise that an object waits for costs more than most changes.
   */
  due(tickMs: number): Promise<void> | null {
    if (this.#timer) return null;
    const waitMs = paceMs(this.#lastAt, tickMs, this.#clock().now());
    if (waitMs === 0) return this.#run();
    this.#wait(waitMs);
    return null;
  }

  /** The next word is due at that time: later or sooner than a tick after the last one. */
  shift(nextAt: number, tickMs: number): void {
    this.#lastAt = nextAt - tickMs;
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#wait(Math.max(0, nextAt - this.#clock().now()));
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#run();
    }, ms);
  }

  #run(): Promise<void> | null {
    this.#lastAt = this.#clock().now();
    const telling = this.#tell();
    return telling instanceof Promise ? telling : null;
  }
}

/** How often a list of so many people is told. */
export function tickOf(
  people: number,
  times: {
    listed: number;
    manyPeople: number;
    tickMs: number;
    manyTickMs: number;
    crowdTickMs: number;
  },
): number {
  if (people <= times.listed) return times.tickMs;
  return people <= times.manyPeople ? times.manyTickMs : times.crowdTickMs;
}

/** The same where counts go beside the list, and `share` of it where another keeps the pace too. */
export function listTickOf(
  people: number,
  times: Parameters<typeof tickOf>[1] & { crowdListMs: number },
  share: number,
): number {
  return people > times.manyPeople ? times.crowdListMs : tickOf(people, times) * share;
}
