/** Goes through the shots in real browsers and writes their pictures. */
import { join } from "node:path";
import { type Browser, devices, type Page } from "@playwright/test";
import { goThrough } from "#tests/support/shot-stage.ts";
import type { Shot } from "./shot.ts";

const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const schemes = ["light", "dark"] as const;

export interface Taken {
  files: string[];
  /** Sentences about shots that could not be reached. */
  faults: string[];
}

/** Writes `<name>-<width>-<scheme>.png` for each shot into `folder`; says each as it is done. */
export async function takeShots(
  browser: Browser,
  {
    shots,
    url,
    folder,
    say,
    workers,
  }: {
    shots: readonly Shot[];
    url: string;
    folder: string;
    say(line: string): void;
    /** A service worker asks for pages by itself: what a shot puts in the way passes it by. */
    workers: "allow" | "block";
  },
): Promise<Taken> {
  const taken: Taken = { files: [], faults: [] };
  await goThrough(
    shots,
    () => openPage(browser, url, workers),
    async (page, shot) => {
      const files = await takeAll(page, shot, folder);
      taken.files.push(...files);
      say(files.join("  "));
    },
    ({ name }, error) => {
      const [words] = String(error instanceof Error ? error.message : error).split("\n");
      taken.faults.push(`${name}: ${words}`);
    },
  );
  return taken;
}

async function openPage(
  browser: Browser,
  baseURL: string,
  serviceWorkers: "allow" | "block",
): Promise<Page> {
  const userAgent = devices["Desktop Chrome"]?.userAgent ?? "";
  const context = await browser.newContext({
    baseURL,
    userAgent,
    serviceWorkers,
    reducedMotion: "reduce",
    viewport: widths.phone,
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** What connects has done so; without a network it never does. */
async function untilLive(page: Page): Promise<void> {
  const live = () => !document.body.innerText.includes("Connecting…");
  await page.waitForFunction(live, undefined, { timeout: 4_000 }).catch(() => {});
}

/** The same page four times: neither a width nor a colour scheme loads it anew. */
async function takeAll(page: Page, shot: Shot, folder: string): Promise<string[]> {
  const { name, over, readme } = shot;
  const files: string[] = [];
  await page.waitForLoadState("load");
  await page.waitForFunction(() => document.fonts.status === "loaded");
  await untilLive(page);
  for (const viewport of Object.values(widths)) {
    await page.setViewportSize(viewport);
    await page.waitForFunction(({ height }) => innerHeight === height, viewport);
    // As high as the page is: what sticks to an edge is at that edge, and what is lazy comes.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (!over && height > viewport.height) await page.setViewportSize({ ...viewport, height });
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(150);
      const file = `${name}-${viewport.width}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, file), animations: "disabled" });
      files.push(file);
    }
  }
  if (readme) files.push(await takeWindow(page, readme, `readme-${name}.png`, folder));
  // The next page is opened as a phone opens it.
  await page.setViewportSize(widths.phone);
  return files;
}

/** What a window of that size shows, by day. */
async function takeWindow(
  page: Page,
  size: { width: number; height: number },
  file: string,
  folder: string,
): Promise<string> {
  await page.setViewportSize(size);
  await page.waitForFunction(({ height }) => innerHeight === height, size);
  await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(150);
  await page.screenshot({ path: join(folder, file), animations: "disabled" });
  return file;
}
