/** Checks what key presses mean, and that they mean nothing where somebody types. */
import { describe, expect, it } from "vitest";
import {
  type KeyContext,
  type KeyPress,
  keyPlaces,
  keysAreOff,
  keysCookie,
  readKey,
} from "./shortcuts.ts";
import type { Viewer } from "./viewer.ts";

const student = { kind: "member", persona: "student", role: "member" } as unknown as Viewer;
const places = keyPlaces(student);
const context = (over: Partial<KeyContext> = {}): KeyContext => ({
  places,
  begunAt: null,
  off: false,
  ...over,
});
const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({
  key,
  command: false,
  alt: false,
  typing: false,
  at: 1_000,
  ...over,
});

describe("readKey", () => {
  it("goes home by g and then h", () => {
    expect(readKey(press("g"), context())).toEqual({ kind: "wait" });
    expect(readKey(press("h"), context({ begunAt: 900 }))).toEqual({ kind: "go", to: "/home" });
  });

  it("forgets a g that was pressed long ago", () => {
    expect(readKey(press("h", { at: 9_000 }), context({ begunAt: 900 })).kind).toBe("nothing");
  });

  it("means nothing while somebody types", () => {
    for (const key of ["g", "/", "?"]) {
      expect(readKey(press(key, { typing: true }), context()).kind).toBe("nothing");
    }
    expect(readKey(press("h", { typing: true }), context({ begunAt: 900 })).kind).toBe("nothing");
  });

  it("opens the palette by Ctrl or Cmd and K, wherever one is", () => {
    expect(readKey(press("k", { command: true, typing: true }), context()).kind).toBe("palette");
    expect(readKey(press("K", { command: true }), context({ off: true })).kind).toBe("palette");
  });

  it("leaves other combinations to the browser", () => {
    expect(readKey(press("h", { command: true }), context({ begunAt: 900 })).kind).toBe("nothing");
    expect(readKey(press("g", { alt: true }), context()).kind).toBe("nothing");
  });

  it("knows no single key once they are turned off", () => {
    for (const key of ["g", "/", "?"]) {
      expect(readKey(press(key), context({ off: true })).kind).toBe("nothing");
    }
  });
});

describe("keyPlaces", () => {
  it("gives each place a letter of its own, whoever looks", () => {
    for (const persona of ["student", "parent", "tutor"]) {
      const viewer = { kind: "member", persona, role: "admin" } as unknown as Viewer;
      const letters = keyPlaces(viewer).map(({ letter }) => letter);
      expect(new Set(letters).size).toBe(letters.length);
      expect(letters).not.toContain("g");
    }
  });

  it("leads a parent to the family, and nobody else to the admin's pages", () => {
    const parent = { kind: "member", persona: "parent", role: "member" } as unknown as Viewer;
    expect(keyPlaces(parent).map(({ to }) => to)).toContain("/family");
    expect(keyPlaces(parent).map(({ to }) => to)).not.toContain("/admin");
  });
});

describe("keysCookie", () => {
  it("is read back, and forgotten again", () => {
    expect(keysAreOff(`theme=dark; ${keysCookie(true)}`)).toBe(true);
    expect(keysAreOff(keysCookie(false))).toBe(false);
    expect(keysAreOff(null)).toBe(false);
  });
});
