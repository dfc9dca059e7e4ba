/** People among people in browsers: friends, somebody who hides, a guardian's say about sharing. */
import type { Page } from "@playwright/test";
import { test as browserTest, expect } from "#tests/support/browser-test.ts";
import { askFriend, readMail, signIn } from "#tests/support/journeys.ts";

interface People {
  /** Another person's browser beside the page's, which is the first person's. */
  other: Page;
}

/** Two people at once, with the time that two browsers take. */
const test = browserTest.extend<People>({
  other: async ({ newPerson }, use, testInfo) => {
    testInfo.setTimeout(120_000);
    await use(await newPerson());
  },
});

/** Signs each in, in the browser given. */
async function signInAll(...people: readonly (readonly [Page, string])[]): Promise<void> {
  for (const [page, name] of people) await signIn(page, `${name}@demo.test`);
}

test("two of a study group become friends, and one leaves quietly @phone", async ({
  page,
  other,
}) => {
  await signInAll([page, "student"], [other, "student2"]);
  await page.goto("/cohort/alg-101");
  await askFriend(page, "Sunny Falcon 17");
  await other.goto("/friends");
  await other.getByRole("button", { name: "Yes, be friends with Quiet Otter 42" }).click();
  await expect(other.getByText("You two are friends now.")).toBeVisible();
  await page.goto("/friends");
  await expect(page.getByText("Friends since now")).toBeVisible();
  await page.getByRole("button", { name: "Remove Sunny Falcon 17" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("button", { name: "Remove Sunny Falcon 17" })).toHaveCount(0);
  await expect(page.getByText("Done. Nobody is told.")).toBeVisible();
  await other.goto("/friends");
  await expect(other.getByRole("heading", { name: "Friends", exact: true })).toBeVisible();
  await expect(other.getByRole("button", { name: "Remove Quiet Otter 42" })).toHaveCount(0);
});

test("friends work without JavaScript", async ({ newPerson, other }) => {
  const page = await newPerson({ javaScriptEnabled: false });
  await signInAll([page, "tutor"], [other, "minor"]);
  await other.goto("/cohort/alg-101");
  await askFriend(other, "Wise Kestrel 51");
  await page.goto("/friends");
  await page.getByRole("button", { name: "No, thanks, not with Brave Hedgehog 63" }).click();
  await expect(page.getByText("Done. Nobody is told.")).toBeVisible();
  await other.goto("/friends");
  await expect(other.getByText("Has not answered yet")).toBeVisible();
});

test("somebody who hides is not seen in the other browser, without a reload", async ({
  page,
  other,
}) => {
  await signInAll([page, "student"], [other, "student2"]);
  await page.goto("/cohort/alg-101");
  await other.goto("/cohort/alg-101");
  const row = other.getByRole("listitem").filter({ hasText: "Quiet Otter 42" }).last();
  await expect(other.getByText("2 here now")).toBeVisible();
  const settings = await page.context().newPage();
  await settings.goto("/settings");
  const form = settings.locator("form").filter({ has: settings.getByLabel("Invisible") });
  await form.getByLabel("Invisible").check();
  await form.getByRole("button", { name: "Keep it so" }).click();
  await expect(other.getByText("1 here now")).toBeVisible();
  await expect(row.getByText("not here")).toBeVisible();
  await form.getByLabel("Others may see that I am here").check();
  await form.getByRole("button", { name: "Keep it so" }).click();
  await expect(other.getByText("2 here now")).toBeVisible();
});

test("a minor asks, the guardian says yes by mail and stops it on the family page", async ({
  page,
  other: parent,
}) => {
  await signIn(page, "minor@demo.test");
  await page.goto("/cohort/alg-101");
  await expect(page.getByText("A grown-up has to say yes first.")).toBeVisible();
  await page.getByRole("link", { name: "Ask my guardian" }).click();
  await page.getByRole("button", { name: "Ask my guardian" }).click();
  await expect(page.getByText("We have asked")).toBeVisible();
  const { links } = await readMail(parent, "parent@demo.test");
  await parent.goto(links.find((link) => link.includes("/guardian/share")) ?? "/no-link");
  await parent.getByRole("button", { name: "Yes, my child may share" }).click();
  await expect(parent.getByText("Your child may share links now.")).toBeVisible();
  await page.goto("/ask-guardian");
  await expect(page.getByText("You may share")).toBeVisible();
  await signIn(parent, "parent@demo.test");
  await parent.goto("/family");
  await expect(parent.getByRole("heading", { name: "Brave Hedgehog 63" })).toBeVisible();
  await expect(parent.getByRole("link", { name: /of 5/ }).first()).toBeVisible();
  await parent.getByRole("button", { name: "Stop sharing now" }).click();
  await expect(parent.getByText("Kept. It holds from now on.")).toBeVisible();
  await expect(parent.getByRole("button", { name: "Allow sharing" })).toBeVisible();
  await page.goto("/ask-guardian");
  await expect(page.getByRole("heading", { name: "Ask my guardian" })).toBeVisible();
});
