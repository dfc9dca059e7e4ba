/** `npm run app-screenshots`: pictures of the running app for its manifest, of the demo's student. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContextOptions, chromium, devices, type Page } from "@playwright/test";
import { findBrowser } from "#tests/support/find-browser.ts";
import { signIn } from "#tests/support/journeys.ts";
import { startServer } from "#tests/support/server.ts";

const folder = fileURLToPath(new URL("../public/app", import.meta.url));
const screens: Record<string, BrowserContextOptions> = {
  narrow: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  wide: { viewport: { width: 1280, height: 800 } },
};

async function showDeck(page: Page): Promise<void> {
  await page.goto("/fvm/bio-cells");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Check my answer" }).waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, "deck-narrow.png") });
}

const server = await startServer({ env: { SEED: "people" } });
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  for (const [form, options] of Object.entries(screens)) {
    const context = await browser.newContext({
      ...options,
      baseURL: server.url,
      userAgent: devices["Desktop Chrome"].userAgent,
      serviceWorkers: "block",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    await signIn(page, "student@demo.test");
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: join(folder, `home-${form}.png`) });
    if (form === "narrow") await showDeck(page);
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
