/**
 * Streaks of practised days. A day counts when a deck was finished on it. Five practised days earn
 * the one freeze; it is spent by itself on one missed day, which keeps the streak and adds nothing.
 */

/** Practised days, since the streak began or the last freeze was spent, that earn a freeze. */
export const freezeCost = 5;

export interface StreakState {
  /** Practised days in the streak that `lastDay` belongs to. */
  days: number;
  /** The longest streak ever. */
  longest: number;
  /** Practised days since the streak began or the freeze was last spent. */
  sinceFreeze: number;
  /** Whole local days since 1970-01-01; null before the first. */
  lastDay: number | null;
}

export const noStreak: StreakState = { days: 0, longest: 0, sinceFreeze: 0, lastDay: null };

/** The state after one more practised day. `day` must not be before the last one. */
export function practiseOn(state: StreakState, day: number): StreakState {
  if (state.lastDay === day) return state;
  const missed = state.lastDay === null ? Number.POSITIVE_INFINITY : day - state.lastDay - 1;
  const frozen = missed === 1 && hasFreeze(state);
  const goesOn = missed === 0 || frozen;
  const days = goesOn ? state.days + 1 : 1;
  const sinceFreeze = goesOn && !frozen ? state.sinceFreeze + 1 : 1;
  return { days, longest: Math.max(state.longest, days), sinceFreeze, lastDay: day };
}

/** All days in any order; a repeated day changes nothing, and a further day never shortens it. */
export function streakOf(days: Iterable<number>): StreakState {
  return [...new Set(days)].sort((a, b) => a - b).reduce(practiseOn, noStreak);
}

/** The first day on which a streak of that length stood; null where there was none. */
export function dayOfStreak(days: Iterable<number>, length: number): number | null {
  let state = noStreak;
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    state = practiseOn(state, day);
    if (state.days >= length) return day;
  }
  return null;
}

function hasFreeze(state: StreakState): boolean {
  return state.sinceFreeze >= freezeCost;
}

export interface StreakView {
  /** 0 when the streak is over. */
  days: number;
  longest: number;
  /** True when today already counts. */
  practisedToday: boolean;
  freeze: {
    held: boolean;
    /** The freeze stands in for yesterday: practising today keeps the streak. */
    inUse: boolean;
    /** Practised days until the next one; 0 when held. */
    daysToEarn: number;
  };
}

/** How the streak stands on that local day. */
export function viewStreak(state: StreakState, today: number): StreakView {
  const { longest } = state;
  const missed = state.lastDay === null ? Number.POSITIVE_INFINITY : today - state.lastDay - 1;
  const held = hasFreeze(state);
  const inUse = missed === 1 && held;
  const alive = missed <= 0 || inUse;
  if (!alive) {
    const freeze = { held: false, inUse: false, daysToEarn: freezeCost };
    return { days: 0, longest, practisedToday: false, freeze };
  }
  const daysToEarn = Math.max(0, freezeCost - state.sinceFreeze);
  // A zone change to the west may put today before the last practised day: that counts as today.
  const practisedToday = missed < 0;
  return { days: state.days, longest, practisedToday, freeze: { held, inUse, daysToEarn } };
}
