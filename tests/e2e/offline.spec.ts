/** The app without a network, kept on a device, renewed, and left on a shared laptop. */
import { chromium, type Page } from "@playwright/test";
import { expect, lateTicket, test } from "#tests/support/browser-test.ts";
import { findBrowser } from "#tests/support/find-browser.ts";
import { challengeFriend, signIn } from "#tests/support/journeys.ts";
import {
  answerNext,
  databaseTexts,
  expectKept,
  keptTexts,
  tellInstallable,
  underWorker,
} from "#tests/support/offline-stage.ts";

test.use({ serviceWorkers: "allow" });
test.setTimeout(120_000);

const deckId = "bio-cells";
const noNetwork = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|503/;

/** The newest events of that name, as the admin's session reads them. */
async function factsOf(admin: Page, name: string): Promise<{ props: { runId?: string } }[]> {
  const input = encodeURIComponent(JSON.stringify({ name }));
  const answer = await admin.request.get(`/trpc/events.list?input=${input}`);
  const { result } = (await answer.json()) as {
    result: { data: { items: { props: { runId?: string } }[] } };
  };
  return result.data.items;
}

test("Chromium finds nothing that keeps the app from being installed", async ({ server }) => {
  const executablePath = findBrowser();
  const context = await chromium.launchPersistentContext("", {
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    await underWorker(page);
    const script = await page.request.get(`${server.url}/service-worker.js`);
    expect(script.headers()["cache-control"]).toContain("no-cache");
    const order = await page.evaluate(() => {
      const files = performance.getEntriesByType("resource");
      const parts = files.find(({ name }) => name.includes("/offline-parts-"));
      const [hydrated] = performance.getEntriesByName("hydrated");
      return { hydrated: hydrated?.startTime ?? 0, parts: parts?.startTime ?? 0 };
    });
    expect(order.parts, "the worker's part comes after the page").toBeGreaterThan(order.hydrated);
    const devtools = await context.newCDPSession(page);
    const manifest = await devtools.send("Page.getAppManifest");
    expect(manifest.errors, "of the manifest").toEqual([]);
    expect(JSON.parse(manifest.data ?? "{}").share_target.action).toBe("/share-in");
    const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
    expect(installabilityErrors).toEqual([]);
  } finally {
    await context.close();
  }
});

test("home and a study group are shown as last seen without a network, with their time", async ({
  page,
  context,
  pageErrors,
}) => {
  pageErrors.allow(noNetwork);
  await signIn(page, "student@demo.test");
  await underWorker(page);
  await page.goto("/cohort/alg-101");
  await expectKept(page, "/cohort/alg-101");
  await page.goto("/home");
  await expectKept(page, "/home");
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("This page as of")).toBeVisible();
  await page.goto("/cohort/alg-101");
  await expect(page.getByText("This page as of")).toBeVisible();
  await page.goto("/friends");
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Home/ })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page).toHaveURL(/\/friends$/);
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeHidden();
});

test("a deck that was started is finished without a network, and counts once when it is back @phone", async ({
  page,
  context,
  newPerson,
  pageErrors,
}) => {
  pageErrors.allow(noNetwork);
  const admin = await newPerson({ serviceWorkers: "block" });
  await signIn(admin, "admin@demo.test");
  await page.goto(`/fvm/${deckId}`);
  await underWorker(page);
  await page.getByRole("button", { name: "Start" }).click();
  await answerNext(page, deckId, 1, false);
  await expectKept(page, `/fvm/${deckId}`);
  const before = (await factsOf(admin, "deck.completed")).length;
  await context.setOffline(true);
  await answerNext(page, deckId, 2, true);
  await answerNext(page, deckId, 3, true);
  // A reload in the middle loses nothing.
  await page.reload();
  await answerNext(page, deckId, 4, true);
  const sent: string[] = [];
  context.on("requestfinished", (request) => {
    const call = /\/trpc\/microDecks\.(\w+)/.exec(request.url())?.[1];
    if (call) sent.push(call);
  });
  await answerNext(page, deckId, 5, true);
  await expect(page.getByText("They are saved here")).toBeVisible();
  expect((await databaseTexts(page)).filter((row) => row.includes("/requests:"))).toHaveLength(5);
  // The network is back, and nothing gets through it yet.
  let lost = 0;
  await context.route(/microDecks\.answer$/, (route) => {
    return ++lost <= 2 ? route.abort() : route.continue();
  });
  await context.setOffline(false);
  await expect(page.getByText("5 of 5 right").first()).toBeAttached({ timeout: 20_000 });
  expect(lost).toBe(6);
  expect((await databaseTexts(page)).filter((row) => row.includes("/requests:"))).toEqual([]);
  expect(sent).toEqual(["answer", "answer", "answer", "answer", "complete"]);
  const facts = await factsOf(admin, "deck.completed");
  expect(facts).toHaveLength(before + 1);
  // The same answers once more, another one, and the completion twice: nothing changes.
  const runId = facts[0]?.props.runId;
  const again = (procedure: string, data: object) =>
    page.evaluate(
      async ([path, body]) => {
        const headers = { "Content-Type": "application/json" };
        return (await fetch(path as string, { method: "POST", headers, body: body as string }))
          .status;
      },
      [`/trpc/microDecks.${procedure}`, JSON.stringify({ deckId, runId, ...data })],
    );
  expect(await again("answer", { questionId: "q5", choice: 0 })).toBe(200);
  expect(await again("complete", {})).toBe(200);
  expect(await again("complete", {})).toBe(200);
  expect(await factsOf(admin, "deck.completed")).toHaveLength(before + 1);
  await page.reload();
  await expect(page.getByText("5 of 5 right").first()).toBeAttached();
});

test("a new version waits to be asked, and never comes into a deck", async ({ page }) => {
  let version = 1;
  await page.context().route("**/service-worker.js", async (route) => {
    const response = await route.fetch();
    const body = `${await response.text()}\n// version ${version}`;
    await route.fulfill({ response, body });
  });
  await page.goto("/");
  await underWorker(page);
  version = 2;
  await page.goto(`/fvm/${deckId}`);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state ?? null),
    )
    .toBe("installed");
  await expect(page.getByText("A new version is ready")).toBeHidden();
  await page.goto("/");
  await expect(page.getByText("A new version is ready")).toBeVisible();
  const reloaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Reload" }).click();
  await reloaded;
  await underWorker(page);
  await expect(page.getByText("A new version is ready")).toBeHidden();
});

test("signing out on a shared laptop leaves nothing of the person in caches or storage", async ({
  page,
  context,
  pageErrors,
}) => {
  pageErrors.allow(noNetwork);
  pageErrors.allow(lateTicket);
  await signIn(page, "student@demo.test");
  await underWorker(page);
  const me = await page.request.get("/trpc/people.me");
  const { alias } = ((await me.json()) as { result: { data: { alias: string } } }).result.data;
  const has = (text: string) => text.includes(alias) || text.includes("student@demo");
  await page.goto(`/fvm/${deckId}`);
  await page.getByRole("button", { name: "Start" }).click();
  await answerNext(page, deckId, 1, false);
  await page.goto("/home");
  await expectKept(page, "/home");
  await expect.poll(async () => (await keptTexts(page)).some(({ text }) => has(text))).toBe(true);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/$/);
  const left = async () => ({
    pages: (await keptTexts(page)).filter(({ cache, text }) => cache === "vt-runs" || has(text)),
    rows: (await databaseTexts(page)).filter((row) => /home|fvm|requests/.test(row)),
    stored: await page.evaluate(() => [
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
    ]),
  });
  expect(await left()).toEqual({ pages: [], rows: [], stored: ["{}", "{}"] });
  await context.setOffline(true);
  await page.goto("/home").catch(() => {});
  // The browser's own page may be on its way still, and has no text to ask for.
  await expect.poll(() => page.content().catch(() => alias)).not.toContain(alias);
});

test("another person on the same browser finds nothing of the one before, signed out or not", async ({
  page,
  context,
  pageErrors,
}) => {
  pageErrors.allow(noNetwork);
  pageErrors.allow(lateTicket);
  await signIn(page, "student@demo.test");
  await underWorker(page);
  await page.goto("/home");
  await expectKept(page, "/home");
  const me = await page.request.get("/trpc/people.me");
  const { alias } = ((await me.json()) as { result: { data: { alias: string } } }).result.data;
  // The session ends without a word, as an old one does.
  await context.clearCookies();
  await page.goto("/");
  await expect
    .poll(async () => (await keptTexts(page)).filter(({ text }) => text.includes(alias)))
    .toEqual([]);
});

test("a link opened under a service worker is hit once and opened once", async ({
  page,
  newPerson,
}) => {
  const inviter = await newPerson({ serviceWorkers: "block" });
  await signIn(inviter, "student@demo.test");
  const mine = await inviter.request.get("/trpc/microDecks.myResults?input=%7B%7D");
  const { result } = (await mine.json()) as { result: { data: { items: { runId: string }[] } } };
  await inviter.goto(`/results/${result.data.items[0]?.runId}`);
  const url = await challengeFriend(inviter);
  const counts = async () => {
    const answer = await inviter.request.get("/trpc/smartLinks.list?input=%7B%7D");
    const { result: listed } = (await answer.json()) as {
      result: { data: { items: { url: string; hits: number; opens: number }[] } };
    };
    const link = listed.data.items.find((item) => item.url === url);
    return { hits: link?.hits, opens: link?.opens };
  };
  await page.goto("/");
  await underWorker(page);
  // By the share sheet into the app: the link's own door.
  await page.goto(`/share-in?text=${encodeURIComponent(`Beat me! ${url}`)}`);
  await expect(page).toHaveURL(/\/fvm\//);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("button", { name: "Check my answer" })).toBeVisible();
  await expect.poll(counts, { timeout: 20_000 }).toEqual({ hits: 1, opens: 1 });
  // Time for what would come twice, such as the worker keeping the page.
  await expectKept(page, new URL(page.url()).pathname);
  await page.waitForTimeout(4_000);
  expect(await counts()).toEqual({ hits: 1, opens: 1 });
});

test("what is shared into the app and is not ours gets a clear page", async ({ page }) => {
  await page.goto("/share-in?url=https%3A%2F%2Felsewhere.example%2F");
  await expect(page.getByRole("heading", { name: "That is not one of our links" })).toBeVisible();
});

test("the app is offered after the second deck, not in a deck, and takes a no", async ({
  page,
}) => {
  const offer = page.getByText("Keep Vel Tutor on this device?");
  const open = async (path: string, finished: number | null) => {
    await page.goto(path);
    const memory = JSON.stringify({ finished, last: null });
    if (finished) await page.evaluate((kept) => localStorage.setItem("vt.install", kept), memory);
    await underWorker(page);
  };
  await open("/", 1);
  await expect.poll(() => tellInstallable(page)).toBe(true);
  await expect(offer).toBeHidden();
  await open(`/fvm/${deckId}`, 2);
  // More than the page waits for an idle moment to load that part, which asks nothing in a deck.
  await page.waitForTimeout(6_000);
  expect(await tellInstallable(page)).toBe(false);
  await expect(offer).toBeHidden();
  await open("/", null);
  await expect.poll(() => tellInstallable(page)).toBe(true);
  await expect(offer).toBeVisible();
  const body = page.locator("body");
  // What stands at the page's end can be scrolled out from under it.
  await expect(body).not.toHaveCSS("padding-bottom", "0px");
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(offer).toBeHidden();
  await expect(body).toHaveCSS("padding-bottom", "0px");
  await open("/", null);
  await expect.poll(() => tellInstallable(page)).toBe(true);
  await expect(offer).toBeHidden();
});
