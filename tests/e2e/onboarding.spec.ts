/** Somebody new is led to the first share; parents and tutors find their own matters at home. */
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser-test.ts";
import { confirmByMail, playDeck, signIn } from "#tests/support/journeys.ts";

const steps = (page: Page) => page.getByRole("region", { name: "Three stones to your first" });

async function joinAsStudent(page: Page, email: string): Promise<void> {
  await page.goto("/join?returnTo=/home");
  await page.getByLabel("Year of birth").fill("2000");
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel("My e-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page).toHaveURL(/check-mail/);
  await confirmByMail(page, email);
  await expect(page).toHaveURL(/\/home/);
}

test("a new student shares within three taps of home, and the steps go when a friend came @phone", async ({
  page,
  newPerson,
}) => {
  test.setTimeout(120_000);
  await joinAsStudent(page, "first-share@home.test");
  await expect(steps(page).locator("[aria-current=step]")).toContainText("Play five questions");
  await steps(page).getByRole("link", { name: "Start" }).click();
  await expect(page).toHaveURL(/\/fvm\//);
  const deckId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await page.getByRole("button", { name: "Start" }).click();
  await playDeck(page, deckId);
  await page.goto("/home", { waitUntil: "networkidle" });
  await expect(steps(page).locator("[aria-current=step]")).toContainText("Challenge a friend");
  await steps(page).getByRole("button", { name: "Challenge a friend" }).click();
  const link = await steps(page).getByLabel("Your link").inputValue();
  await page.reload();
  await expect(steps(page).locator("[aria-current=step]")).toContainText("Your friend opens it");
  const friend = await newPerson();
  await friend.goto(link, { waitUntil: "networkidle" });
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(steps(page)).toHaveCount(0, { timeout: 500 });
  }).toPass();
});

test("a parent's home tells of the children and leads to what they did @phone", async ({
  page,
}) => {
  await signIn(page, "parent@demo.test");
  const child = page.getByRole("region", { name: "Brave Hedgehog 63" }).first();
  await expect(child).toContainText("decks finished");
  await expect(page.getByText("All decks")).toHaveCount(0);
  await child.getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: /Your child's result/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "A proud moment" })).toBeVisible();
});

test("a tutor's home leads to the groups and shares the page", async ({ page }) => {
  await signIn(page, "tutor@demo.test");
  await expect(page.getByRole("link", { name: /Algebra 101/ })).toBeVisible();
  await page.getByRole("button", { name: "Share my page" }).click();
  await expect(page.getByLabel("Your link")).toHaveValue(/\/sl\//);
});

test("an empty board invites instead of counting to zero", async ({ page }) => {
  await page.goto("/leaderboards/vocabulary?period=daily");
  await expect(page.getByText("Nobody has played today")).toBeVisible();
  await expect(page.getByText("0 players")).toHaveCount(0);
  await page.getByRole("link", { name: "Play Vocabulary" }).click();
  await expect(page).toHaveURL(/\/fvm\//);
});

test("pulling the feed down asks for it again @phone-only", async ({ page }) => {
  await signIn(page, "student@demo.test");
  await page.goto("/activity", { waitUntil: "networkidle" });
  const asked = page.waitForRequest((request) => request.url().includes("/activity.data"));
  const touch = await page.context().newCDPSession(page);
  const at = (y: number) => ({ touchPoints: [{ x: 195, y }] });
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", ...at(200) });
  for (const y of [240, 300, 360, 420]) {
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", ...at(y) });
  }
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await asked;
});
