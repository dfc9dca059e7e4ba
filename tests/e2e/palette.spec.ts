/** The command palette and the keyboard shortcuts: there when wanted, silent where one types. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, lateTicket, test } from "#tests/support/browser-test.ts";
import { signIn } from "#tests/support/journeys.ts";

/** The keys are heard from the moment at which their button is there. */
async function ready(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Search and go" })).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
}

const palette = (page: Page) => page.getByRole("dialog", { name: "Where to?" });

test("the palette finds pages, decks and own groups, and leads there by keyboard alone", async ({
  page,
}) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await signIn(page, "student@demo.test");
  await ready(page);
  expect(loaded.filter((path) => path.includes("command-palette"))).toEqual([]);
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
  expect(loaded.filter((path) => path.includes("command-palette"))).toHaveLength(1);
  await expect(
    palette(page)
      .getByRole("option", { name: /Algebra/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.type("leaderb");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/leaderboards\//);
  await expect(palette(page)).toHaveCount(0);
  await page.keyboard.press("/");
  await page.getByRole("combobox").fill("cells");
  // Decks are asked for anew each time.
  await expect(palette(page).getByRole("option", { name: /cell/i }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/fvm\/bio-cells/);
});

test("Escape closes the palette and gives the focus back", async ({ page }) => {
  await signIn(page, "student@demo.test");
  await ready(page);
  const button = page.getByRole("button", { name: "Search and go" });
  await button.press("Enter");
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("g and a letter lead to a page, and ? shows which", async ({ page }) => {
  await signIn(page, "student@demo.test");
  await ready(page);
  await page.keyboard.press("g");
  await page.keyboard.press("k");
  await expect(page).toHaveURL(/\/links$/);
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list.getByText("Your links")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
});

test("single keys do nothing while one types, and nothing at all once turned off", async ({
  page,
}) => {
  await signIn(page, "student@demo.test");
  await page.goto("/settings");
  await ready(page);
  await page.getByLabel("Your name, if you like").fill("");
  await page.getByLabel("Your name, if you like").pressSequentially("g h/?");
  await expect(page.getByLabel("Your name, if you like")).toHaveValue("g h/?");
  await expect(page).toHaveURL(/\/settings$/);
  const form = page.locator("form").filter({ hasText: "Keyboard shortcuts" });
  await form.getByLabel("Off").check();
  await form.getByRole("button", { name: "Keep it so" }).click();
  await expect(page.getByText("Kept.")).toBeVisible();
  await page.locator("#main").focus();
  await page.keyboard.press("?");
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(/\/settings$/);
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
});

test("one signs out by the palette", async ({ page, pageErrors }) => {
  pageErrors.allow(lateTicket);
  await signIn(page, "student@demo.test");
  await ready(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("sign out");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
});

test("the network's sign says when it is gone and when it is back", async ({ page }) => {
  await page.goto("/", { waitUntil: "networkidle" });
  await page.context().setOffline(true);
  await expect(page.getByText("What you see may be a little old.")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("You are back online.")).toBeVisible();
  await expect(page.getByText("You are back online.")).toHaveCount(0);
});

test("another language is chosen in the palette, and the page speaks it where one is", async ({
  page,
}) => {
  await signIn(page, "student2@demo.test");
  await page.goto("/friends");
  await ready(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("language");
  await expect(palette(page).getByRole("option")).toHaveCount(2);
  await page.getByRole("combobox").fill("español");
  const chosen = palette(page).getByRole("option", { name: "Español" });
  await expect(chosen).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/friends$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("heading", { level: 1, name: "Amigos" })).toBeVisible();
  await page.getByRole("button", { name: "Buscar e ir" }).click();
  const spanish = page.getByRole("dialog", { name: "¿Adónde?" });
  await expect(spanish.getByRole("option", { name: "English" })).toBeVisible();
  await expectAccessible(page);
});
