import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accessTokens, sessions } from "#db/schema/people.ts";
import { newId } from "#shared/ids.ts";
import { tokenScopes } from "#shared/token-scopes.ts";
import {
  type accountOf,
  call,
  dayMs,
  hourMs,
  signedInPerson,
  stagePeople,
  whoIs,
} from "#tests/support/people-stage.ts";
import { asked, secure } from "#tests/support/security-stage.ts";
import type { TestBrowser } from "#tests/support/test-browser.ts";
import { issueAccessToken } from "#workers/features/people/access-token.ts";

const stage = stagePeople();

const guest = { kind: "guest" };

describe("an access token", () => {
  const issue = async (userId: Awaited<ReturnType<typeof accountOf>>["id"]) => {
    const now = stage.clock.now();
    const id = newId("pat", now);
    const token = await issueAccessToken(stage.db, {
      id,
      userId,
      name: "test",
      scopes: tokenScopes,
      now,
      days: 30,
    });
    return { id, token, headers: { authorization: `Bearer ${token}` } };
  };

  it("stands for its person in one round trip, in whatever browser, and notes its use", async () => {
    const { user } = await signedInPerson(stage);
    const { id, headers, token } = await issue(user.id);
    const asked = await stage.browser().ask(async (ctx) => ctx.actor, headers);
    expect(asked.answer).toMatchObject({ kind: "member", userId: user.id, sessionId: null });
    const again = await stage.browser().ask(async (ctx) => ctx.actor, headers);
    expect(again.roundTrips).toBe(1);
    const [row] = await stage.db.select().from(accessTokens).where(eq(accessTokens.id, id));
    expect(row?.lastUsedAt?.getTime()).toBe(stage.clock.now());
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("wins over the browser's session, and cannot sign out", async () => {
    const [one, other] = [await signedInPerson(stage), await signedInPerson(stage)];
    const { headers } = await issue(other.user.id);
    expect(await whoIs(one.browser, headers)).toMatchObject({ userId: other.user.id });
    const copy = new Map(one.browser.cookies);
    const signingOut = call(one.browser, (people) => people.signOut(), headers);
    await expect(signingOut).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const [name, value] of copy) one.browser.cookies.set(name, value);
    stage.pass(61_000);
    expect(await whoIs(one.browser)).toMatchObject({ userId: one.user.id });
  });

  it("expired, revoked, unknown or malformed is refused, not taken for a guest", async () => {
    const { user } = await signedInPerson(stage);
    const [expired, revoked] = [await issue(user.id), await issue(user.id)];
    await stage.db
      .update(accessTokens)
      .set({ revokedAt: new Date(stage.clock.now()) })
      .where(eq(accessTokens.id, revoked.id));
    const refused = { code: "UNAUTHENTICATED", status: 401 };
    const as = (authorization: string) => whoIs(stage.browser(), { authorization });
    await expect(as(`Bearer ${revoked.token}`)).rejects.toMatchObject(refused);
    await expect(as(`Bearer vt_pat_${"A".repeat(43)}`)).rejects.toMatchObject(refused);
    for (const nonsense of ["Bearer ", "Bearer x", `Bearer ${"x".repeat(9000)}`]) {
      await expect(as(nonsense)).rejects.toMatchObject(refused);
    }
    stage.pass(30 * dayMs);
    await expect(as(`Bearer ${expired.token}`)).rejects.toMatchObject(refused);
    expect(await as("Basic abc")).toMatchObject(guest);
  });
});

describe("an access token of one's own", () => {
  const wish = { name: "  My sheet  ", scopes: ["links:read" as const], days: 30 };
  const make = (from: TestBrowser, change: object = {}) =>
    secure(from, (security) => security.createToken({ ...wish, ...change }));
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it("is shown once, kept as a hash, listed without itself, and holds its scopes", async () => {
    const { browser, user } = await signedInPerson(stage);
    const made = await asked(browser, (s) => s.createToken(wish));
    expect(made.roundTrips).toBe(1);
    const { token } = made.answer;
    expect(token).toMatch(/^vt_pat_[\w-]{43}$/);
    const rows = await stage.db.select().from(accessTokens).where(eq(accessTokens.userId, user.id));
    expect(JSON.stringify(rows)).not.toContain(token);
    const list = await asked(browser, (s) => s.tokens());
    expect(list.roundTrips).toBe(1);
    expect(list.answer.tokens).toEqual([
      {
        id: expect.any(String),
        name: "My sheet",
        scopes: ["links:read"],
        createdAt: stage.clock.now(),
        expiresAt: stage.clock.now() + 30 * dayMs,
        lastUsedAt: null,
      },
    ]);
    const actor = await whoIs(stage.browser(), bearer(token));
    expect(actor).toMatchObject({ userId: user.id, scopes: ["links:read"], sessionId: null });
  });

  it("notes its use at most once an hour", async () => {
    const { browser, user } = await signedInPerson(stage);
    const { token } = await make(browser);
    const lastUse = async () => {
      await whoIs(stage.browser(), bearer(token));
      const [row] = await stage.db
        .select()
        .from(accessTokens)
        .where(eq(accessTokens.userId, user.id));
      return row?.lastUsedAt?.getTime();
    };
    const first = stage.clock.now();
    expect(await lastUse()).toBe(first);
    stage.pass(hourMs - 1000);
    expect(await lastUse()).toBe(first);
    stage.pass(1000);
    expect(await lastUse()).toBe(stage.clock.now());
  });

  it("ends at its day, and at once when it is revoked", async () => {
    const { browser } = await signedInPerson(stage);
    const [short, revoked] = [await make(browser, { days: 1 }), await make(browser)];
    const { tokens } = await secure(browser, (s) => s.tokens());
    const tokenId = tokens.find(({ expiresAt }) => expiresAt === revoked.expiresAt)?.id;
    await secure(browser, (s) => s.revokeToken({ tokenId: tokenId ?? newId("pat", 1) }));
    const as = (token: string) => whoIs(stage.browser(), bearer(token));
    await expect(as(revoked.token)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await as(short.token)).toMatchObject({ kind: "member" });
    stage.pass(dayMs);
    await expect(as(short.token)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is revoked by its owner alone", async () => {
    const [one, other] = [await signedInPerson(stage), await signedInPerson(stage)];
    const { token } = await make(one.browser);
    const [row] = (await secure(one.browser, (s) => s.tokens())).tokens;
    const tokenId = row?.id ?? newId("pat", 1);
    expect(await secure(other.browser, (s) => s.revokeToken({ tokenId }))).toEqual({
      status: "revoked",
    });
    expect(await whoIs(stage.browser(), bearer(token))).toMatchObject({ kind: "member" });
  });

  it("is not for minors, waiting children, guests, tokens, revoked sessions or foreign scopes", async () => {
    const minor = await signedInPerson(stage, { birthYear: stage.year - 16 });
    await expect(make(minor.browser)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const guardianEmail = stage.newEmail();
    const child = await signedInPerson(stage, { birthYear: stage.year - 10, guardianEmail });
    await expect(make(child.browser)).rejects.toMatchObject({ code: "GUARDIAN_PENDING" });
    await expect(make(stage.browser())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    const { browser, user } = await signedInPerson(stage);
    const foreign = make(browser, { scopes: ["links:read", "admin:read"] });
    await expect(foreign).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { token } = await make(browser);
    const byToken = secure(stage.browser(), (s) => s.createToken(wish), bearer(token));
    await expect(byToken).rejects.toMatchObject({ code: "FORBIDDEN" });
    await stage.db.delete(sessions).where(eq(sessions.userId, user.id));
    await expect(make(browser)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is one of ten, also when 20 are asked for in parallel", async () => {
    const { browser } = await signedInPerson(stage);
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => make(browser)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });

  it("refuses bad input", async () => {
    const { browser } = await signedInPerson(stage);
    for (const bad of [
      { name: "" },
      { name: "   " },
      { name: "x".repeat(41) },
      { name: "two\nlines" },
      { scopes: [] },
      { scopes: ["everything"] },
      { days: 0 },
      { days: 366 },
      { days: 1.5 },
      { role: "admin" },
    ]) {
      await expect(make(browser, bad), JSON.stringify(bad)).rejects.toMatchObject({
        code: "BAD_INPUT",
      });
    }
  });
});
