/** Pages of people with an account. The stage has signed each of them in. */
import { challengeFriend, readMail } from "#tests/support/journeys.ts";
import { at, over, type Shot, shown } from "./shot.ts";

/** Before all others: what they leave is what the guests' pages show. */
export const tutorShots: readonly Shot[] = [
  at("tutor-home", "home", "tutor", "/home"),
  at("tutor-settings", "tutors.mine", "tutor", async (page, found) => {
    await page.goto("/tutors/mine");
    const open = page.getByRole("link", { name: "See it as others do" });
    found.tutorPage = (await open.getAttribute("href")) ?? "";
  }),
  // It stays open: the student's picture of the group shows the tutor there.
  at("cohort-tutor", "cohort.$slug", "tutor", "/cohort/alg-101"),
];

export const studentShots: readonly Shot[] = [
  at("home", "home", "student", "/home"),
  at("result", "results.$runId", "student", async (page) => {
    await page.goto("/home");
    await page.locator('a[href^="/results/"]').first().click();
    await page.waitForURL(/results/);
  }),
  at("result-shared", "results.$runId", "student", async (page, found) => {
    found.smartLink = await challengeFriend(page);
  }),
  at("links", "links", "student", "/links"),
  at("links-failed", "links", "student", async (page) => {
    await page.goto("/home");
    const answer = {
      status: 500,
      contentType: "application/json",
      body: '{"error":{"code":"INTERNAL","message":"","requestId":"none"}}',
    };
    await page.route("**/links.data*", (route) => route.fulfill(answer));
    await page.locator('a[href="/links"]:visible').first().click();
    await page.waitForURL(/\/links/);
    await page.unroute("**/links.data*");
  }),
  at("links-share-open", "links", "student", async (page) => {
    await page.goto("/links");
    await page.getByRole("button", { name: "Share", exact: true }).first().click();
    await page.getByRole("button", { name: "QR code" }).first().click();
  }),
  over("links-revoke-asked", "links", "student", async (page) => {
    await page.goto("/links");
    await page
      .getByRole("button", { name: /Take .*back|Revoke|Switch off/i })
      .first()
      .click();
    await page.getByRole("alertdialog").waitFor();
  }),
  at("friends", "friends", "student", "/friends"),
  at("inbox", "inbox", "student", "/inbox"),
  shown({ width: 1280, height: 860 }, at("cohort", "cohort.$slug", "student", "/cohort/alg-101")),
  at("lobby", "lobby", "student", "/lobby"),
  at("board", "leaderboards.$subject", "student", "/leaderboards/algebra"),
  at("board-daily", "leaderboards.$subject", "student", "/leaderboards/algebra?period=daily"),
  at("board-empty", "leaderboards.$subject", "student", "/leaderboards/physics"),
  at(
    "board-around",
    "leaderboards.$subject",
    "student",
    "/leaderboards/algebra?period=all_time&view=around",
  ),
  at("activity", "activity._index", "student", "/activity"),
  at("activity-filtered-empty", "activity._index", "student", "/activity?of=physics&type=level_up"),
  at("activity-mine", "activity._index", "student", "/activity?of=mine"),
  at("settings", "settings", "student", "/settings"),
  at("security", "settings_.security", "student", "/settings/security"),
  at("deck-member", "fvm.$deckId", "student", "/fvm/alg-expressions"),
  at("not-found-member", "$", "student", "/no/such/page"),
  at("cohort-unknown", "cohort.$slug", "student", "/cohort/no-such-group"),
];

export const familyShots: readonly Shot[] = [
  at("parent-home", "home", "parent", "/home"),
  at("minor-home", "home", "minor", "/home"),
  at("ask-guardian", "ask-guardian", "minor", "/ask-guardian"),
  at("ask-guardian-asked", "ask-guardian", "minor", async (page) => {
    await page.getByRole("button", { name: "Ask my guardian" }).click();
    await page.getByText("We have asked").first().waitFor();
  }),
  at("guardian-share-question", "guardian.share", "guardian", async (page) => {
    const { links } = await readMail(page, "parent@demo.test");
    await page.goto(links.find((link) => link.includes("/guardian/share")) ?? "/no-link");
  }),
  at("family", "family", "parent", "/family"),
];

export const adminShots: readonly Shot[] = [
  shown(
    { width: 1280, height: 1040 },
    at("admin-metrics", "admin.metrics", "admin", "/admin/metrics"),
  ),
  at("admin-events", "admin.events", "admin", "/admin/events"),
  at("admin-deliveries", "admin.deliveries", "admin", "/admin/deliveries"),
  at("admin-held", "admin.held", "admin", "/admin/held"),
  at("admin-experiments", "admin.experiments._index", "admin", "/admin/experiments"),
  at("admin-experiment", "admin.experiments.$key", "admin", async (page) => {
    await page.getByLabel("Key").fill("warm-words");
    await page.getByLabel("Name of the tested variant").fill("warm");
    await page.getByLabel("What you expect, and why").fill("Warmer words bring more friends.");
    await page
      .locator("form")
      .filter({ has: page.getByLabel("Key") })
      .getByRole("button")
      .last()
      .click();
    await page.waitForURL(/experiments\/warm-words/);
  }),
  at("admin-flags", "admin.flags", "admin", "/admin/flags"),
  at("admin-cohorts", "admin.cohorts", "admin", "/admin/cohorts"),
  at("admin-people", "admin.people", "admin", "/admin/people"),
  at("second-factor-off", "settings_.second-factor", "admin", "/settings/second-factor"),
  at("second-factor-set-up", "settings_.second-factor", "admin", async (page) => {
    await page.getByRole("button", { name: "Set it up" }).click();
    await page.locator("code").first().waitFor();
  }),
];
