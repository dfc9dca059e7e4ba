/** A first-come, first-served lock with a bounded wait. */
import { LocalDatabaseError } from "#db/local/errors.ts";

/** Gives the lock back; calling it twice does no harm. */
export type Release = () => void;

/** PGlite has one backend, so whoever speaks to it holds this. */
export class FairMutex {
  readonly #waitMs: number;
  readonly #queue: (() => void)[] = [];
  #held = false;

  constructor(waitMs: number) {
    this.#waitMs = waitMs;
  }

  /** Waits for a turn; rejects once the longest wait is over. */
  async acquire(): Promise<Release> {
    if (this.#held) await this.#turn();
    this.#held = true;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#next();
    };
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(enter), 1);
        reject(
          new LocalDatabaseError(
            `The local database was busy with other clients for ${this.#waitMs / 1000} s: end their open transactions or try again.`,
            "55P03",
          ),
        );
      }, this.#waitMs);
      this.#queue.push(enter);
    });
  }

  // The lock stays held while it passes to the next in line, so nobody can slip in between.
  #next(): void {
    const enter = this.#queue.shift();
    if (enter) enter();
    else this.#held = false;
  }
}
