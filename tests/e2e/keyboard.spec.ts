/** The whole loop by keys alone: a link, the deck, the score, joining, and the next link. */
import type { Page } from "@playwright/test";
import { expect, lateTicket, test } from "#tests/support/browser-test.ts";
import { challengeFriend, expectResult, readMail, signIn } from "#tests/support/journeys.ts";
import { expectFocusKept, pressOn, tabTo } from "#tests/support/keys.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";

const deckId = "alg-linear-equations";
const questions = findDeck(deckId)?.questions ?? [];

async function invite(page: Page): Promise<string> {
  await signIn(page, "student@demo.test");
  await page.locator('a[href^="/results/"]').first().click();
  return challengeFriend(page);
}

/** All five, right: a choice by Tab and arrows, as one does without knowing any shortcut. */
async function playByKeys(page: Page): Promise<void> {
  await pressOn(page, page.getByRole("button", { name: "Start" }));
  for (const [index, { prompt, answer, explanation }] of questions.entries()) {
    await expect(page.getByRole("group", { name: prompt.slice(0, 12) })).toBeVisible();
    // Faster than any human reads would be held.
    await page.waitForTimeout(1_300);
    await tabTo(page, page.locator("#choice-0"));
    await page.keyboard.press("Space");
    for (let i = 0; i < answer; i++) await page.keyboard.press("ArrowDown");
    await expect(page.locator(`#choice-${answer}`)).toBeChecked();
    await pressOn(page, page.getByRole("button", { name: "Check my answer" }));
    await expect(page.getByText(explanation)).toBeVisible();
    await expectFocusKept(page);
    const last = index === questions.length - 1;
    await pressOn(page, page.getByRole("link", { name: last ? "See my score" : "Next question" }));
  }
  await expect(page.getByRole("heading", { name: "The challenge" })).toBeVisible();
  await expectFocusKept(page);
}

async function joinByKeys(page: Page, email: string): Promise<void> {
  await pressOn(page, page.getByRole("link", { name: "Join for free" }));
  await expect(page).toHaveURL(/\/join/);
  await tabTo(page, page.getByLabel("Year of birth"));
  await page.keyboard.type("2000");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("My e-mail address")).toBeVisible();
  await expectFocusKept(page);
  await tabTo(page, page.getByLabel("My e-mail address"));
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/check-mail/);
  const { links } = await readMail(page, email);
  await page.goto(links.find((link) => link.includes("/sign-in/confirm")) ?? "/no-link");
  await pressOn(page, page.getByRole("button", { name: "Sign in" }));
  await expect(page).toHaveURL(/\/results\/run_/);
}

test("somebody invited plays, joins and invites the next one by keys alone @phone", async ({
  page,
  newPerson,
  pageErrors,
}, testInfo) => {
  test.setTimeout(180_000);
  pageErrors.allow(lateTicket);
  // Remix looks for further routes, and the next page cuts it off.
  pageErrors.allow(/AbortError/);
  const link = await invite(page);
  const friend = await newPerson();
  await friend.goto(link);
  await playByKeys(friend);
  await joinByKeys(friend, `keys-${testInfo.project.name}@people.test`);
  const nav = friend.getByRole("navigation", { name: "Main" });
  await pressOn(friend, nav.getByRole("link", { name: "Home" }));
  await expect(friend).toHaveURL(/\/home$/);
  await expect(friend.getByRole("heading", { level: 1 })).toBeVisible();
  await pressOn(friend, friend.locator('a[href^="/results/"]').first());
  await expectResult(friend);
  await pressOn(friend, friend.getByRole("button", { name: "Challenge a friend" }));
  await expect(friend.getByLabel("Your link")).toHaveValue(/\/sl\/[0-9a-z]{12}$/);
  await expectFocusKept(friend);
  await tabTo(friend, friend.getByRole("button", { name: "Copy" }));
});

test("a dialog keeps the focus inside and gives it back to what opened it", async ({ page }) => {
  await invite(page);
  await page.goto("/links");
  const opener = page.getByRole("button", { name: /Take .*back/ }).first();
  await pressOn(page, opener);
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toBeVisible();
  for (let tabs = 0; tabs < 6; tabs++) {
    await page.keyboard.press("Tab");
    expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test("the first Tab on a page offers to skip what every page has", async ({ page }) => {
  await signIn(page, "student2@demo.test");
  await page.keyboard.press("Tab");
  await tabTo(page, page.getByRole("link", { name: "Skip to the page" }));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() =>
    document.querySelector("main")?.contains(document.activeElement),
  );
  expect(inside).toBe(true);
});
