/** Goes through the shots in real browsers and writes their pictures. */
import { join } from "node:path";
import { type Browser, devices, type Page } from "@playwright/test";
import { signIn } from "#tests/support/journeys.ts";
import type { Actor, Found, Shot } from "./shot.ts";

export const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
export const schemes = ["light", "dark"] as const;

const accounts: Partial<Record<Actor, string>> = {
  student: "student@demo.test",
  minor: "minor@demo.test",
  parent: "parent@demo.test",
  tutor: "tutor@demo.test",
  admin: "admin@demo.test",
};

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
  }: { shots: readonly Shot[]; url: string; folder: string; say(line: string): void },
): Promise<Taken> {
  const pages = new Map<Actor, Page>();
  const found: Found = {};
  const taken: Taken = { files: [], faults: [] };
  const pageOf = async (actor: Actor): Promise<Page> => {
    const known = pages.get(actor);
    if (known) return known;
    const page = await openPage(browser, url);
    pages.set(actor, page);
    const account = accounts[actor];
    if (account) await signIn(page, account);
    return page;
  };
  for (const shot of shots) {
    try {
      const page = await pageOf(shot.as);
      if (typeof shot.reach === "string") await page.goto(shot.reach);
      else await shot.reach(page, { pageOf, found });
      const files = await takeAll(page, shot.name, folder);
      taken.files.push(...files);
      say(files.join("  "));
    } catch (error) {
      const [words] = String(error instanceof Error ? error.message : error).split("\n");
      taken.faults.push(`${shot.name}: ${words}`);
    }
  }
  for (const page of pages.values()) await page.context().close();
  return taken;
}

async function openPage(browser: Browser, baseURL: string): Promise<Page> {
  const userAgent = devices["Desktop Chrome"]?.userAgent ?? "";
  const context = await browser.newContext({ baseURL, userAgent, reducedMotion: "reduce" });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** The same page four times: neither a width nor a colour scheme loads it anew. */
async function takeAll(page: Page, name: string, folder: string): Promise<string[]> {
  const files: string[] = [];
  await page.waitForLoadState("load");
  await page.waitForFunction(() => document.fonts.status === "loaded");
  for (const viewport of Object.values(widths)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(150);
      const file = `${name}-${viewport.width}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true, animations: "disabled" });
      files.push(file);
    }
  }
  return files;
}
