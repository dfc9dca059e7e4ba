/** News for one person: seen in an open page without a reload, read once, also without JavaScript. */
import type { Page } from "@playwright/test";
import { test as browserTest, expect } from "#tests/support/browser-test.ts";
import { askFriend, signIn } from "#tests/support/journeys.ts";

const test = browserTest.extend<{ other: Page }>({
  other: async ({ newPerson }, use, testInfo) => {
    testInfo.setTimeout(120_000);
    await use(await newPerson());
  },
});

test("a new friend is news in the other's open page, until it is read @phone", async ({
  page,
  other,
}) => {
  await signIn(page, "student@demo.test");
  await signIn(other, "student2@demo.test");
  await page.goto("/cohort/alg-101");
  await askFriend(page, "Sunny Falcon 17");
  // Seeded invitees have joined by the student's links, too.
  await expect(page.getByRole("link", { name: /^Your news/ })).toBeVisible();
  await other.goto("/friends");
  await other.getByRole("button", { name: "Yes, be friends with Quiet Otter 42" }).click();
  await expect(page.getByText("There is news for you.")).toBeVisible();
  await page.getByRole("link", { name: /^Your news, \d+ unread$/ }).click();
  await expect(page.getByRole("link", { name: /You have a new friend/ })).toBeVisible();
  await page.getByRole("button", { name: /^Mark \d+ as read$/ }).click();
  await expect(page.getByRole("link", { name: "Your news", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /as read/ })).toHaveCount(0);
});

test("an inbox is read without JavaScript, and an empty one says what will come", async ({
  newPerson,
}) => {
  const page = await newPerson({ javaScriptEnabled: false });
  await signIn(page, "student2@demo.test");
  await page.goto("/inbox");
  await page.getByRole("button", { name: /^Mark \d+ as read$/ }).click();
  await expect(page.getByRole("link", { name: /You have a new friend/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /as read/ })).toHaveCount(0);
  const tutor = await newPerson({ javaScriptEnabled: false });
  await signIn(tutor, "tutor@demo.test");
  await tutor.goto("/inbox");
  await expect(tutor.getByText("No news yet")).toBeVisible();
});
