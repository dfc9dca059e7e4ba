/** A minor's sharing outside: asked by mail, decided by the guardian, stopped at once. */
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { shareConsents } from "#db/schema/people.ts";
import { smartLinks } from "#db/schema/smart-links.ts";
import { toUuid } from "#shared/ids.ts";
import {
  accountOf,
  call,
  dayMs,
  lastMail,
  signedInPerson,
  signIn,
  stagePeople,
} from "#tests/support/people-stage.ts";
import type { TestBrowser } from "#tests/support/test-browser.ts";
import { createSmartLink } from "#workers/features/smart-links/create-smart-link.ts";
import { smartLinksReact } from "#workers/features/smart-links/smart-links.events.ts";

const stage = stagePeople();

const asParent = { join: { birthYear: 1980, persona: "parent" } } as const;
const withLinks = {
  subscriptions: { "sharing.withdrawn": ["smartLinks"] },
  reactions: { smartLinks: smartLinksReact },
};

async function teen() {
  const guardianEmail = stage.newEmail();
  return { ...(await signedInPerson(stage, { birthYear: stage.year - 15 })), guardianEmail };
}

/** A guardian with an account, tied to the teen by a first yes that was taken back again. */
async function guardianOf(child: Awaited<ReturnType<typeof teen>>) {
  const { token } = await asked(child);
  await answer(token, "consented");
  const browser = stage.browser(withLinks);
  await signIn(stage, child.guardianEmail, { ...asParent, asking: browser });
  return browser;
}

const ask = (from: TestBrowser, guardianEmail?: string) =>
  call(from, (people) => people.askShareConsent(guardianEmail ? { guardianEmail } : {}));

async function asked({ browser, guardianEmail }: Awaited<ReturnType<typeof teen>>) {
  await ask(browser, guardianEmail);
  return lastMail(stage, guardianEmail);
}

const answer = (token: string, answer: "consented" | "declined" | "withdrawn") =>
  call(stage.browser(withLinks), (people) => people.answerShareRequest({ token, answer }));

const link = { loop: "buddy_challenge", destination: "fvm.deck", params: { deckId: "bio-cells" } };
const share = async (from: TestBrowser) =>
  (await from.ask((ctx) => createSmartLink(ctx, link as never))).answer;
const family = (from: TestBrowser) => call(from, (people) => people.family({}));

describe("a teen", () => {
  it("is asked for a guardian's address where none is known, and may not give the own", async () => {
    const { browser, email, guardianEmail } = await teen();
    expect(await ask(browser)).toEqual({ status: "guardian_needed" });
    await expect(ask(browser, email)).rejects.toMatchObject({ code: "BAD_INPUT" });
    expect(await ask(browser, guardianEmail)).toEqual({ status: "asked" });
  });

  it("asks by a mail that names only the alias, once a day, however often it is asked", async () => {
    const child = await teen();
    const tries = Array.from({ length: 20 }, () => ask(child.browser, child.guardianEmail));
    expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(
      new Set(["asked"]),
    );
    const mails = await stage.mailsTo(child.guardianEmail);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(child.user.alias);
    expect(JSON.stringify(mails)).not.toContain(child.email);
    const { token } = await lastMail(stage, child.guardianEmail);
    stage.pass(dayMs / 2);
    await ask(child.browser, child.guardianEmail);
    expect((await lastMail(stage, child.guardianEmail)).token).toBe(token);
    stage.pass(dayMs / 2);
    await ask(child.browser, child.guardianEmail);
    expect((await lastMail(stage, child.guardianEmail)).token).not.toBe(token);
    // The older mail's page has closed: one question is open at a time.
    expect(await answer(token, "consented")).toEqual({ status: "closed" });
  });

  it("may ask three times in seven days", async () => {
    const child = await teen();
    for (let n = 0; n < 3; n++) {
      await answer((await asked(child)).token, "declined");
      stage.pass(1000);
    }
    await expect(ask(child.browser, child.guardianEmail)).rejects.toMatchObject({
      code: "RATE_LIMITED",
    });
  });

  it("shares only from the guardian's yes on, and a GET is none", async () => {
    const child = await teen();
    await expect(share(child.browser)).rejects.toMatchObject({ code: "CONSENT_NEEDED" });
    const { token } = await asked(child);
    const look = () => call(stage.browser(), (people) => people.shareRequest({ token }));
    expect(await look()).toMatchObject({ status: "open", childAlias: child.user.alias });
    expect(await look()).toMatchObject({ status: "open" });
    await expect(share(child.browser)).rejects.toMatchObject({ code: "CONSENT_NEEDED" });
    expect(await answer(token, "consented")).toEqual({ status: "recorded" });
    expect(await answer(token, "declined")).toEqual({ status: "closed" });
    expect(await share(child.browser)).toMatchObject({ code: expect.any(String) });
    expect(await ask(child.browser)).toEqual({ status: "allowed" });
  });

  it("does not share after a no, nor by an old or unknown link", async () => {
    const child = await teen();
    const { token } = await asked(child);
    expect(await answer("A".repeat(22), "consented")).toEqual({ status: "closed" });
    stage.pass(14 * dayMs);
    expect(await answer(token, "consented")).toEqual({ status: "closed" });
    expect(await accountOf(stage, child.email)).toMatchObject({ shareConsent: false });
  });

  it("stops at once when the yes is taken back on the same page: no new link, none that opens", async () => {
    const child = await teen();
    const { token } = await asked(child);
    await answer(token, "consented");
    const { code } = await share(child.browser);
    stage.pass(1000);
    expect(await answer(token, "withdrawn")).toEqual({ status: "recorded" });
    expect(await answer(token, "withdrawn")).toEqual({ status: "closed" });
    await expect(share(child.browser)).rejects.toMatchObject({ code: "CONSENT_NEEDED" });
    const [row] = await stage.db.select().from(smartLinks).where(eq(smartLinks.code, code));
    expect(row?.revokedAt).not.toBeNull();
    const history = await stage.db
      .select()
      .from(shareConsents)
      .where(eq(shareConsents.childId, child.user.id));
    expect(history.map((one) => [one.answer, one.method]).sort()).toEqual([
      ["consented", "email_page"],
      ["withdrawn", "email_page"],
    ]);
    expect(history.every(({ answeredAt }) => answeredAt !== null)).toBe(true);
  });
});

describe("a guardian's page", () => {
  it("shows the own children only, with every decision, its method and time, by no stable id", async () => {
    const child = await teen();
    const browser = await guardianOf(child);
    const { children, joining } = await family(browser);
    expect(children).toMatchObject([
      {
        alias: child.user.alias,
        minor: true,
        shareConsent: true,
        shareAskedAt: null,
        decisions: [{ about: "sharing", answer: "consented", method: "email_page" }],
      },
    ]);
    expect(joining).toEqual([]);
    expect(JSON.stringify(children)).not.toMatch(/(user|vis)_/);
    const stranger = stage.browser();
    await signIn(stage, stage.newEmail(), { ...asParent, asking: stranger });
    expect(await family(stranger)).toEqual({ children: [], joining: [] });
    const [mine] = children;
    const stop = { child: mine?.child ?? "", answer: "withdrawn" } as const;
    await expect(call(stranger, (people) => people.answerSharing(stop))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("stops and allows sharing, and the link of the child that was out no longer opens", async () => {
    const child = await teen();
    const browser = await guardianOf(child);
    const { code } = await share(child.browser);
    stage.pass(1000);
    const [row] = (await family(browser)).children;
    const decide = (answer: "consented" | "withdrawn") =>
      call(browser, (people) => people.answerSharing({ child: row?.child ?? "", answer }));
    expect(await decide("withdrawn")).toEqual({ status: "recorded" });
    await expect(share(child.browser)).rejects.toMatchObject({ code: "CONSENT_NEEDED" });
    const [stored] = await stage.db.select().from(smartLinks).where(eq(smartLinks.code, code));
    expect(stored?.revokedAt).not.toBeNull();
    stage.pass(1000);
    await decide("consented");
    expect(await share(child.browser)).toMatchObject({ code: expect.any(String) });
    const decisions = (await family(browser)).children[0]?.decisions ?? [];
    expect(decisions.map((one) => [one.answer, one.method])).toEqual([
      ["consented", "family_page"],
      ["withdrawn", "family_page"],
      ["consented", "email_page"],
    ]);
  });

  it("decides nothing with a session that was revoked, even while its cookie is believed", async () => {
    const child = await teen();
    const browser = await guardianOf(child);
    const [row] = (await family(browser)).children;
    const parent = await accountOf(stage, child.guardianEmail);
    await stage.db.execute(sql`delete from sessions where user_id = ${toUuid(parent.id)}`);
    await expect(
      call(browser, (people) =>
        people.answerSharing({ child: row?.child ?? "", answer: "withdrawn" }),
      ),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await accountOf(stage, child.email)).toMatchObject({ shareConsent: true });
  });

  it("shows a child under 13 that named this address, and opens its account", async () => {
    const guardianEmail = stage.newEmail();
    const child = await signedInPerson(stage, { birthYear: stage.year - 11, guardianEmail });
    const browser = stage.browser();
    await signIn(stage, guardianEmail, { ...asParent, asking: browser });
    const { joining, children } = await family(browser);
    expect(children).toEqual([]);
    expect(joining).toMatchObject([{ alias: child.user.alias }]);
    expect(JSON.stringify(joining)).not.toMatch(/(user|vis|consent)_|token|hash/i);
    const yes = { child: joining[0]?.child ?? "", answer: "consented" } as const;
    expect(await call(browser, (people) => people.answerJoining(yes))).toEqual({
      status: "recorded",
    });
    expect(await accountOf(stage, child.email)).toMatchObject({ guardianState: "consented" });
    const [row] = (await family(browser)).children;
    expect(row?.decisions).toMatchObject([{ about: "joining", method: "family_page" }]);
    const { rows } = await stage.db.execute(sql`select 1 from events
      where name = 'person.admitted' and user_id = ${toUuid(child.user.id)}`);
    expect(rows).toHaveLength(1);
  });
});
