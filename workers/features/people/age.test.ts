import { describe, expect, it } from "vitest";
import { ageBand, isMinor, isPossibleBirthYear, youngestAge } from "./age.ts";

const now = Date.UTC(2026, 10, 21);

describe("age by year of birth", () => {
  it("counts this year's birthday as still to come", () => {
    expect(youngestAge(2013, now)).toBe(12);
    expect(youngestAge(2026, now)).toBe(-1);
  });

  it("makes everybody who may be under 13 a child", () => {
    expect(ageBand(2013, now)).toBe("child");
    expect(ageBand(2012, now)).toBe("teen");
  });

  it("makes everybody who may be under 18 a minor", () => {
    expect(ageBand(2008, now)).toBe("teen");
    expect(ageBand(2007, now)).toBe("adult");
    expect(isMinor({ birthYear: 2008, persona: "tutor" }, now)).toBe(true);
    expect(isMinor({ birthYear: 2007, persona: "student" }, now)).toBe(false);
  });

  it("treats a student of unknown age as a minor, and nobody else", () => {
    expect(isMinor({ birthYear: null, persona: "student" }, now)).toBe(true);
    expect(isMinor({ birthYear: null, persona: "parent" }, now)).toBe(false);
  });

  it("changes with the year, in UTC", () => {
    expect(ageBand(2013, Date.UTC(2027, 0, 1))).toBe("teen");
    expect(ageBand(2013, Date.UTC(2027, 0, 1) - 1)).toBe("child");
  });

  it("refuses years of the future, of long ago, and halves", () => {
    expect(isPossibleBirthYear(2027, now)).toBe(false);
    expect(isPossibleBirthYear(2026, now)).toBe(true);
    expect(isPossibleBirthYear(1905, now)).toBe(false);
    expect(isPossibleBirthYear(2000.5, now)).toBe(false);
  });
});
