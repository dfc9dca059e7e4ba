/** Checks how the theme's cookie is read and written. */
import { describe, expect, it } from "vitest";
import { readTheme, themeCookie } from "./theme.ts";

describe("the theme cookie", () => {
  it("is read wherever it stands among the cookies", () => {
    expect(readTheme("theme=dark")).toBe("dark");
    expect(readTheme("a=1; theme=light; b=2")).toBe("light");
  });

  it("is no choice when it is missing, made up, or part of another name", () => {
    expect(readTheme(null)).toBeNull();
    expect(readTheme("theme=pink")).toBeNull();
    expect(readTheme("theme=darker")).toBeNull();
    expect(readTheme("mytheme=dark")).toBeNull();
  });

  it("is kept for a year, and removed by no choice", () => {
    expect(themeCookie("dark")).toContain("theme=dark; Path=/; Max-Age=31536000");
    expect(themeCookie(null)).toContain("Max-Age=0");
  });
});
