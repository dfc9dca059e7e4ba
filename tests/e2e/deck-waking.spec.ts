/** A page that begins behind a deck's door wakes up around code that comes late. */
import { expect, test } from "#tests/support/browser-test.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";

const deckId = "alg-expressions";
const question = findDeck(deckId)?.questions[0];

test("a run that is reloaded stands whole at once, and wakes without a mismatch", async ({
  page,
}) => {
  await page.goto(`/fvm/${deckId}`);
  await page.getByRole("button", { name: "Start" }).click();
  const asked = page.getByRole("group", { name: question?.prompt.slice(0, 12) ?? "" });
  await expect(asked).toBeVisible();
  // The code of the questions is the last that comes.
  await page.route(/\/assets\/deck-crossing-/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  for (let time = 0; time < 3; time++) {
    await page.reload({ waitUntil: "domcontentloaded" });
    await expect(asked).toBeVisible({ timeout: 1_000 });
    // A tap while the page still waits must not wake it wrongly.
    await page.locator('label[for="choice-0"]').click();
    await page.waitForLoadState("networkidle");
    await expect(asked).toBeVisible();
  }
  await page.locator(`label[for="choice-${question?.answer}"]`).click();
  await page.getByRole("button", { name: "Check my answer" }).click();
  await expect(page.getByText(question?.explanation ?? "")).toBeVisible();
});
