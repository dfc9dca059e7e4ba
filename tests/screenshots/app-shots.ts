/** What lies over pages, and the app without a network. In a browser that lets service workers run. */
import type { Page } from "@playwright/test";
import { expectKept, underWorker } from "#tests/support/offline-stage.ts";
import { at, over, type Shot } from "./shot.ts";

/** The keys are heard from the moment at which their button is there: on wide screens. */
async function readyForKeys(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/home");
  await page.getByRole("button", { name: "Search and go" }).waitFor();
}

export const appShots: readonly Shot[] = [
  over("palette", "home", "student", async (page) => {
    await readyForKeys(page);
    await page.keyboard.press("Control+k");
    await page
      .getByRole("option", { name: /Algebra/ })
      .first()
      .waitFor();
  }),
  over("palette-nothing", "home", "student", async (page) => {
    await page.getByRole("combobox").fill("no such place");
  }),
  over("shortcuts", "home", "student", async (page) => {
    await readyForKeys(page);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  }),
  over("install-offer", "home", "student", async (page) => {
    await page.goto("/home");
    await underWorker(page);
    await page.evaluate(() =>
      localStorage.setItem("vt.install", JSON.stringify({ finished: 2, last: null })),
    );
    // Headless Chromium never sends the event by itself; it is heard once its part is there.
    await page.waitForFunction(() => {
      window.dispatchEvent(new Event("beforeinstallprompt"));
      return document.body.innerText.includes("Keep Vel Tutor on this device?");
    });
  }),
  over("offline-banner", "home", "student", async (page) => {
    await page.goto("/home");
    await expectKept(page, "/home");
    await page.context().setOffline(true);
    await page.getByText("You are offline.").waitFor();
  }),
  over("offline-kept-page", "home", "student", async (page) => {
    await page.reload();
    await page.getByText("This page as of").waitFor();
  }),
  at("offline-page", "family", "student", async (page) => {
    // A page that this person has never opened.
    await page.goto("/family");
    await page.getByRole("heading", { name: "You are offline" }).waitFor();
  }),
];
