/** The activity feed in two browsers: reactions at once, news once, also over a restart. */
import type { Locator, Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { createDb } from "#db/client.ts";
import { openDatabase } from "#db/local/open-database.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { playDeck, signIn } from "#tests/support/journeys.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";

const lines = (page: Page) => page.getByRole("region", { name: "What just happened" });
const newest = (page: Page) => lines(page).locator("ol > li").first();

/** Presses the face beside a line, and then one of the five. */
async function choose(line: Locator, kind: string): Promise<void> {
  await line.locator("summary").click();
  await line.locator(`details button[value="${kind}"]`).click();
}

async function openGroup(page: Page, url = ""): Promise<void> {
  await page.goto(`${url}/cohort/alg-101`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
}

test("a reaction is seen in another browser within half a second, and taken back", async ({
  page: one,
  newPerson,
}) => {
  const other = await newPerson();
  await signIn(one, "student@demo.test");
  await signIn(other, "student2@demo.test");
  await Promise.all([openGroup(one), openGroup(other)]);
  const id = await newest(one).locator('input[name="id"]').inputValue();
  const line = (page: Page) =>
    page.locator("ol > li").filter({ has: page.locator(`input[value="${id}"]`) });
  const sprouts = line(other).locator('[data-reaction="sprout"]');
  const before = (await sprouts.count()) > 0 ? Number(await sprouts.textContent()) : 0;
  await line(one).locator("summary").click();
  // The watch begins in the other browser's own clock, before the tap.
  const seen = other.evaluate(
    ([item, count]) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const form = document.querySelector(`input[value="${item}"]`)?.closest("form");
          const shown = form?.querySelector('[data-reaction="sprout"]')?.textContent;
          if (Number(shown ?? 0) > Number(count)) resolve(Date.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    [id, String(before)] as const,
  );
  const tapped = Date.now();
  await line(one).locator('details button[value="sprout"]').click();
  expect((await seen) - tapped).toBeLessThan(500);
  await expect(sprouts).toHaveText(String(before + 1));
  await line(one)
    .getByRole("button", { name: /Keep going: / })
    .click();
  if (before === 0) await expect(sprouts).toHaveCount(0);
  else await expect(sprouts).toHaveText(String(before));
});

test("a refused reaction is taken back, and says so", async ({ page, pageErrors }) => {
  pageErrors.allow(/503/);
  await signIn(page, "student@demo.test");
  await openGroup(page);
  await page.route("**/trpc/activity.react*", (route) => route.fulfill({ status: 503, body: "" }));
  const hearts = newest(page).locator('[data-reaction="heart"]');
  const before = await hearts.count();
  await choose(newest(page), "heart");
  await expect(page.getByText("Please try again", { exact: false }).first()).toBeVisible();
  await expect(hearts).toHaveCount(before);
});

/** A quiet subject's feed: 40 decks and 5 bests, a minute each, long before everything else. */
async function fillChemistry({ dataDir }: RunningServer): Promise<void> {
  const database = await openDatabase({ DATA_DIR: dataDir });
  await createDb(database).execute(sql`
    insert into activity_events (id, type, actor_id, subject, visibility, props, created_at)
    select gen_random_uuid(), case when n % 9 = 0 then 'high_score' else 'quiz_completed' end,
      (select id from users where email = 'student2@demo.test'), 'chemistry', 'public',
      '{"deckId":"chem-atoms","score":3,"total":5}', now() - interval '60 days' - n * interval '1 minute'
    from generate_series(1, 45) as n`);
  await database.stop();
}

test("the feed grows while one scrolls, and the menu shows one kind of news only", async ({
  page,
  server,
}) => {
  await fillChemistry(server);
  await signIn(page, "student@demo.test");
  await page.goto("/activity?of=chemistry");
  const rows = page.locator("main ol > li");
  await expect(rows).toHaveCount(20);
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 2_000);
      return rows.count();
    })
    .toBe(45);
  await expect(page.getByRole("link", { name: "Show more" })).toHaveCount(0);
  const inputs = rows.locator('input[name="id"]');
  const ids = await inputs.evaluateAll((all) =>
    all.map((input) => (input as HTMLInputElement).value),
  );
  expect(new Set(ids).size).toBe(45);
  const moments = await rows
    .locator("time")
    .evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
  expect(moments).toEqual([...moments].sort().reverse());

  const filter = page.getByRole("navigation", { name: "Show only" });
  await filter.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(filter.getByRole("link")).toHaveCount(8);
  await page.keyboard.press("Escape");
  await expect(filter.getByRole("link")).toHaveCount(0);
  await filter.locator("summary").click();
  await filter.getByRole("link", { name: "Personal bests" }).click();
  await expect(page).toHaveURL(/\/activity\?of=chemistry&type=high_score$/);
  await expect(rows).toHaveCount(5);
  await expect(filter.getByRole("link")).toHaveCount(0);
  await expect(filter.locator("summary")).toHaveText("Show only: Personal bests");
  expect(await page.evaluate(() => "stayed" in window)).toBe(true);
});

test("without JavaScript one reacts, filters and pages by plain forms and links", async ({
  page,
  newPerson,
}) => {
  await signIn(page, "student@demo.test");
  const plain = await newPerson({ javaScriptEnabled: false });
  await plain.context().addCookies(await page.context().cookies());
  await plain.goto("/activity?type=quiz_completed");
  const first = plain.locator("ol > li").first();
  const had = await first.locator('input[name="yours"]').inputValue();
  const kind = had === "star" ? "heart" : "star";
  await choose(first, kind);
  await expect(plain).toHaveURL(/\/activity\?type=quiz_completed$/);
  await expect(first.locator('input[name="yours"]')).toHaveValue(kind);
  const filter = plain.getByRole("navigation", { name: "Show only" });
  await filter.locator("summary").click();
  await filter.getByRole("link", { name: "Levels" }).click();
  await expect(plain).toHaveURL(/\/activity\?type=level_up$/);
});

test("the server restarted under two browsers: what happened meanwhile stands once in both", async ({
  newPerson,
  pageErrors,
}) => {
  test.setTimeout(180_000);
  pageErrors.allow(/WebSocket|ERR_CONNECTION|Failed to (fetch|load)|50\d/);
  const server = await startServer({ env: { SEED: "people" } });
  const { url, port, dataDir } = server;
  const [one, other] = [await newPerson({ baseURL: url }), await newPerson({ baseURL: url })];
  await signIn(one, "student@demo.test");
  await signIn(other, "student2@demo.test");
  await Promise.all([openGroup(one), openGroup(other)]);
  await one.evaluate(() => Object.assign(window, { stayed: true }));
  const ids = (page: Page) =>
    lines(page)
      .locator('input[name="id"]')
      .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
  const before = await ids(one);
  // Both are cut off while it happens: the news can only come from Postgres.
  const actor = await newPerson({ baseURL: url });
  await signIn(actor, "minor@demo.test");
  await server.kill("SIGKILL");
  const again = await startServer({ dataDir, port, env: { SEED: "people" } });
  try {
    await actor.goto("/fvm/alg-expressions", { waitUntil: "networkidle" });
    await actor
      .getByRole("button", { name: /Start|again/i })
      .first()
      .click();
    await playDeck(actor, "alg-expressions");
    for (const page of [one, other]) {
      await expect
        .poll(async () => (await ids(page)).length, { timeout: 40_000 })
        .toBeGreaterThan(before.length);
    }
    // One deck is several news, which come one after the other.
    const sameInBoth = async () => expect(await ids(other)).toEqual(await ids(one));
    await expect(sameInBoth).toPass({ timeout: 40_000 });
    const now = await ids(one);
    expect(new Set(now).size).toBe(now.length);
    expect(now).toEqual(expect.arrayContaining(before));
    expect(await one.evaluate(() => "stayed" in window)).toBe(true);
  } finally {
    await again.stop();
  }
});
