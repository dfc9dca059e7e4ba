/** Pages of people with an account, each in its states: WCAG 2.2 AA by axe, reflow, zoom. */
import { appShots } from "#tests/screenshots/app-shots.ts";
import {
  adminShots,
  familyShots,
  studentShots,
  tutorShots,
} from "#tests/screenshots/member-shots.ts";
import { secondFactorShots } from "#tests/screenshots/second-factor-shots.ts";
import { expectAccessible } from "#tests/support/accessible.ts";
import { lateTicket, test } from "#tests/support/browser-test.ts";
import { goThrough } from "#tests/support/shot-stage.ts";

/** What the states ask for: pages that are not there, and a failure. */
const wanted = /status of (404|500)|SyntaxError/;

const groups = {
  "a student's pages": studentShots,
  "a tutor's pages": tutorShots,
  "a minor's and a guardian's pages": familyShots,
  "an admin's pages": [...adminShots, ...secondFactorShots],
};

for (const [name, shots] of Object.entries(groups)) {
  test(`${name} are accessible in every state`, async ({ newPerson, pageErrors }) => {
    test.setTimeout(240_000);
    pageErrors.allow(wanted);
    pageErrors.allow(lateTicket);
    await goThrough(shots, newPerson, (page, shot) => expectAccessible(page, shot.name));
  });
}

test("what lies over a page, and the app without a network, is accessible", async ({
  newPerson,
  pageErrors,
}) => {
  test.setTimeout(240_000);
  pageErrors.allow(lateTicket);
  pageErrors.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|503/);
  const open = () => newPerson({ serviceWorkers: "allow" });
  await goThrough(appShots, open, (page, shot) => expectAccessible(page, shot.name));
});
