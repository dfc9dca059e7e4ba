/** Three languages in a browser: an invitee's whole way, and the choice in the footer. */
import type { Page } from "@playwright/test";
import { dictionaries, type Namespace } from "#shared/words/dictionaries.ts";
import type { Locale } from "#shared/words/locale.ts";
import { fillIn, formOf, type Message } from "#shared/words/message.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { challengeFriend, joinFromDeck, playDeck, signIn } from "#tests/support/journeys.ts";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";

const deckId = "bio-cells";

/** What a language says; the test reads the same words as the page. */
function said(locale: Locale, namespace: Namespace, key: string, values = {}): string {
  const message = dictionaries[locale][namespace][key] as Message;
  return fillIn(formOf(message, locale, values), locale, values);
}

/** English texts that the language says in another way, from where placeholders leave whole words. */
function englishTexts(locale: Locale): string[] {
  const namespaces = Object.keys(dictionaries.en) as Namespace[];
  return namespaces.flatMap((name) =>
    Object.entries(dictionaries.en[name]).flatMap(([key, message]) => {
      if (JSON.stringify(message) === JSON.stringify(dictionaries[locale][name][key])) return [];
      const forms = typeof message === "string" ? [message] : Object.values(message);
      const whole = forms.flatMap((form) => form.split(/\{\w+\}|<\/?\w+>/));
      return whole.map((text) => text.trim()).filter((text) => /\p{L}+ \p{L}+/u.test(text));
    }),
  );
}

/** Nothing English is left to read, but what is marked as English. */
async function expectNoEnglish(page: Page, locale: Locale): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  const read = await page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const part of body.querySelectorAll("script, noscript, [lang=en]")) part.remove();
    const spoken = ["aria-label", "title", "alt", "placeholder"];
    const labels = [...body.querySelectorAll<HTMLElement>("*")].flatMap((element) =>
      spoken.map((name) => element.getAttribute(name) ?? ""),
    );
    return [body.textContent ?? "", document.title, ...labels].join("\n");
  });
  expect(englishTexts(locale).filter((text) => read.includes(text))).toEqual([]);
}

/** From the deck's door to its end, by the words of the language. */
async function playInLanguage(page: Page, locale: Locale): Promise<void> {
  const button = (key: string) => page.getByRole("button", { name: said(locale, "deck", key) });
  await expectNoEnglish(page, locale);
  await button("start").click();
  const questions = findDeck(deckId)?.questions ?? [];
  for (const [index, question] of questions.entries()) {
    await expect(page.getByRole("group", { name: question.prompt.slice(0, 12) })).toBeVisible();
    await expectNoEnglish(page, locale);
    await page.waitForTimeout(1_300);
    await page.locator(`label[for="choice-${question.answer}"]`).click();
    await button("check").click();
    await expect(page.getByText(question.explanation)).toBeVisible();
    await expectNoEnglish(page, locale);
    const next = index === questions.length - 1 ? "see_score" : "next";
    await page.getByRole("link", { name: said(locale, "deck", next) }).click();
  }
}

test.describe("a Spanish and a French invitee", () => {
  for (const locale of ["es", "fr"] as const) {
    test(`${locale}: opens a smart link, plays, sees a score and joins without an English sentence`, async ({
      page,
      newPerson,
    }) => {
      test.setTimeout(90_000);
      await page.goto(`/fvm/${deckId}`);
      await page.getByRole("button", { name: "Start" }).click();
      await playDeck(page, deckId, 1);
      await joinFromDeck(page, `inviter-${locale}-${Date.now()}@people.test`);
      const link = await challengeFriend(page);

      const invitee = await newPerson({ locale: locale === "es" ? "es-MX" : "fr-CA" });
      await invitee.goto(link);
      await playInLanguage(invitee, locale);
      const total = findDeck(deckId)?.questions.length ?? 0;
      const score = said(locale, "shell", "score_right", { score: total, total });
      await expect(invitee.getByText(score).first()).toBeAttached();
      await expectNoEnglish(invitee, locale);

      // From here on without a new document: the page's words come with its data.
      await invitee.getByRole("link", { name: said(locale, "deck", "join_free") }).click();
      await expect(invitee.getByLabel(said(locale, "people", "year_of_birth"))).toBeVisible();
      await expect(invitee).toHaveTitle(new RegExp(said(locale, "people", "join")));
      await expectNoEnglish(invitee, locale);
      await invitee.getByLabel(said(locale, "people", "year_of_birth")).fill("2000");
      await invitee.getByRole("button", { name: said(locale, "people", "go_on") }).click();
      await expect(invitee.getByLabel(said(locale, "people", "my_email"))).toBeVisible();
      await expectNoEnglish(invitee, locale);
    });
  }
});

test("a language is chosen in the footer without a script, and kept", async ({ newPerson }) => {
  const page = await newPerson({ javaScriptEnabled: false, locale: "de-DE" });
  await page.goto("/sign-in?returnTo=/links");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page).toHaveURL(/\/sign-in\?returnTo=\/links$|\/sign-in\?returnTo=%2Flinks$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    said("fr", "people", "welcome_back"),
  );
  await page.goto("/");
  await expectNoEnglish(page, "fr");
  await page.goto("/link-unavailable");
  await expectNoEnglish(page, "fr");
  await page.goto("/sign-in/confirm?token=none");
  await expectNoEnglish(page, "fr");
  await page.goto("/guardian/confirm?token=none");
  await expectNoEnglish(page, "fr");
});

test("a page that does not exist says so in the person's language", async ({
  newPerson,
  pageErrors,
}) => {
  pageErrors.allow(/404/);
  const page = await newPerson({ locale: "es-ES" });
  await page.goto("/nowhere");
  await expect(page).toHaveTitle(new RegExp(said("es", "shell", "error_title_404")));
  await expectNoEnglish(page, "es");
});

test("the operator's pages are English within a Spanish frame, and no other page is sent their words", async ({
  page,
}) => {
  await signIn(page, "admin@demo.test");
  await page.goto("/admin/metrics");
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  const marked = page.locator("main [lang=en]").first();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    said("en", "adminMetrics", "title"),
  );
  await expect(marked.getByRole("navigation").first()).toBeVisible();
  await expectNoEnglish(page, "es");
  // From here on without a new document: the words of the next page come with its data.
  await page.getByRole("link", { name: said("en", "admin", "tab_deliveries") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    said("en", "adminOperations", "dead_title"),
  );
  await expect(marked.getByRole("heading", { level: 1 })).toBeVisible();

  await page.goto("/links");
  const sent = await page.locator("#words").textContent();
  const names = Object.keys(JSON.parse(sent ?? "{}").words);
  expect(names).toContain("shell");
  expect(names.filter((name) => name.startsWith("admin"))).toEqual([]);
});

const members = [
  { person: "student", locale: "es", text: "student_text" },
  { person: "parent", locale: "fr", text: "parent_text" },
  { person: "tutor", locale: "es", text: "tutor_text" },
] as const;

for (const { person, locale, text } of members) {
  test(`a ${person} who chose ${locale} finds home and friends in it`, async ({ page }) => {
    await signIn(page, `${person}@demo.test`);
    await page.locator(`footer button[lang="${locale}"]`).click();
    await expect(page).toHaveTitle(new RegExp(said(locale, "home", "title")));
    await expect(page.getByText(said(locale, "home", text))).toBeVisible();
    if (person === "student") {
      await expect(page.getByText(said(locale, "progress", "stones_all"))).toBeVisible();
      await page.locator('a[href^="/results/"]').first().click();
      const practice = said(locale, "progress", "practice");
      await expect(page.getByRole("heading", { name: practice })).toBeVisible();
      await expectNoEnglish(page, locale);
    }
    await page.goto("/friends");
    await expect(page).toHaveTitle(new RegExp(said(locale, "friends", "title")));
    await expectNoEnglish(page, locale);
  });
}
