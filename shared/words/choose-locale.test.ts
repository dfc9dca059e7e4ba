/** Checks which language a request is answered in, and where a choice leads back to. */
import { describe, expect, it } from "vitest";
import { chooseLocale, languageCookie, readLocale } from "./choose-locale.ts";
import { directionOf, locales } from "./locale.ts";
import { pathWithin } from "./path-within.ts";

const chosenFrom = (headers: Record<string, string>) => chooseLocale(new Headers(headers));

describe("the language of an answer", () => {
  it("is the person's choice before the browser's", () => {
    expect(chosenFrom({ cookie: "a=1; language=fr", "accept-language": "es" })).toBe("fr");
    expect(chosenFrom({ cookie: "language=xx", "accept-language": "es" })).toBe("es");
    expect(chosenFrom({ cookie: "mylanguage=fr" })).toBe("en");
  });

  it("is the first of the browser's that we speak, by weight and then by order", () => {
    expect(chosenFrom({ "accept-language": "es-MX,es;q=0.9,en;q=0.8" })).toBe("es");
    expect(chosenFrom({ "accept-language": "en;q=0.1, fr-CA ; q=0.7" })).toBe("fr");
    expect(chosenFrom({ "accept-language": "de,pt,fr" })).toBe("fr");
    expect(chosenFrom({ "accept-language": "es;q=0,fr;q=0.1" })).toBe("fr");
  });

  it("is English where nothing of ours is asked for", () => {
    expect(chosenFrom({})).toBe("en");
    expect(chosenFrom({ "accept-language": "*" })).toBe("en");
    expect(chosenFrom({ "accept-language": ";;q=,,=" })).toBe("en");
    expect(chosenFrom({ "accept-language": "de,".repeat(5_000) })).toBe("en");
  });

  it("is kept by a cookie that is read again", () => {
    for (const locale of locales) {
      expect(chosenFrom({ cookie: languageCookie(locale).split(";", 1)[0] ?? "" })).toBe(locale);
    }
    expect(readLocale("constructor")).toBeNull();
  });
});

describe("the direction", () => {
  it("is from the right for the scripts that are written so, by a made-up locale too", () => {
    expect(locales.map(directionOf)).toEqual(["ltr", "ltr", "ltr"]);
    expect(directionOf("ar-XB")).toBe("rtl");
    expect(directionOf("arn")).toBe("ltr");
  });
});

describe("the way back", () => {
  const within = (address: unknown) => pathWithin("https://our.test", address);

  it("is a path of this site with its query", () => {
    expect(within("/fvm/bio-cells?after=q1")).toBe("/fvm/bio-cells?after=q1");
  });

  it.each([
    "https://evil.test/",
    "//evil.test",
    "/\\evil.test",
    "/\t/evil.test",
    "/.//evil.test",
    "//",
    "evil",
    "",
    null,
    `/${"a".repeat(600)}`,
  ])("is the start for %j", (address) => {
    expect(within(address)).toBe("/");
  });
});
