/** Passkeys with Chromium's virtual authenticator, an admin's app, sessions and tokens. */
import type { Page } from "@playwright/test";
import { expect, lateTicket, test } from "#tests/support/browser-test.ts";
import { signIn } from "#tests/support/journeys.ts";
import { currentStep, totpCode } from "#workers/features/people/totp.ts";

/** Gives the page a device whose person is always there and always the right one. */
async function addAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
}

test("a person adds a passkey, signs in with it, and removes it", async ({ page, pageErrors }) => {
  pageErrors.allow(lateTicket);
  // As a browser that offers none in the address field: the virtual finger would take the offer.
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  await signIn(page, "student@demo.test");
  await page.goto("/settings");
  await page.getByRole("link", { name: "Have a look" }).click();
  await addAuthenticator(page);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Your passkey is ready.")).toBeVisible();
  await expect(page.getByText("not used yet")).toBeVisible();

  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto("/sign-in?returnTo=/links");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(/:\d+\/links$/);

  await page.goto("/settings/security");
  await page.getByRole("button", { name: /^Remove: passkey/ }).click();
  await expect(page.getByText("That passkey signs in no more.")).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByText("We do not know that passkey.")).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
});

test("the code for passkeys is loaded only by the pages that use them", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(request.url()));
  await page.goto("/");
  await page.goto("/fvm/bio-cells");
  expect(scripts.filter((url) => url.includes("passkey"))).toEqual([]);
});

test("a person signs another browser out", async ({ page, newPerson, pageErrors }) => {
  // The other browser's socket ends with its session, and no ticket lets it back in.
  pageErrors.allow(lateTicket);
  await signIn(page, "student2@demo.test");
  const other = await newPerson();
  await signIn(other, "student2@demo.test");
  await page.goto("/settings/security");
  await expect(page.getByText("This one")).toHaveCount(1);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByText("Signed out everywhere else.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Sign out: / })).toHaveCount(0);
  // The cookie that spares the database lives a minute; without it the session is over.
  await other.context().clearCookies({ name: "__Host-vt_session_data" });
  await other.goto("/settings");
  await expect(other).toHaveURL(/sign-in/);
});

test("a grown-up makes a token that is shown once, and removes it", async ({ page, request }) => {
  await signIn(page, "tutor@demo.test");
  await page.goto("/settings/security");
  await page.getByText("Make a token").click();
  await page.getByLabel("What is it for?").fill("My sheet");
  await page.getByLabel("See your links and what came of them").check();
  await page.getByRole("button", { name: "Make it" }).click();
  const token = await page.getByLabel("Token", { exact: true }).inputValue();
  const headers = { Authorization: `Bearer ${token}` };
  expect((await request.get("/api/links", { headers })).status()).toBe(200);
  expect((await request.get("/api/progress", { headers })).status()).toBe(403);
  await page.reload();
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole("button", { name: "Remove: token My sheet" }).click();
  await expect(page.getByText("That token works no more.")).toBeVisible();
  expect((await request.get("/api/links", { headers })).status()).toBe(401);
});

test("a minor is offered no tokens", async ({ page }) => {
  await signIn(page, "minor@demo.test");
  await page.goto("/settings/security");
  await expect(page.getByRole("heading", { name: "Passkeys" })).toBeVisible();
  await expect(page.getByText("Access tokens")).toHaveCount(0);
});

test("an admin sets an app up, is asked for its code at the next sign-in, and turns it off", async ({
  page,
  newPerson,
}) => {
  await signIn(page, "admin@demo.test");
  await page.goto("/admin/metrics");
  await expect(page).toHaveURL(/metrics/);
  await page.goto("/settings/second-factor");
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  const secret = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("The code that the app shows now").fill("000000");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("That code is not right")).toBeVisible();
  await page
    .getByLabel("The code that the app shows now")
    .fill(await totpCode(secret, currentStep(Date.now())));
  await page.getByRole("button", { name: "Turn it on" }).click();
  const codes = (await page.getByLabel("Recovery codes").inputValue()).split("\n");
  expect(codes).toHaveLength(10);

  const again = await newPerson();
  await signIn(again, "admin@demo.test");
  await again.goto("/admin/deliveries");
  await expect(again).toHaveURL(/\/sign-in\/second-factor\?next=/);
  await again.getByLabel("The code that the app shows now").fill(codes[0] ?? "");
  await again.getByRole("button", { name: "Go on" }).click();
  await expect(again).toHaveURL(/\/admin\/deliveries$/);

  await page.goto("/settings/second-factor");
  await page.getByLabel("A code of the app, or a recovery code").fill(codes[1] ?? "");
  await page.getByRole("button", { name: "Turn it off" }).click();
  await expect(page.getByText("Not set up yet")).toBeVisible();
});
