import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions, users, visitors } from "#db/schema/people.ts";
import { passkeys } from "#db/schema/sign-in.ts";
import { newId } from "#shared/ids.ts";
import { minuteMs, signedInPerson, stagePeople, whoIs } from "#tests/support/people-stage.ts";
import {
  addPasskey,
  asked,
  challengeOf,
  copyOf,
  flawedAnswers,
  passkeysOf,
  secure,
  site,
} from "#tests/support/security-stage.ts";
import {
  createSoftwareAuthenticator,
  type Flaws,
  type SoftwareAuthenticator,
} from "#tests/support/software-authenticator.ts";
import type { TestBrowser } from "#tests/support/test-browser.ts";

const stage = stagePeople();

async function signInBy(device: SoftwareAuthenticator, browser: TestBrowser, flaws: Flaws = {}) {
  const response = device.get(await challengeOf(browser), flaws);
  return asked(browser, (security) => security.confirmPasskeySignIn({ response }));
}

describe("signing in by passkey", () => {
  it("needs no query to begin and two round trips to end, and begins a session", async () => {
    const { browser, user } = await signedInPerson(stage);
    const device = await addPasskey(browser);
    const other = stage.browser();
    const begun = await asked(other, (security) => security.startPasskeySignIn());
    expect(begun.roundTrips).toBe(0);
    expect(begun.answer.options).toMatchObject({ allowCredentials: [], rpId: "localhost" });
    const response = device.get(begun.answer.options.challenge);
    const returnTo = "https://evil.test/";
    const ended = await asked(other, (s) => s.confirmPasskeySignIn({ response, returnTo }));
    expect(ended.roundTrips).toBe(2);
    expect(ended.answer).toEqual({
      status: "signed_in",
      returnTo: "/home",
      guardianState: "not_needed",
    });
    expect(await whoIs(other)).toMatchObject({ kind: "member", userId: user.id });
    const lines = ended.setCookies.join("\n");
    expect(lines).toMatch(/__Host-vt_session=[^;]+; .*HttpOnly/);
    const [row] = await passkeysOf(stage, user.id);
    expect(row?.lastUsedAt?.getTime()).toBe(stage.clock.now());
  });

  it("rotates the session and ties the browser to the person, as the mail does", async () => {
    const { browser, user } = await signedInPerson(stage);
    const device = await addPasskey(browser);
    const before = await stage.db.select().from(sessions).where(eq(sessions.userId, user.id));
    await signInBy(device, browser);
    const after = await stage.db.select().from(sessions).where(eq(sessions.userId, user.id));
    expect(after).toHaveLength(1);
    expect(after[0]?.id).not.toBe(before[0]?.id);
    const other = stage.browser();
    const guest = await whoIs(other);
    await signInBy(device, other);
    if (guest.kind !== "guest") throw new Error("not a guest");
    const [visitor] = await stage.db
      .select()
      .from(visitors)
      .where(eq(visitors.id, guest.visitorId));
    expect(visitor?.userId).toBe(user.id);
  });

  it.each(Object.entries(flawedAnswers))("refuses %s", async (_what, flaws) => {
    const { browser } = await signedInPerson(stage);
    const device = await addPasskey(browser);
    const other = stage.browser();
    const { answer } = await signInBy(device, other, flaws);
    expect(answer).toEqual({ status: "refused" });
    expect(await whoIs(other)).toMatchObject({ kind: "guest" });
  });

  it("answers the same for an unknown key, a removed key and a forged signature", async () => {
    const { browser, user } = await signedInPerson(stage);
    const device = await addPasskey(browser);
    const stranger = createSoftwareAuthenticator(site);
    const other = stage.browser();
    expect((await signInBy(stranger, other)).answer).toEqual({ status: "refused" });
    const challenge = await challengeOf(other);
    const forged = { ...stranger.get(challenge), id: device.id, rawId: device.id };
    const answer = await secure(other, (s) => s.confirmPasskeySignIn({ response: forged }));
    expect(answer).toEqual({ status: "refused" });
    const [row] = await passkeysOf(stage, user.id);
    await secure(browser, (s) => s.revokePasskey({ passkeyId: row?.id ?? newId("pkey", 1) }));
    expect((await signInBy(device, other)).answer).toEqual({ status: "refused" });
  });

  it("takes a challenge once: one of 20 parallel uses signs in, and none later", async () => {
    const { browser, user } = await signedInPerson(stage);
    const device = await addPasskey(browser);
    const asking = stage.browser();
    const response = device.get(await challengeOf(asking));
    const copies = Array.from({ length: 20 }, () => copyOf(stage, asking));
    const answers = await Promise.all(
      copies.map((copy) => secure(copy, (s) => s.confirmPasskeySignIn({ response }))),
    );
    expect(answers.filter(({ status }) => status === "signed_in")).toHaveLength(1);
    expect(await stage.db.select().from(sessions).where(eq(sessions.userId, user.id))).toHaveLength(
      2,
    );
    const late = await secure(asking, (s) => s.confirmPasskeySignIn({ response }));
    expect(late.status).not.toBe("signed_in");
  });

  it("is bound to the browser that asked, for 5 minutes", async () => {
    const { browser } = await signedInPerson(stage);
    const device = await addPasskey(browser);
    const [asking, other] = [stage.browser(), stage.browser()];
    const response = device.get(await challengeOf(asking));
    const elsewhere = await secure(other, (s) => s.confirmPasskeySignIn({ response }));
    expect(elsewhere).toEqual({ status: "expired" });
    stage.pass(5 * minuteMs);
    const late = await secure(asking, (s) => s.confirmPasskeySignIn({ response }));
    expect(late).toEqual({ status: "expired" });
  });

  it("refuses a counter that does not move on: somebody copied the authenticator", async () => {
    const { browser } = await signedInPerson(stage);
    const device = await addPasskey(browser, { counts: true });
    expect((await signInBy(device, stage.browser())).answer.status).toBe("signed_in");
    expect((await signInBy(device, stage.browser())).answer.status).toBe("signed_in");
    for (const counter of [2, 1, 0]) {
      const { answer } = await signInBy(device, stage.browser(), { counter });
      expect(answer, `counter ${counter}`).toEqual({ status: "refused" });
    }
    const raced = await Promise.all(
      Array.from({ length: 5 }, () => signInBy(device, stage.browser(), { counter: 9 })),
    );
    expect(raced.filter(({ answer }) => answer.status === "signed_in")).toHaveLength(1);
  });

  it("lets a child whose guardian is silent in as the mail does, and asks the guardian again", async () => {
    const guardianEmail = stage.newEmail();
    const { browser, user } = await signedInPerson(stage);
    const device = await addPasskey(browser);
    const child = await signedInPerson(stage, { birthYear: stage.year - 10, guardianEmail });
    // A child cannot add one; it may have one from before.
    await expect(addPasskey(child.browser)).rejects.toMatchObject({ code: "GUARDIAN_PENDING" });
    await stage.db
      .update(passkeys)
      .set({ userId: child.user.id })
      .where(eq(passkeys.userId, user.id));
    stage.pass(61 * minuteMs);
    const { answer } = await signInBy(device, stage.browser());
    expect(answer).toMatchObject({ status: "signed_in", guardianState: "pending" });
    expect(await stage.mailsTo(guardianEmail)).toHaveLength(2);
  });

  it("refuses a blocked account like an unknown passkey", async () => {
    const { browser, user } = await signedInPerson(stage);
    const device = await addPasskey(browser);
    const blockedAt = new Date(stage.clock.now());
    await stage.db.update(users).set({ blockedAt }).where(eq(users.id, user.id));
    expect((await signInBy(device, stage.browser())).answer.status).toBe("refused");
  });
});
