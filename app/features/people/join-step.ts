/** The steps of joining: age, then who one is, then a guardian where one is needed. */
import type { SignInFields } from "./sign-in-request.ts";

export type JoinStep = "age" | "about" | "guardian";

export interface JoinState {
  step: JoinStep;
  fields: SignInFields;
  /** What is not right yet, in words for the person. */
  problem?: string | undefined;
}

const oldestAge = 120;

/** A year of birth that somebody alive in `thisYear` can have. Says nothing of what is allowed. */
export function isYearOfBirth(text: string | undefined, thisYear: number): boolean {
  if (!text || !/^\d{4}$/.test(text)) return false;
  const year = Number(text);
  return year <= thisYear && year >= thisYear - oldestAge;
}
