/** Sharing: what a panel shows is what the link leads to, and the API's page is all our own. */
import type { Page } from "@playwright/test";
import { encode } from "uqr";
import { expect, test } from "#tests/support/browser-test.ts";
import { signIn } from "#tests/support/journeys.ts";

/** Presses the panel's button and answers the smart link's path. */
async function share(page: Page, label: string): Promise<string> {
  await page.getByRole("button", { name: label }).click();
  return new URL(await page.getByLabel("Your link").inputValue()).pathname;
}

/** Makes a link, and answers its card on the list with the link shown. */
async function openNewLink(page: Page) {
  await page.locator('a[href^="/results/"]').first().click();
  await share(page, "Share my result");
  await page.goto("/links");
  const card = page.getByRole("listitem").filter({ hasText: "A result" }).first();
  await card.getByRole("button", { name: "Share", exact: true }).click();
  return card;
}

async function contentOf(page: Page, property: string): Promise<string | null> {
  return page.locator(`meta[property="${property}"]`).getAttribute("content");
}

test("a result is shared as a card, whose page leads on to a deck @phone", async ({
  page,
  newPerson,
}) => {
  await signIn(page, "student@demo.test");
  await page.locator('a[href^="/results/"]').first().click();
  const panel = page.getByRole("region", { name: "Results Rally" });
  const picture = panel.getByRole("img");
  await expect(picture).toHaveAttribute("width", "1200");
  await expect(picture).toHaveAttribute("height", "630");
  const card = await picture.getAttribute("src");
  const alt = await picture.getAttribute("alt");
  const link = await share(page, "Share my result");

  const friend = await newPerson();
  await friend.goto(link);
  await expect(friend).toHaveURL(/\/share\/student-results_rally-[a-z_]+-\d-\d+$/);
  await expect(friend.getByAltText(alt ?? "")).toBeVisible();
  expect(await contentOf(friend, "og:image")).toBe(new URL(card ?? "", friend.url()).href);
  expect(await contentOf(friend, "og:url")).toBe(friend.url());
  await friend.getByRole("link", { name: /^Try a/ }).click();
  await expect(friend).toHaveURL(/\/fvm\//);
});

test("a link on the list has a QR code to download, and is taken back when one means it", async ({
  page,
}) => {
  await signIn(page, "student2@demo.test");
  await page.locator('a[href^="/results/"]').first().click();
  const link = await share(page, "Share my result");
  await page.goto("/links");
  const card = page.getByRole("listitem").filter({ hasText: "A result" }).first();
  await card.getByRole("button", { name: "Share" }).click();
  await card.getByRole("button", { name: "QR code" }).click();
  const download = page.waitForEvent("download");
  await card.getByRole("link", { name: "Download it (SVG)" }).click();
  expect((await download).suggestedFilename()).toBe("vel-tutor-link.svg");
  await card.getByRole("button", { name: "Take it back" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take it back" }).click();
  await expect(card.getByText("Taken back")).toBeVisible();
  await expect(page.getByText("The link no longer opens.")).toBeVisible();
  await page.goto(link);
  await expect(page).toHaveURL(/link-unavailable/);
});

test("a card's page works without JavaScript", async ({ newPerson }) => {
  const guest = await newPerson({ javaScriptEnabled: false });
  await guest.goto("/share/parent-proud_parent-biology-5-14");
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("All 5 right. Hooray!");
  await guest.getByRole("link", { name: "Try a deck: Biology" }).click();
  await expect(guest).toHaveURL(/\/fvm\/bio-/);
});

test("an address of no card is not found, whatever words it holds", async ({
  page,
  pageErrors,
}) => {
  pageErrors.allow(/404/);
  for (const words of ["ada-lovelace-likes-4-0", "student-results_rally-physics-1-0"]) {
    const answer = await page.goto(`/share/${words}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByText("lovelace")).toHaveCount(0);
  }
});

test("a tutor shows a page, shares it and hides it again", async ({
  page,
  newPerson,
  pageErrors,
}) => {
  pageErrors.allow(/404/);
  await signIn(page, "tutor@demo.test");
  await page.getByRole("link", { name: "My page" }).first().click();
  await page.getByLabel("Physics").check();
  await page.getByRole("button", { name: "Keep it so" }).click();
  await expect(page.getByText("Your page is public.")).toBeVisible();
  const link = await share(page, "Share my page");

  const guest = await newPerson();
  await guest.goto(link);
  await expect(guest).toHaveURL(/\/tutors\/[a-z]+-[a-z]+-\d\d$/);
  await expect(guest.getByRole("listitem").filter({ hasText: /^Physics$/ })).toBeVisible();
  await expect(guest.getByRole("link", { name: "Join for free" })).toBeVisible();
  const address = guest.url();

  await page.getByRole("button", { name: "Hide my page" }).click();
  await expect(page.getByText("Your page is hidden.")).toBeVisible();
  expect((await guest.goto(address))?.status()).toBe(404);
  await page.getByRole("button", { name: "Show my page" }).click();
  await expect(page.getByText("Your page is public.")).toBeVisible();
});

test("a guest sees a study group's name and size, and the way in, nobody in it", async ({
  page,
}) => {
  await page.goto("/cohort/alg-101");
  await expect(page.getByRole("heading", { name: "Algebra 101" })).toBeVisible();
  await expect(page.getByText(/\d members/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Join for free" })).toBeVisible();
  await expect(page.getByText("Quiet Otter 42")).toHaveCount(0);
  expect(await contentOf(page, "og:title")).toBe("A study group for Algebra");
});

test("the API's page shows the operations and asks no other host for anything", async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const reports: string[] = [];
  page.on("console", (message) => reports.push(message.text()));
  await page.goto("/api/docs");
  const created = page.locator("details").filter({ hasText: /^\s*POST\s*\/links\s/ });
  const example = created.getByText("A Buddy Challenge with the score to beat");
  await expect(example).toBeHidden();
  await created.locator("summary").click();
  await expect(example).toBeVisible();
  await expect(created.getByText(/^curl -X POST ".*\/api\/links"/)).toBeVisible();
  await expect(page.getByRole("heading", { name: /^DELETE\s*\/links/ })).toBeVisible();
  const elsewhere = asked.filter(
    (url) => !url.startsWith(baseURL ?? "") && !/^(data|blob):/.test(url),
  );
  expect(elsewhere).toEqual([]);
  expect(reports.filter((text) => /Content.Security.Policy/i.test(text))).toEqual([]);
});

/** What one pastes elsewhere: our own pages may not read the clipboard. */
async function pasted(page: Page): Promise<string> {
  const elsewhere = await page.context().newPage();
  await elsewhere.setContent("<textarea autofocus></textarea>");
  await elsewhere.locator("textarea").focus();
  await elsewhere.keyboard.press("ControlOrMeta+V");
  const text = await elsewhere.locator("textarea").inputValue();
  await elsewhere.close();
  return text;
}

test("a link is copied, and drawn as a QR code of exactly that link @phone", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(page, "student@demo.test");
  const card = await openNewLink(page);
  const url = await card.getByLabel("Your link").inputValue();
  expect(new URL(url).pathname).toMatch(/^\/sl\/[0-9a-z]{12}$/);
  await card.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied. Paste it to your friend.")).toBeVisible();
  expect(await pasted(page)).toBe(url);
  await page.bringToFront();
  await card.getByRole("button", { name: "QR code" }).click();
  const drawn = card.getByRole("img", { name: "QR code of your link" });
  await expect(drawn).toBeVisible();
  const { data } = encode(url, { border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x} ${y}h1v1h-1z`] : [])));
  await expect(drawn.locator("path")).toHaveAttribute("d", dark.join(""));
});

test("a link goes to the device's share sheet, and a sheet that is closed sends nothing", async ({
  page,
}) => {
  // Headless Chromium has no share sheet: the page is given one that keeps what it was handed.
  await page.addInitScript(() => {
    const handed: ShareData[] = [];
    Object.assign(window, { handed });
    navigator.share = async (data = {}) => {
      handed.push(data);
      if (sessionStorage.getItem("closes")) throw new DOMException("closed", "AbortError");
    };
  });
  await signIn(page, "student@demo.test");
  const card = await openNewLink(page);
  const panel = card
    .locator("div")
    .filter({ has: page.getByLabel("Your link") })
    .last();
  const url = await panel.getByLabel("Your link").inputValue();
  await panel.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("On its way!")).toBeVisible();
  const handed = () => page.evaluate(() => (window as unknown as { handed: ShareData[] }).handed);
  const [first] = await handed();
  expect(first?.url).toBe(url);
  expect(first?.text).not.toMatch(/@|Otter/);
  await expect(page.getByText("On its way!")).toBeHidden({ timeout: 15_000 });
  await page.evaluate(() => sessionStorage.setItem("closes", "1"));
  await panel.getByRole("button", { name: "Share" }).click();
  await expect.poll(async () => (await handed()).length).toBe(2);
  await expect(page.getByText("On its way!")).toBeHidden();
  await expect(page.getByText("Copied.")).toBeHidden();
});
