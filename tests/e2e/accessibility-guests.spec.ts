/** Pages of people without an account, each in its states: WCAG 2.2 AA by axe, reflow, zoom. */
import { guestShots } from "#tests/screenshots/guest-shots.ts";
import { studentShots, tutorShots } from "#tests/screenshots/member-shots.ts";
import { expectAccessible } from "#tests/support/accessible.ts";
import { lateTicket, test } from "#tests/support/browser-test.ts";
import { goThrough } from "#tests/support/shot-stage.ts";

/** What guests are shown was left by these. */
const before = [...tutorShots, ...studentShots].filter(({ name }) =>
  ["tutor-settings", "result", "result-shared"].includes(name),
);

test("pages without an account are accessible in every state", async ({
  newPerson,
  pageErrors,
}) => {
  test.setTimeout(300_000);
  pageErrors.allow(/status of (400|404)/);
  pageErrors.allow(lateTicket);
  await goThrough([...before, ...guestShots], newPerson, async (page, shot) => {
    if (!before.includes(shot)) await expectAccessible(page, shot.name);
  });
});

test("the page of the REST interface is accessible", async ({ page }) => {
  await page.goto("/api/docs");
  await expectAccessible(page, "/api/docs");
});
