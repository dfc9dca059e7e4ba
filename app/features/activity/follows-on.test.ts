/** Checks which lines of the feed share a face. */
import { describe, expect, it } from "vitest";
import { followsOn } from "./follows-on.ts";

const line = { handle: "h", alias: "Quiet Otter 42", createdAt: 1_000_000 };

describe("followsOn", () => {
  it("takes lines of one person within ten minutes together", () => {
    expect(followsOn(line, { ...line, createdAt: 1_599_999 })).toBe(true);
    expect(followsOn(line, { ...line, createdAt: 1_600_000 })).toBe(false);
  });

  it("shows the face again for another person, another alias, and at the top", () => {
    expect(followsOn(line, { ...line, handle: "other" })).toBe(false);
    expect(followsOn(line, { ...line, alias: "Brave Otter 7" })).toBe(false);
    expect(followsOn(line, undefined)).toBe(false);
  });
});
