/** Checks how the metrics page's address is read. */
import { describe, expect, it } from "vitest";
import { readFilters } from "./read-filters.ts";

describe("readFilters", () => {
  it("takes the window and the loop of the address", () => {
    expect(readFilters(new URLSearchParams("window=28&loop=proud_parent"))).toEqual({
      windowDays: 28,
      loop: "proud_parent",
    });
  });

  it("falls back to 14 days and all loops for what it does not know", () => {
    expect(readFilters(new URLSearchParams(""))).toEqual({ windowDays: 14 });
    expect(readFilters(new URLSearchParams("window=15&loop=nope"))).toEqual({ windowDays: 14 });
  });
});
