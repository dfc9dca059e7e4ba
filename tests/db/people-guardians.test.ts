import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { guardianConsents, pendingJoins } from "#db/schema/people.ts";
import {
  accountOf,
  call,
  dayMs,
  hourMs,
  type JoinAnswers,
  lastMail,
  signedInPerson,
  signIn,
  stagePeople,
  whoIs,
} from "#tests/support/people-stage.ts";

const stage = stagePeople();

/** A child of 10 that has joined and waits, with its guardian's newest link. */
async function waitingChild() {
  const guardianEmail = stage.newEmail();
  const child = await signedInPerson(stage, { birthYear: stage.year - 11, guardianEmail });
  return { ...child, guardianEmail, token: (await lastMail(stage, guardianEmail)).token };
}

const answerAs = (token: string, answer: "consented" | "declined", allowSharing?: boolean) =>
  call(stage.browser(), (people) =>
    people.answerGuardianRequest({
      token,
      answer,
      ...(allowSharing === undefined ? {} : { allowSharing }),
    }),
  );

describe("a child under 13", () => {
  it("is asked for its guardian's address before anything is stored or mailed", async () => {
    const email = stage.newEmail();
    const join: JoinAnswers = { birthYear: stage.year - 13, persona: "student" };
    const answer = await call(stage.browser(), (p) => p.requestSignIn({ email, join }));
    expect(answer).toEqual({ status: "guardian_needed" });
    expect(await stage.mailsTo(email)).toHaveLength(0);
    const stored = await stage.db.select().from(pendingJoins).where(eq(pendingJoins.email, email));
    expect(stored).toHaveLength(0);
  });

  it("cannot be its own guardian", async () => {
    const email = stage.newEmail();
    const join = { birthYear: stage.year - 10, persona: "student", guardianEmail: email } as const;
    await expect(
      call(stage.browser(), (people) => people.requestSignIn({ email, join })),
    ).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  it("waits with an account that may do nothing, and the guardian knows its alias only", async () => {
    const { browser, user, email, guardianEmail } = await waitingChild();
    expect(user).toMatchObject({ guardianState: "pending", shareConsent: false });
    expect(await whoIs(browser)).toMatchObject({ guardianState: "pending", minor: true });
    const mail = await lastMail(stage, guardianEmail);
    expect(mail.text).toContain(user.alias);
    expect(JSON.stringify(mail)).not.toContain(email);
    expect(mail.links).toEqual([`http://localhost:8787/guardian/confirm?token=${mail.token}`]);
  });

  it("is not opened by looking at the guardian's page", async () => {
    const { user, email, token } = await waitingChild();
    const look = () => call(stage.browser(), (people) => people.guardianRequest({ token }));
    const shown = { status: "open", childAlias: user.alias, askedAt: user.createdAt.getTime() };
    expect(await look()).toEqual(shown);
    expect(await look()).toEqual(shown);
    expect(await accountOf(stage, email)).toMatchObject({ guardianState: "pending" });
  });

  it("is opened at once by the guardian's yes, whose method and time are kept", async () => {
    const { browser, user, email, token } = await waitingChild();
    stage.pass(hourMs);
    expect(await answerAs(token, "consented")).toEqual({ status: "recorded" });
    expect(await accountOf(stage, email)).toMatchObject({
      guardianState: "consented",
      shareConsent: false,
    });
    const [consent] = await stage.db
      .select()
      .from(guardianConsents)
      .where(eq(guardianConsents.childId, user.id));
    expect(consent).toMatchObject({ method: "email_page", answer: "consented" });
    expect(consent?.answeredAt?.getTime()).toBe(stage.clock.now());
    expect(consent?.tokenHash).not.toContain(token);
    expect(await whoIs(browser)).toMatchObject({ guardianState: "consented", minor: true });
  });

  it("may share only where the guardian ticks it", async () => {
    const { email, token } = await waitingChild();
    await answerAs(token, "consented", true);
    expect(await accountOf(stage, email)).toMatchObject({ shareConsent: true });
  });

  it("stays closed by a no, for good: a later yes finds the request closed", async () => {
    const { email, token } = await waitingChild();
    expect(await answerAs(token, "declined", true)).toEqual({ status: "recorded" });
    expect(await answerAs(token, "consented")).toEqual({ status: "closed" });
    const account = await accountOf(stage, email);
    expect(account).toMatchObject({ guardianState: "pending", shareConsent: false });
    const shown = await call(stage.browser(), (people) => people.guardianRequest({ token }));
    expect(shown).toEqual({ status: "closed" });
  });

  it("gets one answer out of many in parallel", async () => {
    const { token } = await waitingChild();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => answerAs(token, i % 2 ? "consented" : "declined")),
    );
    expect(answers.filter((answer) => answer.status === "recorded")).toHaveLength(1);
  });

  it("cannot be opened by an unknown or old link", async () => {
    const { token } = await waitingChild();
    expect(await answerAs("A".repeat(22), "consented")).toEqual({ status: "closed" });
    stage.pass(14 * dayMs);
    expect(await answerAs(token, "consented")).toEqual({ status: "closed" });
  });

  it("has its guardian asked again when it signs in later, once an hour, until an answer", async () => {
    const { browser, email, guardianEmail } = await waitingChild();
    await signIn(stage, email, { asking: browser });
    expect(await stage.mailsTo(guardianEmail)).toHaveLength(1);
    stage.pass(hourMs);
    await signIn(stage, email, { asking: browser });
    const mails = await stage.mailsTo(guardianEmail);
    expect(mails).toHaveLength(2);
    const { token } = await lastMail(stage, guardianEmail);
    expect(await answerAs(token, "declined")).toEqual({ status: "recorded" });
    stage.pass(hourMs + 1000);
    await signIn(stage, email, { asking: browser });
    expect(await stage.mailsTo(guardianEmail)).toHaveLength(2);
  });
});

describe("guardians with an account", () => {
  it("are tied to the child they agree to", async () => {
    const { email, guardianEmail, token } = await waitingChild();
    await signIn(stage, guardianEmail, { join: { birthYear: stage.year - 40, persona: "parent" } });
    const parent = await accountOf(stage, guardianEmail);
    await answerAs(token, "consented");
    expect(await accountOf(stage, email)).toMatchObject({ guardianId: parent.id });
  });

  it("who join after they agreed are tied then, to their own children only", async () => {
    const [mine, other] = [await waitingChild(), await waitingChild()];
    await answerAs(mine.token, "consented");
    await answerAs(other.token, "consented");
    const join = { birthYear: stage.year - 40, persona: "parent" } as const;
    await signIn(stage, mine.guardianEmail, { join });
    const parent = await accountOf(stage, mine.guardianEmail);
    expect(await accountOf(stage, mine.email)).toMatchObject({ guardianId: parent.id });
    expect(await accountOf(stage, other.email)).toMatchObject({ guardianId: null });
  });
});

describe("who is old enough", () => {
  it.each([
    [14, "not_needed", false, true],
    [18, "not_needed", false, true],
    [19, "not_needed", true, false],
  ] as const)(
    "born %i years ago: guardian %s, may share %s, minor %s",
    async (years, guardianState, shareConsent, minor) => {
      const birthYear = stage.year - years;
      const { user, browser } = await signedInPerson(stage, { birthYear });
      expect(user).toMatchObject({ guardianState, shareConsent });
      expect(await whoIs(browser)).toMatchObject({ minor });
    },
  );

  it("does not leave a guardian's address behind where none is needed", async () => {
    const guardianEmail = stage.newEmail();
    const { user } = await signedInPerson(stage, { guardianEmail });
    const [row] = await stage.db
      .select()
      .from(pendingJoins)
      .where(eq(pendingJoins.visitorId, user.visitorId));
    expect(row?.guardianEmail).toBeNull();
    expect(await stage.mailsTo(guardianEmail)).toHaveLength(0);
  });
});
