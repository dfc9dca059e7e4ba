/** Checks how skill tags read. */
import { describe, expect, it } from "vitest";
import { skillName } from "./skill-names.ts";

describe("skillName", () => {
  it("turns a tag into words", () => {
    expect(skillName("like-terms")).toBe("Like terms");
    expect(skillName("two-step-equations")).toBe("Two-step equations");
  });

  it("keeps names and abbreviations as they are spelled", () => {
    expect(skillName("ohms-law")).toBe("Ohm's law");
    expect(skillName("dna-base-pairs")).toBe("DNA base pairs");
    expect(skillName("ph-scale")).toBe("pH scale");
  });
});
