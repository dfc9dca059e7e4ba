/** The time and new ids, as values one can replace in a test. */
import { type Id, type IdPrefix, newId } from "#shared/ids.ts";

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** For a request too short to last: to read the time costs as much as to read a header. */
export function stoppedClock(now: number): Clock {
  return { now: () => now };
}

export interface Ids {
  /** A new TypeID that carries the clock's time. */
  next<P extends IdPrefix>(prefix: P): Id<P>;
}

export function idsFrom(clock: Clock): Ids {
  return { next: (prefix) => newId(prefix, clock.now()) };
}
