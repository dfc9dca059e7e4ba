import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions } from "#db/schema/people.ts";
import { usedChallenges } from "#db/schema/sign-in.ts";
import { newId } from "#shared/ids.ts";
import { minuteMs, signedInPerson, stagePeople } from "#tests/support/people-stage.ts";
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
import { createSoftwareAuthenticator } from "#tests/support/software-authenticator.ts";
import type { TestBrowser } from "#tests/support/test-browser.ts";

const stage = stagePeople();

describe("adding a passkey", () => {
  it("costs one round trip each to begin and to end, and is named by device alone", async () => {
    const { browser, user, email } = await signedInPerson(stage);
    const device = createSoftwareAuthenticator(site);
    const agent = { "user-agent": "Mozilla/5.0 (Linux; Android 14) Chrome/150.0 Safari/537.36" };
    const started = await asked(browser, (security) => security.startPasskey(), agent);
    expect(started.roundTrips).toBe(1);
    const told = JSON.stringify(started.answer);
    for (const secret of [email, user.id]) expect(told).not.toContain(secret);
    expect(started.answer.options).toMatchObject({
      rp: { id: "localhost" },
      user: { name: user.alias },
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    const response = device.create(started.answer.options.challenge);
    const added = await asked(browser, (s) => s.confirmPasskey({ response }), agent);
    expect(added).toMatchObject({ roundTrips: 1, answer: { status: "added" } });
    const listed = await asked(browser, (security) => security.passkeys());
    expect(listed.roundTrips).toBe(1);
    const createdAt = stage.clock.now();
    expect(listed.answer.passkeys).toEqual([
      { id: expect.any(String), device: "Chrome on Android", createdAt, lastUsedAt: null },
    ]);
    const again = await secure(browser, (security) => security.startPasskey());
    expect(again.options.excludeCredentials).toMatchObject([{ id: device.id }]);
  });

  it.each(Object.entries(flawedAnswers))("refuses %s", async (_what, flaws) => {
    const { browser, user } = await signedInPerson(stage);
    const device = createSoftwareAuthenticator(site);
    const { options } = await secure(browser, (security) => security.startPasskey());
    const response = device.create(options.challenge, flaws);
    const answer = await secure(browser, (security) => security.confirmPasskey({ response }));
    expect(answer).toEqual({ status: "refused" });
    expect(await passkeysOf(stage, user.id)).toEqual([]);
  });

  it("takes a challenge once, within 5 minutes, from its own browser and person", async () => {
    const [one, other] = [await signedInPerson(stage), await signedInPerson(stage)];
    const begin = async (from: TestBrowser) => {
      const { options } = await secure(from, (security) => security.startPasskey());
      return createSoftwareAuthenticator(site).create(options.challenge);
    };
    const end = (from: TestBrowser, response: Awaited<ReturnType<typeof begin>>) =>
      secure(from, (security) => security.confirmPasskey({ response }));
    // Somebody else's browser, with and without the cookie of the challenge.
    const response = await begin(one.browser);
    expect(await end(other.browser, response)).toEqual({ status: "expired" });
    const stolen = one.browser.cookies.get("__Host-vt_passkey") ?? "";
    other.browser.cookies.set("__Host-vt_passkey", stolen);
    expect(await end(other.browser, response)).toEqual({ status: "expired" });
    // The same cookie a second time.
    const copy = copyOf(stage, one.browser);
    expect(await end(one.browser, response)).toMatchObject({ status: "added" });
    expect(await end(one.browser, response)).toEqual({ status: "expired" });
    expect(await end(copy, response)).toEqual({ status: "expired" });
    // Too late.
    const late = await begin(one.browser);
    stage.pass(5 * minuteMs);
    expect(await end(one.browser, late)).toEqual({ status: "expired" });
    // For a sign-in.
    const device = createSoftwareAuthenticator(site);
    const forSignIn = device.create(await challengeOf(one.browser));
    expect(await end(one.browser, forSignIn)).toEqual({ status: "expired" });
    expect(await passkeysOf(stage, one.user.id)).toHaveLength(1);
  });

  it("happens once for one challenge, also when answered 20 times in parallel", async () => {
    const { browser, user } = await signedInPerson(stage);
    const { options } = await secure(browser, (security) => security.startPasskey());
    const copies = Array.from({ length: 20 }, () => copyOf(stage, browser));
    const answers = await Promise.all(
      copies.map((copy) => {
        const response = createSoftwareAuthenticator(site).create(options.challenge);
        return secure(copy, (security) => security.confirmPasskey({ response }));
      }),
    );
    expect(answers.filter(({ status }) => status === "added")).toHaveLength(1);
    expect(await passkeysOf(stage, user.id)).toHaveLength(1);
  });

  it("is not for a session that was revoked, though its cookie still works", async () => {
    const { browser, user } = await signedInPerson(stage);
    const { options } = await secure(browser, (security) => security.startPasskey());
    await stage.db.delete(sessions).where(eq(sessions.userId, user.id));
    const response = createSoftwareAuthenticator(site).create(options.challenge);
    const adding = secure(browser, (security) => security.confirmPasskey({ response }));
    await expect(adding).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await passkeysOf(stage, user.id)).toEqual([]);
  });

  it("takes no key that somebody has already, and no eleventh", async () => {
    const [one, other] = [await signedInPerson(stage), await signedInPerson(stage)];
    const device = await addPasskey(one.browser);
    const { options } = await secure(other.browser, (security) => security.startPasskey());
    const response = device.create(options.challenge);
    const adding = secure(other.browser, (security) => security.confirmPasskey({ response }));
    await expect(adding).rejects.toMatchObject({ code: "CONFLICT" });
    for (let i = 1; i < 10; i++) await addPasskey(one.browser);
    await expect(addPasskey(one.browser)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await passkeysOf(stage, one.user.id)).toHaveLength(10);
  });

  it("refuses bad input and unknown keys", async () => {
    const { browser } = await signedInPerson(stage);
    const good = createSoftwareAuthenticator(site).create("AAAA");
    for (const bad of [
      {},
      { ...good, surprise: 1 },
      { ...good, id: "not base64url!" },
      { ...good, response: { ...good.response, attestationObject: "A".repeat(20_000) } },
      { ...good, type: "password" },
    ]) {
      const adding = secure(browser, (s) => s.confirmPasskey({ response: bad as never }));
      await expect(adding, JSON.stringify(bad).slice(0, 80)).rejects.toMatchObject({
        code: "BAD_INPUT",
      });
    }
    const malformed = { ...good, response: { ...good.response, attestationObject: "AAAA" } };
    await secure(browser, (security) => security.startPasskey());
    const answer = await secure(browser, (s) => s.confirmPasskey({ response: malformed }));
    expect(answer).toEqual({ status: "refused" });
  });
});

describe("a passkey", () => {
  it("is listed for and removed by its owner alone", async () => {
    const [one, other] = [await signedInPerson(stage), await signedInPerson(stage)];
    await addPasskey(one.browser);
    const [row] = await passkeysOf(stage, one.user.id);
    const passkeyId = row?.id ?? newId("pkey", 1);
    expect(await secure(other.browser, (s) => s.passkeys())).toEqual({ passkeys: [] });
    const remove = (from: TestBrowser) => secure(from, (s) => s.revokePasskey({ passkeyId }));
    expect(await remove(other.browser)).toEqual({ status: "revoked" });
    expect(await passkeysOf(stage, one.user.id)).toHaveLength(1);
    expect(await remove(one.browser)).toEqual({ status: "revoked" });
    expect(await remove(one.browser)).toEqual({ status: "revoked" });
    expect(await passkeysOf(stage, one.user.id)).toEqual([]);
    await expect(remove(stage.browser())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("leaves no used challenge behind once its time is over", async () => {
    const { browser } = await signedInPerson(stage);
    await addPasskey(browser);
    stage.pass(6 * minuteMs);
    await addPasskey(browser);
    stage.pass(6 * minuteMs);
    await addPasskey(browser);
    const now = new Date(stage.clock.now());
    const kept = await stage.db.select().from(usedChallenges);
    expect(kept.filter(({ expiresAt }) => expiresAt < now)).toEqual([]);
  });
});
