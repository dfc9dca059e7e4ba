/** axe on the pages people meet: no violation of WCAG 2.2 A and AA, light and dark, phone and desktop. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser-test.ts";
import { signIn } from "#tests/support/journeys.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const open = [
  "/",
  "/sign-in",
  "/join",
  "/fvm/bio-cells",
  "/link-unavailable",
  "/share/student-results_rally-physics-4-7",
  "/cohort/alg-101",
  "/activity",
  "/activity?of=algebra&type=level_up",
];
const own = [
  "/home",
  "/cohort/alg-101",
  "/leaderboards/algebra",
  "/leaderboards/algebra?period=all_time&view=around",
  "/links",
  "/settings",
  "/settings/security",
  "/friends",
  "/activity?of=mine",
];

async function expectAccessible(page: Page, path: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`);
    expect(found, `${path}, ${colorScheme}`).toEqual([]);
  }
}

test("pages that everybody may open have no axe violation @phone", async ({ page }) => {
  test.setTimeout(120_000);
  for (const path of open) await expectAccessible(page, path);
});

test("pages of a member have no axe violation @phone", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "student@demo.test");
  for (const path of own) await expectAccessible(page, path);
  const result = page.locator('a[href^="/results/"]').first();
  await page.goto("/home");
  await expectAccessible(page, (await result.getAttribute("href")) ?? "/no-result");
});

test("a tutor's page, and where it is made, have no axe violation @phone", async ({ page }) => {
  await signIn(page, "tutor@demo.test");
  await expectAccessible(page, "/tutors/mine");
  const open = page.getByRole("link", { name: "See it as others do" });
  await expectAccessible(page, (await open.getAttribute("href")) ?? "/no-page");
});

test("a guardian's and a minor's pages have no axe violation @phone", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "parent@demo.test");
  await expectAccessible(page, "/family");
  await page.context().clearCookies();
  await signIn(page, "minor@demo.test");
  await expectAccessible(page, "/ask-guardian");
});

test("the admin's pages have no axe violation", async ({ page }) => {
  await signIn(page, "admin@demo.test");
  await expectAccessible(page, "/settings/security");
  await expectAccessible(page, "/settings/second-factor");
  await expectAccessible(page, "/admin/metrics");
  await expectAccessible(page, "/admin/deliveries");
  await expectAccessible(page, "/admin/held");
});
