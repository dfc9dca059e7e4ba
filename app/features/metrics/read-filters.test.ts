/** Checks how the metrics page's address is read. */
import { describe, expect, it } from "vitest";
import { csvAddress, filterAddress, readFilters } from "./read-filters.ts";

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

  it("takes who, what and when, and leaves out what it does not know", () => {
    const text =
      "window=7&persona=guest&subject=biology&variant=copy:b&from=2026-01-01&to=2026-99-01";
    const filters = readFilters(new URLSearchParams(text));
    expect(filters).toEqual({
      ...{ windowDays: 7, persona: "guest", subject: "biology" },
      ...{ variant: "copy:b", from: "2026-01-01" },
    });
    expect(readFilters(new URLSearchParams(filterAddress(filters)))).toEqual(filters);
    expect(filterAddress(filters, { subject: undefined })).not.toContain("subject");
    expect(csvAddress("k", filters)).toContain("/api/metrics/k.csv?windowDays=7&persona=guest");
  });
});
