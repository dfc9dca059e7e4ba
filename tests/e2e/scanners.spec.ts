/** Who only looks: scanners that run scripts, and twenty browsers that look like one. */
import type { Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { createDb } from "#db/client.ts";
import { openDatabase } from "#db/local/open-database.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { challengeFriend, readMail, signIn } from "#tests/support/journeys.ts";
import type { RunningServer } from "#tests/support/server.ts";

const scanningMs = 2_500;

/** What a scanner does with a page: its scripts run, it scrolls, it plays at touching, it waits. */
async function scan(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.evaluate(() => {
    window.scrollTo(0, document.body.scrollHeight);
    for (const name of ["pointerdown", "mousedown", "click", "touchstart", "keydown"]) {
      document.querySelector("h1")?.dispatchEvent(new Event(name, { bubbles: true }));
    }
  });
  await page.waitForTimeout(scanningMs);
}

/** Answers a function that counts what Postgres holds. */
async function openCounter(server: RunningServer) {
  const database = await openDatabase({ DATA_DIR: server.dataDir });
  const count = async (query: ReturnType<typeof sql>) =>
    Number((await createDb(database).execute(query)).rows[0]?.["n"]);
  return { count, stop: () => database.stop() };
}

async function shareLink(page: Page, email: string): Promise<{ link: string; code: string }> {
  await signIn(page, email);
  await page.locator('a[href^="/results/"]').first().click();
  const link = await challengeFriend(page);
  return { link, code: link.split("/").at(-1) ?? "" };
}

const eventsOf = (code: string, name: string) => sql`select count(*)::int as n from events e
  join smart_links l on l.id = e.link_id where l.code = ${code} and e.name = ${name}`;

test("a mail scanner that runs scripts signs nobody in, and the link still does", async ({
  page,
  newPerson,
  server,
}) => {
  const email = "tutor@demo.test";
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  const { links } = await readMail(page, email);
  const link = links.find((candidate) => candidate.includes("/sign-in/confirm")) ?? "";
  const { count, stop } = await openCounter(server);
  const sessions = sql`select count(*)::int as n from sessions s
    join users u on u.id = s.user_id where u.email = ${email}`;
  const before = await count(sessions);
  const [scanner, another] = [await newPerson(), await newPerson()];
  await Promise.all([scan(scanner, link), scan(another, link)]);
  await scanner.goto("/home");
  await expect(scanner).toHaveURL(/\/sign-in/);
  expect(await count(sessions)).toBe(before);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/home$/);
  expect(await count(sessions)).toBe(before + 1);
  await stop();
});

test("a scanner that runs scripts engages nothing, and a person's first tap does", async ({
  page,
  newPerson,
  server,
}) => {
  const { link, code } = await shareLink(page, "student@demo.test");
  const { count, stop } = await openCounter(server);
  const scanner = await newPerson();
  await scan(scanner, link);
  await scanner.reload({ waitUntil: "networkidle" });
  await expect.poll(() => count(eventsOf(code, "invite.opened"))).toBe(1);
  expect(await count(eventsOf(code, "invite.engaged"))).toBe(0);
  expect(await count(eventsOf(code, "deck.started"))).toBe(0);
  const person = await newPerson();
  await person.goto(link, { waitUntil: "networkidle" });
  await person.getByRole("heading", { level: 1 }).click();
  await expect.poll(() => count(eventsOf(code, "invite.engaged"))).toBe(1);
  await expect.poll(() => count(eventsOf(code, "invite.opened"))).toBe(2);
  await stop();
});

test("twenty fresh browsers of one kind behind one address are twenty opens", async ({
  page,
  newPerson,
  server,
}) => {
  test.setTimeout(120_000);
  const { link, code } = await shareLink(page, "student@demo.test");
  const { count, stop } = await openCounter(server);
  for (let opened = 0; opened < 20; opened += 5) {
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        const pupil = await newPerson();
        await pupil.goto(link);
        await expect(pupil.getByRole("button", { name: "Start" })).toBeVisible();
        await pupil.context().close();
      }),
    );
  }
  await expect.poll(() => count(eventsOf(code, "invite.opened"))).toBe(20);
  const weak = sql`select count(*)::int as n from link_opens o join smart_links l
    on l.id = o.link_id where l.code = ${code} and o.visitor_key like 'weak%'`;
  expect(await count(weak)).toBe(0);
  expect(await count(eventsOf(code, "invite.engaged"))).toBe(0);
  await stop();
});
