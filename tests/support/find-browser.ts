/** Finds a Chromium for the browser tests: the one that is named, the system's, or Playwright's own. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const fixedPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a browser, or null where there is none. CHROMIUM_PATH wins, even when it is wrong. */
export function findBrowser(env: Record<string, string | undefined> = process.env): string | null {
  const named = env["CHROMIUM_PATH"];
  if (named) return named;
  const folders = ["/usr/bin", ...(env["PATH"] ?? "").split(delimiter)].filter(Boolean);
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...places, ...fixedPlaces, chromium.executablePath()].find(isProgram) ?? null;
}
