/** A part of a page that fails takes nothing else with it, and can be tried again. */
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser-test.ts";
import { signIn } from "#tests/support/journeys.ts";

/** Lets no file of that name through, until the answer is called. */
async function withhold(page: Page, name: string): Promise<() => Promise<void>> {
  const files = new RegExp(`/assets/${name}-[^/]*\\.js$`);
  await page.route(files, (route) => route.abort());
  return () => page.unroute(files);
}

test.beforeEach(({ pageErrors }) => {
  pageErrors.allow(/Failed to fetch dynamically imported module|ERR_FAILED/);
});

test("a section whose file does not come says so, the page lives on, and another try brings it @phone", async ({
  page,
}) => {
  await signIn(page, "student@demo.test");
  await page.locator('a[href^="/results/"]').first().click();
  await page.getByRole("button", { name: "Challenge a friend" }).click();
  const letThrough = await withhold(page, "qr-code");
  const qr = page.getByRole("button", { name: "QR code" }).first();
  await qr.click();
  const failed = page.getByText("This part did not load");
  const picture = page.getByRole("img", { name: "QR code of your link" });
  await expect(failed).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByLabel("Your link")).toHaveValue(/\/sl\//);
  const retry = page.getByRole("button", { name: "Try again" });
  await retry.click();
  await expect(failed, "its file is still withheld").toBeVisible();
  await expect(picture).toHaveCount(0);
  await letThrough();
  await retry.click();
  await expect(picture).toBeVisible();
  await expect(failed).toHaveCount(0);
});

test("a palette whose file does not come leaves the page as it is, and comes with the next press", async ({
  page,
}) => {
  await signIn(page, "student@demo.test");
  const open = page.getByRole("button", { name: "Search and go" });
  await expect(open).toBeVisible();
  const letThrough = await withhold(page, "command-palette");
  await open.click();
  await expect(page.getByText("We cannot do that right now.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await letThrough();
  await open.click();
  await expect(page.getByRole("dialog", { name: "Where to?" })).toBeVisible();
});
