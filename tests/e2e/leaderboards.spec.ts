/** A board in one browser while somebody plays in another. */
import { expect, test } from "#tests/support/browser-test.ts";
import { playDeck, signIn } from "#tests/support/journeys.ts";

test("a score stands on another browser's board within a second", async ({ page, newPerson }) => {
  await signIn(page, "student@demo.test");
  await page.goto("/leaderboards/algebra");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const board = page.getByRole("region", { name: "Standings" });
  const player = await newPerson();
  await signIn(player, "parent@demo.test");
  await player.goto("/fvm/alg-linear-equations");
  await player.getByRole("button", { name: "Start" }).click();
  const before = await board.innerText();
  await playDeck(player, "alg-linear-equations");
  await player.getByRole("heading", { name: "All of them. Wow." }).waitFor();
  // The score is shown: the deck is complete. The board moves without a reload.
  await expect.poll(() => board.innerText(), { timeout: 1_000, intervals: [50] }).not.toBe(before);
});
