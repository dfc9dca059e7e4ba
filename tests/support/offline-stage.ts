/** Steps of the tests without a network: a page under its service worker, and what a browser holds. */
import { expect, type Page } from "@playwright/test";
import { findDeck } from "#workers/features/micro-decks/deck-catalogue.ts";

/** Waits until the service worker answers for the page. */
export async function underWorker(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 30_000 })
    .toBe("activated");
}

/** Headless Chromium never sends this event by itself. True once the page's part for it took it. */
export function tellInstallable(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const event = new Event("beforeinstallprompt", { cancelable: true });
    return !window.dispatchEvent(event);
  });
}

/** All that Cache Storage keeps: the address and text of each entry, by cache. */
export function keptTexts(page: Page): Promise<{ cache: string; path: string; text: string }[]> {
  return page.evaluate(async () => {
    const found: { cache: string; path: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const text = (await (await cache.match(request, { ignoreVary: true }))?.text()) ?? "";
        found.push({ cache: name, path: new URL(request.url).pathname, text });
      }
    }
    return found;
  });
}

/** Waits until the page itself, not only its data, is kept. */
export async function expectKept(page: Page, path: string): Promise<void> {
  const paths = async () =>
    (await keptTexts(page)).filter(({ cache }) => cache === "vt-pages").map((kept) => kept.path);
  await expect.poll(paths, { timeout: 20_000 }).toContain(path);
}

/** Every row of every IndexedDB database of the origin, as text. */
export function databaseTexts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = await asked(database.transaction(store).objectStore(store).getAll());
        found.push(...rows.map((row) => `${name}/${store}: ${JSON.stringify(row)}`));
      }
      database.close();
    }
    return found;
  });
}

/** Answers the question in front rightly, and goes on; `held` where nobody can check it. */
export async function answerNext(page: Page, deckId: string, number: number, held: boolean) {
  const question = findDeck(deckId)?.questions[number - 1];
  if (!question) throw new Error("no such question");
  await expect(page.getByRole("group", { name: question.prompt.slice(0, 12) })).toBeVisible();
  await page.waitForTimeout(1_300);
  await page.locator(`label[for="choice-${question.answer}"]`).click();
  await page.getByRole("button", { name: "Check my answer" }).click();
  const said = held ? "Saved here. It will be sent." : question.explanation;
  await expect(page.getByText(said)).toBeVisible();
  const next = { name: /^(Next question|See my score|Go on)$/ };
  await page.getByRole("link", next).click();
}
