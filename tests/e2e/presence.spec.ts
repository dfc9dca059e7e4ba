/** Who is here, as several real browsers see it: at once, after a death, a restart, and without sockets. */
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser-test.ts";
import { findBrowser } from "#tests/support/find-browser.ts";
import { playDeck, signIn } from "#tests/support/journeys.ts";
import { descendants } from "#tests/support/process-tree.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { tapWire } from "#tests/support/wire-tap.ts";

// Leases of seconds instead of minutes, and nothing else: a test cannot wait 150 s.
const short = {
  leaseMs: 5_000,
  awayLeaseMs: 8_000,
  leaveGraceMs: 1_000,
  heartbeatMs: 1_500,
  leaseCheckMs: 500,
};
const serverEnv = { SEED: "people", REALTIME_SETTINGS: JSON.stringify(short) };
test.use({ serverEnv });

let server: RunningServer;
let again: RunningServer | null = null;
const contexts: BrowserContext[] = [];
test.describe.configure({ mode: "serial" });
test.beforeEach(({ server: started }) => {
  server = started;
});
test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
test.afterAll(() => again?.stop());

/** Another person's browser, signed in and on their home. */
async function person(
  browser: Browser,
  email: string,
  prepare?: (page: BrowserContext) => unknown,
) {
  const { userAgent = "", viewport = null } = test.info().project.use;
  const context = await browser.newContext({ baseURL: server.url, userAgent, viewport });
  contexts.push(context);
  await prepare?.(context);
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}

const inAlgebra = (page: Page) => page.getByRole("region", { name: "In Algebra now" });
const here = (page: Page) => page.getByRole("link", { name: /Open the lobby$/ });

async function expectHere(page: Page, count: number, timeout: number): Promise<void> {
  const words = count === 1 ? "1 person is here" : `${count} people are here`;
  await expect(here(page)).toHaveAccessibleName(`${words}. Open the lobby`, { timeout });
}

/** A browser of its own, beside the one that the tests share. */
function launchOptions(more: string[] = []) {
  const executablePath = findBrowser();
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", ...more];
  return { ...(executablePath ? { executablePath } : {}), args };
}

/** As behind a proxy that lets no upgrade through: each socket is refused before it opens. */
async function blockSockets(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const Real = window.WebSocket;
    window.WebSocket = class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(String(url).replace("/ws/", "/no-upgrade-here/"), protocols);
      }
    };
  });
}

test("a person who comes or goes is seen by another browser within 2 s, and what they do", async ({
  browser,
}) => {
  const first = await person(browser, "student@demo.test");
  await expectHere(first, 1, 10_000);
  await first.goto("/lobby");
  const second = await person(browser, "tutor@demo.test");
  await expect(here(second)).toBeVisible();
  await expectHere(first, 2, 2_000);
  await second.goto("/fvm/alg-linear-equations");
  await second.getByRole("button", { name: "Start" }).click();
  await expect(second.getByRole("button", { name: "Check my answer" })).toBeVisible();
  const people = first.getByRole("region", { name: "2 people are here" });
  await expect(people.getByText("in a quiz")).toBeVisible();
  await expect(first.getByRole("listitem").filter({ hasText: "Algebra" })).toContainText(
    "1 in a quiz",
  );
  await second.context().close();
  await expectHere(first, 1, short.leaveGraceMs + 2_000);
});

/** As when another tab is chosen: a browser without a window hides none of its pages. */
async function look(page: Page, state: "visible" | "hidden"): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

test("who looks at another tab is away for the others, and back when they look here again", async ({
  browser,
}) => {
  const watcher = await person(browser, "student2@demo.test");
  await watcher.goto("/lobby");
  const hidden = await person(browser, "minor@demo.test");
  const people = watcher.getByRole("region", { name: "2 people are here" });
  await expect(people.getByText("picking a deck")).toBeVisible();
  await look(hidden, "hidden");
  await expect(people.getByText("away for a moment")).toBeVisible();
  await expect(people.getByText("picking a deck")).toHaveCount(0);
  await look(hidden, "visible");
  await expect(people.getByText("picking a deck")).toBeVisible();
});

test("a browser that dies without a goodbye is gone with its lease, and counts when it is back", async ({
  browser,
}) => {
  const watcher = await person(browser, "student@demo.test");
  const doomedServer = await chromium.launchServer(launchOptions());
  const doomedBrowser = await chromium.connect(doomedServer.wsEndpoint());
  const pid = doomedServer.process().pid ?? 0;
  const signal = (name: NodeJS.Signals) => {
    for (const one of [pid, ...descendants(pid)]) process.kill(one, name);
  };
  try {
    const doomed = await person(doomedBrowser, "tutor@demo.test");
    await expectHere(doomed, 2, 10_000);
    await expectHere(watcher, 2, 2_000);
    // Frozen whole: its sockets stay open, and nothing is ever said on them.
    signal("SIGSTOP");
    const begun = Date.now();
    await expectHere(watcher, 1, short.leaseMs + short.leaveGraceMs + 3_000);
    expect(Date.now() - begun).toBeGreaterThan(short.leaseMs - short.heartbeatMs - 500);
    signal("SIGCONT");
    await expectHere(watcher, 2, 20_000);
    await expectHere(doomed, 2, 5_000);
  } finally {
    signal("SIGCONT");
    contexts.pop();
    await doomedBrowser.close();
    await doomedServer.close();
  }
});

test("three tabs of one person hold one socket a room, count once, and outlive the tab that leads", async ({
  browser,
}) => {
  const tap = await tapWire(server.port);
  const tapped = await chromium.launch(launchOptions([tap.browserArgument]));
  const own = async () => (await person(tapped, "tutor@demo.test")).context();
  try {
    const context = await own();
    const [tab, ...tabs] = [context.pages()[0], await context.newPage(), await context.newPage()];
    for (const one of tabs) await one.goto("/home");
    for (const one of tabs) await expectHere(one, 1, 10_000);
    const other = await person(browser, "student@demo.test");
    await expectHere(other, 2, 10_000);
    for (const one of context.pages()) await expectHere(one, 2, 2_000);
    // Beside it the person's own inbox, once for all tabs.
    expect(tap.open().toSorted()).toEqual([
      expect.stringMatching(/^\/ws\/inbox\/user_/),
      "/ws/presence/lobby:1",
    ]);
    await tabs[0]?.goto("/leaderboards/algebra");
    await tabs[1]?.goto("/leaderboards/algebra");
    await expect.poll(() => tap.open().length).toBe(4);
    await tab?.close();
    const third = await person(browser, "parent@demo.test");
    await expectHere(third, 3, 10_000);
    for (const one of [...tabs, other]) await expectHere(one, 3, 10_000);
    expect(tap.open()).toHaveLength(4);
  } finally {
    contexts.splice(0, 1);
    await tapped.close();
    await tap.close();
  }
});

test("without WebSockets presence and boards work, and count the same", async ({ browser }) => {
  test.setTimeout(120_000);
  const blocked = await person(browser, "tutor@demo.test", blockSockets);
  await expectHere(blocked, 1, 20_000);
  const socketed = await person(browser, "parent@demo.test");
  await expectHere(socketed, 2, 10_000);
  await expectHere(blocked, 2, 5_000);
  await blocked.goto("/leaderboards/algebra");
  await expect(blocked.getByText("Live", { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(inAlgebra(blocked)).toContainText("1 person is here", { timeout: 20_000 });
  await socketed.goto("/fvm/alg-linear-equations");
  await expect(inAlgebra(socketed)).toContainText("2 people are here");
  await expect(inAlgebra(blocked)).toContainText("2 people are here");
  const board = blocked.getByRole("region", { name: "Standings" });
  const before = await board.innerText();
  await socketed.getByRole("button", { name: "Start" }).click();
  await expect(inAlgebra(blocked)).toContainText("1 in a quiz");
  await playDeck(socketed, "alg-linear-equations");
  await expect.poll(() => board.innerText()).not.toBe(before);
  await socketed.goto("/lobby");
  await expectHere(socketed, 2, 10_000);
  await blocked.context().close();
  await expectHere(socketed, 1, short.awayLeaseMs + short.leaveGraceMs + 5_000);
});

test("both browsers recover by themselves when the server comes back", async ({ browser }) => {
  test.setTimeout(120_000);
  const [one, other] = [
    await person(browser, "student@demo.test"),
    await person(browser, "tutor@demo.test"),
  ];
  for (const page of [one, other]) {
    await expectHere(page, 2, 10_000);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  }
  const { dataDir, port } = server;
  await server.kill("SIGKILL");
  again = await startServer({ env: serverEnv, dataDir, port });
  for (const page of [one, other]) await expectHere(page, 2, 40_000);
  const third = await person(browser, "parent@demo.test");
  await expectHere(third, 3, 10_000);
  for (const page of [one, other]) {
    await expectHere(page, 3, 10_000);
    expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  }
});
