/** The micro-deck in a browser: by keys alone, through a reload, beside a calm clock. */
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser-test.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";

const deckId = "bio-cells";
const questions = findDeck(deckId)?.questions ?? [];

async function expectQuestion(page: Page, number: number): Promise<void> {
  const prompt = questions[number - 1]?.prompt.slice(0, 12) ?? "no such question";
  await expect(page.getByRole("group", { name: prompt })).toBeVisible();
}

/** The text of the clock, such as `0:07`. */
function clock(page: Page) {
  return page.getByText(/^\d+:\d\d$/);
}

test("a whole deck is played by the keys 1 to 4 and Enter alone", async ({ page }) => {
  await page.goto(`/fvm/${deckId}`);
  const start = page.getByRole("button", { name: "Start" });
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(start).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press("Enter");
  for (const [index, question] of questions.entries()) {
    await expectQuestion(page, index + 1);
    await page.waitForTimeout(1_300);
    // Another one first: the last key counts.
    await page.keyboard.press(String(((question.answer + 1) % 4) + 1));
    await page.keyboard.press(String(question.answer + 1));
    await expect(page.locator(`#choice-${question.answer}`)).toBeChecked();
    await page.keyboard.press("Enter");
    await expect(page.getByText(question.explanation)).toBeVisible();
    const last = index === questions.length - 1;
    await expect(
      page.getByRole("link", { name: last ? "See my score" : "Next question" }),
    ).toBeFocused();
    await page.keyboard.press("Enter");
  }
  await expect(page.getByText("5 of 5 right").first()).toBeAttached();
});

test("a reload in the middle keeps the answers, the next question and the clock", async ({
  page,
}) => {
  await page.goto(`/fvm/${deckId}`);
  await page.getByRole("button", { name: "Start" }).click();
  for (const [index, question] of questions.slice(0, 2).entries()) {
    await expectQuestion(page, index + 1);
    await page.waitForTimeout(1_300);
    await page.locator(`label[for="choice-${question.answer}"]`).click();
    await page.getByRole("button", { name: "Check my answer" }).click();
    await expect(page.getByText(question.explanation)).toBeVisible();
    await page.getByRole("link", { name: "Next question" }).click();
  }
  await expectQuestion(page, 3);
  const seconds = async () => Number((await clock(page).innerText()).split(":")[1]);
  const before = await seconds();
  expect(before).toBeGreaterThanOrEqual(2);
  await page.reload();
  await expectQuestion(page, 3);
  // It goes on from the server's start, neither from nought nor with a warning.
  expect(await seconds()).toBeGreaterThanOrEqual(before);
  await expect.poll(seconds).toBeGreaterThan(before + 1);
  await expect(clock(page)).toHaveAttribute("aria-hidden", "true");
});
