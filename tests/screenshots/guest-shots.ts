/** Pages of people without an account: looking around, joining, playing an invite. */
import type { Page } from "@playwright/test";
import { challengeFriend, joinFromDeck, playDeck, readMail } from "#tests/support/journeys.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";
import { at, type Shot, shown } from "./shot.ts";

const deckId = "alg-linear-equations";
const [first] = findDeck(deckId)?.questions ?? [];

async function tellAge(page: Page, years: number): Promise<void> {
  await page.goto("/join");
  await page.getByLabel("Year of birth").fill(String(new Date().getUTCFullYear() - years - 1));
  await page.getByRole("button", { name: "Go on" }).click();
}

/** The first answer on the open question, right or not, and what is said about it. */
async function answerFirst(page: Page, right: boolean): Promise<void> {
  const choice = ((first?.answer ?? 0) + (right ? 0 : 1)) % 4;
  await page.locator(`label[for="choice-${choice}"]`).click();
  await page.getByRole("button", { name: "Check my answer" }).click();
  await page.getByText(first?.explanation ?? "").waitFor();
}

async function openMailed(page: Page, email: string, path: string): Promise<void> {
  const { links } = await readMail(page, email);
  await page.goto(links.find((link) => link.includes(path)) ?? "/no-link-in-the-mail");
}

export const guestShots: readonly Shot[] = [
  at("landing", "_index", "guest", "/"),
  at("sign-in", "sign-in._index", "guest", "/sign-in"),
  at("sign-in-wrong-address", "sign-in._index", "guest", async (page) => {
    await page.getByLabel("E-mail address").fill("nobody@nowhere");
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.locator("[aria-invalid=true]").waitFor();
  }),
  at("sign-in-check-mail", "sign-in.check-mail", "guest", async (page) => {
    await page.getByLabel("E-mail address").fill("student2@demo.test");
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.waitForURL(/check-mail/);
  }),
  at("sign-in-confirm", "sign-in.confirm", "guest", (page) =>
    openMailed(page, "student2@demo.test", "/sign-in/confirm"),
  ),
  at("sign-in-confirm-expired", "sign-in.confirm", "guest", async (page) => {
    await page.goto("/sign-in/confirm?token=none");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForLoadState("networkidle");
  }),
  at("join-age", "join", "guest", "/join"),
  at("join-about", "join", "guest", (page) => tellAge(page, 20)),
  at("not-found", "$", "guest", "/no/such/page"),
  at("link-unavailable", "link-unavailable", "guest", "/link-unavailable"),
  at("share-card", "share.$card", "guest", "/share/student-results_rally-physics-4-7"),
  at("share-card-parent", "share.$card", "guest", "/share/parent-proud_parent-biology-5-14"),
  at("shared-in", "share-in", "guest", "/share-in?text=hello"),
  at("privacy", "privacy", "guest", "/privacy"),
  at("deck-uninvited", "fvm.$deckId", "guest", "/fvm/bio-cells"),
  at("activity-guest", "activity._index", "guest", "/activity"),
  at("cohort-guest", "cohort.$slug", "guest", "/cohort/alg-101"),
  at("tutor-page", "tutors.$slug", "guest", (page, found) =>
    page.goto(found.tutorPage ?? "/no-tutor").then(() => undefined),
  ),
  at("guardian-closed", "guardian.confirm", "guest", "/guardian/confirm?token=none"),
  at("guardian-share-closed", "guardian.share", "guest", "/guardian/share?token=none"),

  shown(
    { width: 390, height: 844 },
    at("deck-challenge", "fvm.$deckId", "invitee", (page, found) =>
      page.goto(found.smartLink ?? "/no-link").then(() => undefined),
    ),
  ),
  at("deck-question", "fvm.$deckId", "invitee", async (page) => {
    await page.getByRole("button", { name: "Start" }).click();
    await page.locator('label[for="choice-0"]').waitFor();
  }),
  at("deck-feedback-wrong", "fvm.$deckId", "invitee", (page) => answerFirst(page, false)),
  at("deck-finished", "fvm.$deckId", "invitee", async (page) => {
    await page.goto("/fvm/geo-angles");
    await page.getByRole("button", { name: "Start" }).click();
    await playDeck(page, "geo-angles", 1);
    await page.getByRole("link", { name: "Join for free" }).waitFor();
  }),
  at("join-with-result", "join", "invitee", async (page) => {
    await page.getByRole("link", { name: "Join for free" }).click();
    await page.waitForURL(/\/join/);
  }),
  at("result-first", "results.$runId", "invitee", async (page) => {
    await page.goBack();
    await joinFromDeck(page, "newcomer@people.test");
  }),
  at("result-link-made", "results.$runId", "invitee", async (page) => {
    await challengeFriend(page);
  }),
  at("home-newcomer", "home", "invitee", "/home"),
  at("friends-empty", "friends", "invitee", "/friends"),

  at("join-guardian", "join", "child", async (page) => {
    await tellAge(page, 10);
    await page.getByLabel("My e-mail address").fill("child@people.test");
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByRole("button", { name: "Ask them" }).waitFor();
  }),
  at("home-waiting", "home", "child", async (page) => {
    await page.getByRole("textbox").fill("guardian@people.test");
    await page.getByRole("button", { name: "Ask them" }).click();
    await page.waitForURL(/check-mail/);
    await openMailed(page, "child@people.test", "/sign-in/confirm");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/home/);
  }),
  at("guardian-question", "guardian.confirm", "guardian", (page) =>
    openMailed(page, "guardian@people.test", "/guardian/confirm"),
  ),
];
