/** Keyboard shortcuts: what each key does, and what a key press means. Pure. */
import type { Viewer } from "./viewer.ts";

export type PlaceName =
  | "home"
  | "boards"
  | "activity"
  | "lobby"
  | "links"
  | "inbox"
  | "friends"
  | "family"
  | "my_page"
  | "settings"
  | "admin";

/** A place of the app, and the letter that leads there after a `g`. */
export interface KeyPlace {
  name: PlaceName;
  to: string;
  letter: string;
}

const everybody: readonly KeyPlace[] = [
  { name: "home", to: "/home", letter: "h" },
  { name: "boards", to: "/leaderboards", letter: "l" },
  { name: "activity", to: "/activity", letter: "a" },
  { name: "lobby", to: "/lobby", letter: "w" },
  { name: "links", to: "/links", letter: "k" },
];
const inbox: KeyPlace = { name: "inbox", to: "/inbox", letter: "n" };
const settings: KeyPlace = { name: "settings", to: "/settings", letter: "s" };

/** The places of that person, in the order of the palette. */
export function keyPlaces(viewer: Viewer): readonly KeyPlace[] {
  if (viewer.kind !== "member") return everybody;
  const own: KeyPlace[] = [];
  if (viewer.persona === "parent") own.push({ name: "family", to: "/family", letter: "f" });
  else own.push({ name: "friends", to: "/friends", letter: "f" });
  if (viewer.persona === "tutor") own.push({ name: "my_page", to: "/tutors/mine", letter: "t" });
  if (viewer.role === "admin") own.push({ name: "admin", to: "/admin", letter: "m" });
  return [...everybody, inbox, ...own, settings];
}

export interface KeyPress {
  key: string;
  /** Ctrl or Cmd. */
  command: boolean;
  alt: boolean;
  /** Into a field, or where a dialog or another part has taken the key. */
  typing: boolean;
  /** Milliseconds, on any clock. */
  at: number;
}

export type KeyMeaning =
  | { kind: "nothing" }
  | { kind: "wait" }
  | { kind: "palette" }
  | { kind: "list" }
  | { kind: "go"; to: string };

/** So long a `g` waits for its letter. */
const patienceMs = 1_500;
const nothing: KeyMeaning = { kind: "nothing" };

export interface KeyContext {
  places: readonly KeyPlace[];
  /** When a `g` was pressed that still waits; null otherwise. */
  begunAt: number | null;
  /** The person has turned single keys off (WCAG 2.1.4); Ctrl or Cmd with K stays. */
  off: boolean;
}

export function readKey(press: KeyPress, { places, begunAt, off }: KeyContext): KeyMeaning {
  if (press.command) {
    return press.key.toLowerCase() === "k" && !press.alt ? { kind: "palette" } : nothing;
  }
  if (off || press.typing || press.alt) return nothing;
  if (begunAt !== null && press.at - begunAt <= patienceMs) {
    const place = places.find(({ letter }) => letter === press.key.toLowerCase());
    if (place) return { kind: "go", to: place.to };
  }
  if (press.key === "g") return { kind: "wait" };
  if (press.key === "/") return { kind: "palette" };
  return press.key === "?" ? { kind: "list" } : nothing;
}

const maxAgeS = 365 * 24 * 3600;

/** Whether a `Cookie` header says that single keys are turned off. */
export function keysAreOff(cookies: string | null): boolean {
  return /(?:^|;\s*)keys=off(?:;|$)/.test(cookies ?? "");
}

/** Scripts may read it: it is no secret. */
export function keysCookie(off: boolean): string {
  return `keys=${off ? "off" : ""}; Path=/; Max-Age=${off ? maxAgeS : 0}; SameSite=Lax; Secure`;
}
