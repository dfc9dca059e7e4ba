/** Checks which years of birth the age question takes. */
import { describe, expect, it } from "vitest";
import { isYearOfBirth } from "./join-step.ts";

describe("isYearOfBirth", () => {
  it("takes every year a living person can have, children's years included", () => {
    for (const year of ["2026", "2018", "2013", "1950", "1906"]) {
      expect(isYearOfBirth(year, 2026), year).toBe(true);
    }
  });

  it("does not take the future, nobody's age, or what is not a year", () => {
    for (const year of ["2027", "1905", "13", "12/04/2012", "", "2o12"]) {
      expect(isYearOfBirth(year, 2026), year).toBe(false);
    }
    expect(isYearOfBirth(undefined, 2026)).toBe(false);
  });
});
