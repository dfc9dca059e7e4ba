/** The whole loop: invite, first value, join, live board and cohort, the next invite, K. */

import type { Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { createDb } from "#db/client.ts";
import { openDatabase } from "#db/local/open-database.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { challengeFriend, joinFromDeck, playDeck, signIn } from "#tests/support/journeys.ts";

const deckId = "alg-linear-equations";

interface Answer<T> {
  result: { data: T };
}
interface Counts {
  persons: number;
  credited: number;
}

/** K as the admin's page has it: asked by the page itself, with its own session. */
async function readK(page: Page) {
  const input = encodeURIComponent(JSON.stringify({ windowDays: 28, loop: "buddy_challenge" }));
  const answer = await page.evaluate(
    async (path) => (await fetch(path)).json<Answer<{ provisional: Counts }>>(),
    `/trpc/metrics.kFactor?input=${input}`,
  );
  return answer.result.data.provisional;
}

/** Runs the cron handler, which counts what happened, instead of waiting for its minute. */
async function sweep(page: Page): Promise<void> {
  expect(await (await page.request.get("/cdn-cgi/local/scheduled")).text()).toBe("ok");
}

async function aliasOf(page: Page): Promise<string> {
  const answer = await page.evaluate(async () =>
    (await fetch("/trpc/people.me")).json<Answer<{ alias: string }>>(),
  );
  return answer.result.data.alias;
}

test("an invite brings a person, who brings the next one @phone", async ({
  page: inviter,
  newPerson,
  server,
}, testInfo) => {
  test.setTimeout(180_000);
  const mailOf = (name: string) => `${name}-${testInfo.project.name}-${Date.now()}@people.test`;
  const admin = await newPerson();
  await signIn(admin, "admin@demo.test");
  await sweep(admin);
  const before = await readK(admin);

  await signIn(inviter, "student@demo.test");
  await inviter.locator('a[href^="/results/"]').first().click();
  await expect(inviter.getByRole("heading", { name: "Buddy Challenge" })).toBeVisible();
  const link = await challengeFriend(inviter);
  expect(new URL(link).pathname).toMatch(/^\/sl\/[0-9a-z]{12}$/);

  // The inviter watches the group and the board while the friend plays.
  const group = await inviter.context().newPage();
  await group.goto("/cohort/alg-101");
  const board = await inviter.context().newPage();
  await board.goto("/leaderboards/algebra");

  const friend = await newPerson();
  await friend.goto(link);
  await expect(friend).toHaveURL(new RegExp(`/fvm/${deckId}$`));
  await expect(friend.getByRole("heading", { level: 1 })).toContainText("Can you beat");
  await friend.getByRole("button", { name: "Start" }).click();
  await playDeck(friend, deckId, 1);
  await expect(friend.getByRole("heading", { name: "The challenge" })).toBeVisible();
  await joinFromDeck(friend, mailOf("friend"));
  const friendAlias = await aliasOf(friend);

  await expect(group.getByText(friendAlias).first()).toBeVisible();
  await expect(board.getByText(friendAlias).first()).toBeVisible();

  const nextLink = await challengeFriend(friend);
  const third = await newPerson();
  await third.goto(nextLink);
  await expect(third.getByRole("heading", { level: 1 })).toContainText(friendAlias);
  await third.getByRole("button", { name: "Start" }).click();
  await playDeck(third, deckId, 0);
  await joinFromDeck(third, mailOf("third"));
  await expect(board.getByText(await aliasOf(third)).first()).toBeVisible();

  await sweep(admin);
  expect(await readK(admin)).toMatchObject({
    persons: before.persons + 2,
    credited: before.credited + 2,
  });
  await admin.goto("/admin/metrics?window=28&loop=buddy_challenge");
  await expect(admin.getByRole("heading", { level: 1 })).toBeVisible();

  const database = await openDatabase({ DATA_DIR: server.dataDir });
  const code = link.split("/").at(-1) ?? "";
  const facts = sql`select e.name, count(*)::int as n from events e
    join smart_links l on l.id = e.link_id where l.code = ${code} group by 1 order by 1`;
  const counts = async () => (await createDb(database).execute(facts)).rows;
  await expect
    .poll(counts)
    .toEqual(
      [
        "challenge.decided",
        "deck.completed",
        "deck.started",
        "fvm.reached",
        "invite.engaged",
        "invite.fvm",
        "invite.joined",
        "invite.opened",
        "invite.sent",
        "person.joined",
      ].map((name) => ({ name, n: 1 })),
    );
  await database.stop();
});

test("the whole way works without JavaScript, from the link to a confirmed sign-in @phone", async ({
  page: inviter,
  newPerson,
}, testInfo) => {
  await signIn(inviter, "student2@demo.test");
  await inviter.locator('a[href^="/results/"]').first().click();
  const link = await challengeFriend(inviter);
  const friend = await newPerson({ javaScriptEnabled: false });
  await friend.goto(link);
  await friend.getByRole("button", { name: "Start" }).click();
  const played = new URL(friend.url()).pathname.split("/").at(-1) ?? "";
  await playDeck(friend, played, 2);
  await expect(friend.getByRole("heading", { name: "The challenge" })).toBeVisible();
  await expect(friend.getByText("3 of 5 right")).toBeAttached();
  await joinFromDeck(friend, `no-script-${testInfo.project.name}-${Date.now()}@people.test`);
  // The result that the guest made, as the member who it now belongs to.
  await expect(friend.getByRole("link", { name: /^You are .+ Open settings$/ })).toBeVisible();
  await expect(friend.getByText("3 of 5 right").first()).toBeAttached();
});
