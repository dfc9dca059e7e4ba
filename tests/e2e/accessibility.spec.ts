/** axe on the pages people meet: no violation of WCAG 2.2 A and AA, light and dark, phone and desktop. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, lateTicket, test } from "#tests/support/browser-test.ts";
import { signIn } from "#tests/support/journeys.ts";
import { currentStep, totpCode } from "#workers/features/people/totp.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const open = [
  "/",
  "/sign-in",
  "/join",
  "/fvm/bio-cells",
  "/link-unavailable",
  "/share-in?text=words",
  "/share/student-results_rally-physics-4-7",
  "/share/parent-proud_parent-biology-5-14",
  "/cohort/alg-101",
  "/activity",
  "/activity?of=algebra&type=level_up",
  "/guardian/confirm?token=none",
  "/guardian/share?token=none",
  "/sign-in/check-mail",
  "/sign-in/confirm?token=none",
  "/api/docs",
];
const own = [
  "/home",
  "/lobby",
  "/cohort/alg-101",
  "/leaderboards/algebra",
  "/leaderboards/algebra?period=daily",
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
    // What is folded is read, too.
    await page.locator("details").evaluateAll((folds) => {
      for (const fold of folds) fold.setAttribute("open", "");
    });
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
  test.setTimeout(120_000);
  await signIn(page, "tutor@demo.test");
  await expectAccessible(page, "/cohort/alg-101");
  await expectAccessible(page, "/tutors/mine");
  const open = page.getByRole("link", { name: "See it as others do" });
  await expectAccessible(page, (await open.getAttribute("href")) ?? "/no-page");
});

test("a guardian's and a minor's pages have no axe violation @phone", async ({
  page,
  pageErrors,
}) => {
  test.setTimeout(120_000);
  pageErrors.allow(lateTicket);
  await signIn(page, "parent@demo.test");
  await expectAccessible(page, "/family");
  await page.context().clearCookies();
  await signIn(page, "minor@demo.test");
  await expectAccessible(page, "/ask-guardian");
});

test("the admin's pages have no axe violation @phone", async ({ page, pageErrors }) => {
  test.setTimeout(180_000);
  pageErrors.allow(lateTicket);
  await signIn(page, "admin@demo.test");
  await expectAccessible(page, "/settings/security");
  await expectAccessible(page, "/settings/second-factor");
  const recovery = await turnOnSecondFactor(page);
  await expectAccessible(page, "/settings/second-factor");
  await page.context().clearCookies();
  await signIn(page, "admin@demo.test");
  await expectAccessible(page, "/sign-in/second-factor");
  await page.getByLabel("The code that the app shows now").fill(recovery.shift() ?? "");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(/\/admin/);
  await expectAccessible(page, "/admin/metrics");
  await expectAccessible(page, "/admin/events");
  await expectAccessible(page, "/admin/deliveries");
  await expectAccessible(page, "/admin/held");
  await expectAccessible(page, "/admin/experiments");
  await expectAccessible(page, "/admin/flags");
  await expectAccessible(page, "/admin/cohorts");
  await expectAccessible(page, "/admin/people");
  // Off again: other tests sign in as the admin, too.
  await page.goto("/settings/second-factor");
  await page.getByLabel("A code of the app, or a recovery code").fill(recovery.shift() ?? "");
  await page.getByRole("button", { name: "Turn it off" }).click();
  await expect(page.getByText("Not set up yet")).toBeVisible();
});

/** Sets an app up for the admin on the page; answers the recovery codes. */
async function turnOnSecondFactor(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "Set it up" }).click();
  const secret = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
  const code = await totpCode(secret, currentStep(Date.now()));
  await page.getByLabel("The code that the app shows now").fill(code);
  await page.getByRole("button", { name: "Turn it on" }).click();
  return (await page.getByLabel("Recovery codes").inputValue()).split("\n");
}
