/** Checks how skill tags read. */
import { describe, expect, it } from "vitest";
import { sayWords } from "#app/words/say.ts";
import { dictionaries } from "#shared/words/dictionaries.ts";
import { skillName } from "./skill-names.ts";

const english = sayWords<"skills">(dictionaries.en.skills, "en");

describe("skillName", () => {
  it("turns a tag into words, names and abbreviations as they are spelled", () => {
    expect(skillName(english, "two-step-equations")).toBe("Two-step equations");
    expect(skillName(english, "ohms-law")).toBe("Ohm's law");
    expect(skillName(english, "ph-scale")).toBe("pH scale");
  });

  it("reads an unknown tag as it is spelled", () => {
    expect(skillName(english, "long-gone")).toBe("Long gone");
  });
});
