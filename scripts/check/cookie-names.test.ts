import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { themeCookie } from "#app/features/shell/theme.ts";
import { cookieRules, faultOfLine } from "#tests/support/cookie-rules.ts";
import { createCookieJar } from "#workers/platform/cookie-jar.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = globSync("{app,workers}/**/*.{ts,tsx}", { cwd: root })
  .filter((file) => !file.includes(".test."))
  .map((file) => ({ file, text: readFileSync(root + file, "utf8") }));

describe("cookies", () => {
  it("have names that the rules know, each of them", () => {
    const named = sources.flatMap(({ text }) =>
      [...text.matchAll(/"((?:__Host-|__Secure-)?vt_[a-z_]+)"/g)].map(([, name = ""]) => name),
    );
    expect([...new Set([...named, "theme", "language", "keys"])].toSorted()).toEqual(
      Object.keys(cookieRules).toSorted(),
    );
  });

  it("are set in one place, but theme and language, which are no secrets", () => {
    const writers = sources.filter(({ text }) => /"Set-Cookie"|document\.cookie =/.test(text));
    expect(writers.map(({ file }) => file).toSorted()).toEqual([
      "app/features/shell/turn-theme.ts",
      "app/routes/language.tsx",
      "app/routes/settings.tsx",
      "workers/platform/edge-door.ts",
      "workers/platform/http-door.ts",
    ]);
  });

  it("leave the jar HttpOnly, Secure, SameSite=Lax, for our host alone, and no longer than they may", () => {
    for (const [name, { longestS, scripted }] of Object.entries(cookieRules)) {
      if (scripted) continue;
      const jar = createCookieJar(null);
      jar.set(name, "value", longestS ?? 0);
      expect(jar.lines().map(faultOfLine), name).toEqual([null]);
    }
  });

  it("are refused by the rules where one word is missing", () => {
    const good = "vt_vid=x; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax";
    expect(faultOfLine(good)).toBeNull();
    for (const word of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) {
      expect(faultOfLine(good.replace(`; ${word}`, "")), word).not.toBeNull();
    }
    expect(faultOfLine(`${good}; Domain=app.example`)).not.toBeNull();
    expect(faultOfLine(good.replace("vt_vid", "other"))).not.toBeNull();
    expect(faultOfLine(good.replace("=60", "=99999999"))).not.toBeNull();
  });

  it("of the theme go to our host alone, and say light or dark", () => {
    expect(themeCookie("dark")).toMatch(/^theme=dark; Path=\/; Max-Age=\d+; SameSite=Lax; Secure$/);
  });
});
