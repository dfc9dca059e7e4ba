/** Telemetry from a real browser: once each, through a dead network and a page that goes away. */
import type { Page } from "@playwright/test";
import { expect, lateTicket, test } from "#tests/support/browser-test.ts";
import { challengeFriend, signIn } from "#tests/support/journeys.ts";

interface Tail {
  items: { eventId: string; name: string; props: Record<string, unknown> }[];
  dead: { messages: number };
}

/** The newest events of that name, as the admin's session reads them. */
async function tail(admin: Page, name: string): Promise<Tail["items"]> {
  const input = encodeURIComponent(JSON.stringify({ name }));
  const answer = await admin.request.get(`/trpc/events.list?input=${input}`);
  const { result } = (await answer.json()) as { result: { data: Tail } };
  expect(result.data.dead.messages).toBe(0);
  return result.data.items;
}

const waiting = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("vt.event.")));

/** The result of the demo's student, with a link made for it. */
async function openResult(page: Page): Promise<void> {
  await signIn(page, "student@demo.test");
  const mine = await page.request.get("/trpc/microDecks.myResults?input=%7B%7D");
  const { result } = (await mine.json()) as { result: { data: { items: { runId: string }[] } } };
  await page.goto(`/results/${result.data.items[0]?.runId}`);
}

test("what happens offline is sent when the network is back, each once", async ({
  page,
  newPerson,
  pageErrors,
}) => {
  test.setTimeout(120_000);
  pageErrors.allow(/ERR_INTERNET_DISCONNECTED/);
  const admin = await newPerson();
  await signIn(admin, "admin@demo.test");
  await openResult(page);
  await challengeFriend(page);
  await expect.poll(async () => (await tail(admin, "share.tapped")).length).toBe(1);
  await expect.poll(() => waiting(page)).toEqual([]);
  await page.context().setOffline(true);
  const copy = page.getByRole("button", { name: "Copy", exact: true });
  for (let taps = 0; taps < 3; taps++) await copy.click();
  await expect.poll(() => waiting(page)).toHaveLength(3);
  const kept = (await waiting(page)).map((key) => key.slice("vt.event.".length));
  // Longer than a batch gathers: nothing leaves, and nothing is given up.
  await page.waitForTimeout(5_000);
  expect(await waiting(page)).toHaveLength(3);
  await page.context().setOffline(false);
  await expect.poll(() => waiting(page)).toEqual([]);
  await expect.poll(async () => (await tail(admin, "share.tapped")).length).toBe(4);
  // Time for what would come twice.
  await page.waitForTimeout(3_000);
  const shared = await tail(admin, "share.tapped");
  expect(shared.map(({ eventId }) => eventId)).toEqual(expect.arrayContaining(kept));
  expect(shared).toHaveLength(4);
});

test("a page that goes away sends by beacon, and the next one doubles nothing", async ({
  page,
  newPerson,
}) => {
  test.setTimeout(120_000);
  const admin = await newPerson();
  await signIn(admin, "admin@demo.test");
  // On a result's page nothing but a beacon gets through.
  await page.context().addInitScript(() => {
    if (!location.pathname.startsWith("/results/")) return;
    const { fetch } = window;
    window.fetch = (input, init) =>
      String(input) === "/api/events" ? Promise.reject(new TypeError()) : fetch(input, init);
  });
  await openResult(page);
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await expect.poll(() => waiting(tab)).toHaveLength(2);
  const kept = (await waiting(tab)).map((key) => key.slice("vt.event.".length)).sort();
  const landed = async () => {
    const viewed = await tail(admin, "results.viewed");
    return viewed.map(({ eventId }) => eventId).filter((id) => kept.includes(id));
  };
  const sessions = (await tail(admin, "presence.session")).length;
  // A glance is no session.
  await tab.waitForTimeout(1_500);
  expect(await landed()).toEqual([]);
  // Closing, not leaving: a beacon that outlives its page has the browser's own agent, a robot's.
  await tab.close();
  await expect.poll(async () => (await landed()).sort()).toEqual(kept);
  await expect.poll(async () => (await tail(admin, "presence.session")).length).toBe(sessions + 1);
  await page.goto("/home");
  // The tab that went away could not hear the answer: the same ids go once more.
  await expect.poll(() => waiting(page)).toEqual([]);
  await page.waitForTimeout(3_000);
  expect((await landed()).sort()).toEqual(kept);
});

test("looking at the feed and at a board is counted for who is signed in, and for guests it is not", async ({
  page,
  newPerson,
}) => {
  test.setTimeout(120_000);
  const admin = await newPerson();
  await signIn(admin, "admin@demo.test");
  const guest = await newPerson();
  await signIn(page, "student@demo.test");
  for (const person of [guest, page]) {
    await person.goto("/leaderboards/algebra");
    await expect(person.getByRole("heading", { level: 1 })).toBeVisible();
    await person.goto("/activity");
    await expect(person.getByRole("heading", { level: 1 })).toBeVisible();
  }
  const looked = async () =>
    (await tail(admin, "surface.viewed")).map(({ props }) => props["surface"]).sort();
  await expect.poll(looked).toEqual(["activity", "leaderboard"]);
  expect(await waiting(guest)).toEqual([]);
});

test("nothing waits in the browser after signing out", async ({ page, pageErrors }) => {
  test.setTimeout(120_000);
  pageErrors.allow(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  pageErrors.allow(lateTicket);
  await page.route("**/api/events", (route) => route.abort());
  await openResult(page);
  await expect.poll(() => waiting(page)).not.toEqual([]);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect.poll(() => waiting(page)).toEqual([]);
});

test("the admin sees events come, by name, and no names of people", async ({ page, newPerson }) => {
  test.setTimeout(120_000);
  const student = await newPerson();
  await signIn(page, "admin@demo.test");
  await page.goto("/admin/events?name=results.viewed");
  await openResult(student);
  const runId = student.url().split("/").at(-1) ?? "no result";
  await expect(page.getByText(runId).first()).toBeVisible({ timeout: 20_000 });
  await page.goto("/admin/events");
  await page.getByLabel("Event", { exact: true }).selectOption("deck.completed");
  await expect(page).toHaveURL(/name=deck\.completed/);
  await expect(page.getByRole("rowheader").first()).toContainText("deck.completed");
  expect(await page.locator("main").innerText()).not.toMatch(/@|Quiet Otter/);
});
