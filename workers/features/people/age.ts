/** What an age means here, always by the youngest age that a year of birth allows. */
import type { Persona } from "#shared/vocabulary.ts";

/** Below this a guardian has to agree first (COPPA). */
export const guardianAge = 13;
/** Below this a person is a minor. */
export const adultAge = 18;
const oldestAge = 120;

export type AgeBand = "child" | "teen" | "adult";

/**
 * Whole years. Only the year of birth is known, so this year's birthday counts as still to come:
 * somebody born 13 years ago this year may be 12, and is treated as 12.
 */
export function youngestAge(birthYear: number, now: number): number {
  return new Date(now).getUTCFullYear() - birthYear - 1;
}

/** `child` waits for a guardian, `teen` is a minor with an account, `adult` is neither. */
export function ageBand(birthYear: number, now: number): AgeBand {
  const age = youngestAge(birthYear, now);
  if (age < guardianAge) return "child";
  return age < adultAge ? "teen" : "adult";
}

/** True for under 18, and for a student whose age nobody knows. */
export function isMinor(
  person: { birthYear: number | null; persona: Persona },
  now: number,
): boolean {
  if (person.birthYear === null) return person.persona === "student";
  return youngestAge(person.birthYear, now) < adultAge;
}

/** False for the future and for nobody's age. */
export function isPossibleBirthYear(birthYear: number, now: number): boolean {
  const year = new Date(now).getUTCFullYear();
  return Number.isInteger(birthYear) && birthYear <= year && birthYear >= year - oldestAge;
}
