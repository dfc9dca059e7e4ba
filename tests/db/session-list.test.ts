import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions } from "#db/schema/people.ts";
import { newId } from "#shared/ids.ts";
import {
  dayMs,
  hourMs,
  signedInPerson,
  signIn,
  stagePeople,
  whoIs,
} from "#tests/support/people-stage.ts";
import { asked, copyOf, secure, signedInAdmin } from "#tests/support/security-stage.ts";
import type { TestBrowser } from "#tests/support/test-browser.ts";

const stage = stagePeople();

const guest = { kind: "guest" };
const listed = (from: TestBrowser) => secure(from, (security) => security.sessions());

async function inTwoBrowsers() {
  const person = await signedInPerson(stage);
  const other = stage.browser();
  stage.pass(hourMs);
  await signIn(stage, person.email, { asking: other });
  return { ...person, other };
}

describe("the list of sessions", () => {
  it("says when, last seen and what kind of device, marks this one, and tells no more", async () => {
    const { browser, other, user } = await inTwoBrowsers();
    await whoIs(browser);
    const { answer, roundTrips } = await asked(browser, (security) => security.sessions());
    expect(roundTrips).toBe(1);
    expect(answer.sessions).toHaveLength(2);
    expect(answer.sessions.filter(({ current }) => current)).toHaveLength(1);
    for (const one of answer.sessions) {
      expect(Object.keys(one).sort()).toEqual([
        "current",
        "device",
        "id",
        "lastSeenAt",
        "signedInAt",
      ]);
      expect(one.device).toBe("A browser");
    }
    const here = (await listed(other)).sessions.find(({ current }) => current);
    expect(here?.id).not.toBe(answer.sessions.find(({ current }) => current)?.id);
    const rows = await stage.db.select().from(sessions).where(eq(sessions.userId, user.id));
    expect(rows.map(({ userAgent, ipAddress }) => [userAgent, ipAddress])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it("leaves out what is idle for 24 hours or older than 30 days", async () => {
    const { browser, other } = await inTwoBrowsers();
    for (let hours = 0; hours < 26; hours += 13) {
      stage.pass(13 * hourMs);
      await whoIs(browser);
    }
    expect((await listed(browser)).sessions).toHaveLength(1);
    expect(await whoIs(other)).toMatchObject(guest);
    for (let hours = 0; hours < 28 * 24; hours += 20) {
      stage.pass(20 * hourMs);
      await whoIs(browser);
    }
    stage.pass(2 * dayMs);
    expect(await whoIs(browser)).toMatchObject(guest);
  });

  it("is of oneself alone", async () => {
    const [one, other] = [await signedInPerson(stage), await signedInPerson(stage)];
    const ids = (await listed(one.browser)).sessions.map(({ id }) => id);
    for (const { id } of (await listed(other.browser)).sessions) expect(ids).not.toContain(id);
    await expect(listed(stage.browser())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

describe("the security page", () => {
  it("is told everything in one round trip, tokens for grown-ups and the app for admins", async () => {
    const adult = await signedInPerson(stage);
    const minor = await signedInPerson(stage, { birthYear: stage.year - 16 });
    const shown = await asked(adult.browser, (s) => s.overview());
    expect(shown.roundTrips).toBe(1);
    expect(shown.answer).toMatchObject({ passkeys: [], tokens: { made: [] }, secondFactor: null });
    expect(shown.answer.sessions).toHaveLength(1);
    expect(shown.answer.tokens?.scopes).not.toContain("admin:read");
    expect(await secure(minor.browser, (s) => s.overview())).toMatchObject({ tokens: null });
    const admin = await signedInAdmin(stage);
    expect(await secure(admin.browser, (s) => s.overview())).toMatchObject({
      tokens: { scopes: expect.arrayContaining(["admin:read"]) },
      secondFactor: { state: "off", required: false },
    });
  });
});

describe("revoking", () => {
  const otherOf = async (browser: TestBrowser) =>
    (await listed(browser)).sessions.find(({ current }) => !current)?.id ?? newId("sess", 1);

  it("ends one session within 60 seconds, in one round trip, and is safe to repeat", async () => {
    const { browser, other } = await inTwoBrowsers();
    const sessionId = await otherOf(browser);
    const ended = await asked(browser, (s) => s.revokeSession({ sessionId }));
    expect(ended).toMatchObject({ roundTrips: 1, answer: { status: "revoked" } });
    await secure(browser, (s) => s.revokeSession({ sessionId }));
    stage.pass(61_000);
    expect(await whoIs(other)).toMatchObject(guest);
    expect(await whoIs(browser)).toMatchObject({ kind: "member" });
  });

  it("leaves somebody else's session alone, and does not say so", async () => {
    const [one, other] = [await signedInPerson(stage), await signedInPerson(stage)];
    const [theirs] = (await listed(other.browser)).sessions;
    const sessionId = theirs?.id ?? newId("sess", 1);
    expect(await secure(one.browser, (s) => s.revokeSession({ sessionId }))).toEqual({
      status: "revoked",
    });
    stage.pass(61_000);
    expect(await whoIs(other.browser)).toMatchObject({ kind: "member" });
  });

  it("of this session signs out here at once", async () => {
    const { browser } = await signedInPerson(stage);
    const [here] = (await listed(browser)).sessions;
    await secure(browser, (s) => s.revokeSession({ sessionId: here?.id ?? newId("sess", 1) }));
    expect(await whoIs(browser)).toMatchObject(guest);
  });

  it("ends all others but this one", async () => {
    const { browser, other, user } = await inTwoBrowsers();
    const third = await signedInPerson(stage);
    expect(await secure(browser, (s) => s.revokeOtherSessions())).toEqual({ revoked: 1 });
    expect(await secure(browser, (s) => s.revokeOtherSessions())).toEqual({ revoked: 0 });
    stage.pass(61_000);
    expect(await whoIs(other)).toMatchObject(guest);
    expect(await whoIs(browser)).toMatchObject({ userId: user.id });
    expect(await whoIs(third.browser)).toMatchObject({ kind: "member" });
  });

  it("is felt at once by admins, and by guardians who change something", async () => {
    const admin = await signedInAdmin(stage);
    await whoIs(admin.browser);
    const parent = await signedInPerson(stage, { persona: "parent" });
    const student = await signedInPerson(stage);
    for (const { user } of [admin, parent, student]) {
      await stage.db.delete(sessions).where(eq(sessions.userId, user.id));
    }
    expect(await whoIs(admin.browser)).toMatchObject(guest);
    expect(await whoIs(copyOf(stage, parent.browser, { method: "POST" }))).toMatchObject(guest);
    // Everybody else, and a guardian who only looks, within the minute of the cookie.
    expect(await whoIs(copyOf(stage, parent.browser, { method: "GET" }))).toMatchObject({
      kind: "member",
    });
    expect(await whoIs(copyOf(stage, student.browser, { method: "POST" }))).toMatchObject({
      kind: "member",
    });
  });
});
