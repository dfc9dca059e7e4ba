import { describe, expect, it } from "vitest";
import { safeReturnTo } from "./return-to.ts";

describe("safeReturnTo", () => {
  it.each(["/", "/fvm/algebra-1", "/links?page=2#top", "/cohort/alg-101", "/a%20b"])(
    "keeps the path %s of this site",
    (path) => {
      expect(safeReturnTo(path)).toBe(path);
    },
  );

  it.each([
    "https://evil.test/",
    "//evil.test",
    "/\\evil.test",
    "/\t/evil.test",
    "/\n//evil.test",
    "/a\\..\\evil.test",
    "/..//evil.test",
    "/.//evil.test",
    "javascript:alert(1)",
    "evil.test",
    " /home",
    "/%0d%0aSet-Cookie: a=b c",
    `/${"a".repeat(600)}`,
    "",
  ])("answers the home page for %j", (path) => {
    expect(safeReturnTo(path)).toBe("/home");
  });

  it("answers the home page where nothing was asked for", () => {
    expect(safeReturnTo(null)).toBe("/home");
    expect(safeReturnTo(undefined)).toBe("/home");
  });
});
