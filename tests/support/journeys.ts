/** What people do in a browser, as steps that browser tests are made of. */
import { expect, type Page } from "@playwright/test";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";

interface Mail {
  links: string[];
  text: string;
}

async function mailsTo(page: Page, email: string): Promise<Mail[]> {
  const answer = await page.request.get(`/dev/mail.json?to=${encodeURIComponent(email)}`);
  return (await answer.json()) as Mail[];
}

/** The newest mail to that address. Waits until there are more than `after` mails. */
export async function readMail(page: Page, email: string, after = 0): Promise<Mail> {
  await expect.poll(async () => (await mailsTo(page, email)).length).toBeGreaterThan(after);
  const [mail] = await mailsTo(page, email);
  if (!mail) throw new Error("no mail");
  return mail;
}

/** Follows the link of the newest mail and presses its button. */
export async function confirmByMail(page: Page, email: string, after = 0): Promise<void> {
  const { links } = await readMail(page, email, after);
  const link = links.find((candidate) => candidate.includes("/sign-in/confirm"));
  await page.goto(link ?? "/no-link-in-the-mail");
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function signIn(page: Page, email: string): Promise<void> {
  const { length: before } = await mailsTo(page, email);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page).toHaveURL(/check-mail/);
  await confirmByMail(page, email, before);
  await expect(page).toHaveURL(/\/home$/);
}

/** Answers all questions on the open deck page, the first `wrong` of them wrongly. */
export async function playDeck(page: Page, deckId: string, wrong = 0): Promise<void> {
  const questions = findDeck(deckId)?.questions ?? [];
  for (const [index, question] of questions.entries()) {
    await expect(page.getByRole("group", { name: question.prompt.slice(0, 12) })).toBeVisible();
    const choice = index < wrong ? (question.answer + 1) % 4 : question.answer;
    // Faster than any human reads would be flagged and held.
    await page.waitForTimeout(1_300);
    await page.locator(`label[for="choice-${choice}"]`).click();
    await page.getByRole("button", { name: "Check my answer" }).click();
    await expect(page.getByText(question.explanation)).toBeVisible();
    const last = index === questions.length - 1;
    await page.getByRole("link", { name: last ? "See my score" : "Next question" }).click();
  }
}

/** From the end of a deck to an account with its own result. */
export async function joinFromDeck(page: Page, email: string): Promise<void> {
  await page.getByRole("link", { name: "Join for free" }).click();
  await page.getByLabel("Year of birth").fill("2000");
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel("My e-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page).toHaveURL(/check-mail/);
  await confirmByMail(page, email);
  await expect(page).toHaveURL(/\/results\/run_/);
}

/** Home has a button to challenge, too, and still stands when the address is already the result's. */
export async function expectResult(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/results\/run_/);
  await expect(page.getByRole("heading", { name: "Buddy Challenge", exact: true })).toBeVisible();
}

/** Makes a Buddy Challenge of the result on the page and answers its smart link. */
export async function challengeFriend(page: Page): Promise<string> {
  await expectResult(page);
  await page.getByRole("button", { name: "Challenge a friend" }).click();
  return page.getByLabel("Your link").inputValue();
}

/** The page says "Asked" before the server has it: who looks elsewhere waits for the answer. */
export async function askFriend(page: Page, alias: string): Promise<void> {
  const answered = page.waitForResponse(
    (response) => response.request().method() === "POST" && response.url().includes("/friends"),
  );
  await page.getByRole("button", { name: `Add friend: ${alias}` }).click();
  await expect(page.getByText("Asked", { exact: true })).toBeVisible();
  await answered;
}
