import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions, users } from "#db/schema/people.ts";
import { seedPeople } from "#db/seed/people.ts";
import {
  accountOf,
  call,
  callerOf,
  dayMs,
  hourMs,
  signedInPerson,
  signIn,
  stagePeople,
  whoIs,
} from "#tests/support/people-stage.ts";
import { toFailure } from "#workers/platform/failure.ts";

const session = "__Host-vt_session";
const cache = "__Host-vt_session_data";
const stage = stagePeople();

const guest = { kind: "guest" };
const sessionsOf = async (email: string) => {
  const { id } = await accountOf(stage, email);
  return stage.db.select().from(sessions).where(eq(sessions.userId, id));
};

describe("a session", () => {
  it("is carried by __Host- cookies that scripts and other sites cannot have", async () => {
    const [email, asking] = [stage.newEmail(), stage.browser()];
    const join = { birthYear: stage.year - 30, persona: "student" as const };
    await asking.ask((ctx) => callerOf(ctx).requestSignIn({ email, join }));
    const mail = (await stage.mailsTo(email))[0];
    const token = new URL(mail?.links[0] ?? "").searchParams.get("token") ?? "";
    const { setCookies } = await asking.ask((ctx) => callerOf(ctx).confirmSignIn({ token }));
    for (const [name, maxAge] of [
      [session, 24 * 3600],
      [cache, 60],
    ]) {
      const line = setCookies.find((one) => one.startsWith(`${name}=`));
      const attributes = line?.split("; ").slice(1).sort();
      expect(attributes).toEqual([
        "HttpOnly",
        `Max-Age=${maxAge}`,
        "Path=/",
        "SameSite=Lax",
        "Secure",
      ]);
    }
  });

  it("shows nothing of the person to whoever reads the cookies", async () => {
    const { browser, email, user } = await signedInPerson(stage);
    const text = [...browser.cookies.values()]
      .flatMap((value) => value.split("."))
      .map((part) => Buffer.from(part, "base64url").toString("latin1"))
      .join();
    for (const secret of [email, user.alias, user.id]) expect(text).not.toContain(secret);
  });

  it("is read without a query while the cache is fresh, with one afterwards", async () => {
    const { browser, user } = await signedInPerson(stage);
    const fresh = await browser.ask(async (ctx) => ctx.actor);
    expect(fresh).toMatchObject({ roundTrips: 0, setCookies: [] });
    stage.pass(61_000);
    const cold = await browser.ask(async (ctx) => ctx.actor);
    expect(cold.roundTrips).toBe(1);
    expect(cold.answer).toEqual(fresh.answer);
    expect(cold.answer).toMatchObject({ kind: "member", userId: user.id, minor: false });
  });

  it("lives on while it is used, and ends after 24 idle hours", async () => {
    const { browser } = await signedInPerson(stage);
    for (let i = 0; i < 3; i++) {
      stage.pass(20 * hourMs);
      expect(await whoIs(browser)).toMatchObject({ kind: "member" });
    }
    stage.pass(24 * hourMs + 1000);
    expect(await whoIs(browser)).toMatchObject(guest);
    expect(browser.cookies.has(session)).toBe(false);
  });

  it("ends after 30 days, however much it is used", async () => {
    const { browser } = await signedInPerson(stage);
    for (let hours = 0; hours < 30 * 24; hours += 12) {
      expect(await whoIs(browser), `after ${hours} hours`).toMatchObject({ kind: "member" });
      stage.pass(12 * hourMs);
    }
    expect(await whoIs(browser)).toMatchObject(guest);
  });

  it("with a tampered or foreign cookie is no session", async () => {
    const { browser, user } = await signedInPerson(stage);
    const other = await signedInPerson(stage);
    const value = decodeURIComponent(browser.cookies.get(session) ?? "");
    const [token = "", mac = ""] = value.split(".");
    const swapped = token.startsWith("A") ? `B${token.slice(1)}` : `A${token.slice(1)}`;
    for (const forged of [
      `${swapped}.${mac}`,
      token,
      `${token}.`,
      `${token}.${mac.slice(1)}A`,
      "x",
    ]) {
      browser.cookies.set(session, encodeURIComponent(forged));
      expect(await whoIs(browser), forged).toMatchObject(guest);
    }
    browser.cookies.set(session, encodeURIComponent(value));
    browser.cookies.set(cache, other.browser.cookies.get(cache) ?? "");
    expect(await whoIs(browser)).toMatchObject({ kind: "member", userId: user.id });
  });

  it("with a tampered cache is read from the database", async () => {
    const { browser, user } = await signedInPerson(stage);
    const value = browser.cookies.get(cache) ?? "";
    browser.cookies.set(cache, `${value.slice(0, -8)}AAAAAAAA`);
    const { answer, roundTrips } = await browser.ask(async (ctx) => ctx.actor);
    expect(answer).toMatchObject({ kind: "member", userId: user.id });
    expect(roundTrips).toBe(1);
  });

  it("is another one after the next sign-in, and the old one is over", async () => {
    const { browser, email } = await signedInPerson(stage);
    const [before] = await sessionsOf(email);
    stage.pass(hourMs);
    await signIn(stage, email, { asking: browser });
    const after = await sessionsOf(email);
    expect(after).toHaveLength(1);
    expect(after[0]?.id).not.toBe(before?.id);
  });

  it("ends by signing out, also for a copied cookie within a minute, and twice is fine", async () => {
    const { browser, email } = await signedInPerson(stage);
    const copy = new Map(browser.cookies);
    expect(await call(browser, (people) => people.signOut())).toEqual({ status: "signed_out" });
    expect(browser.cookies.has(session) || browser.cookies.has(cache)).toBe(false);
    expect(await sessionsOf(email)).toHaveLength(0);
    expect(await call(browser, (people) => people.signOut())).toEqual({ status: "signed_out" });
    stage.pass(61_000);
    for (const [name, value] of copy) browser.cookies.set(name, value);
    expect(await whoIs(browser)).toMatchObject(guest);
  });

  it("of an admin is looked up each time: a revoked one is over at once", async () => {
    const { browser, user } = await signedInPerson(stage);
    await stage.db.update(users).set({ role: "admin" }).where(eq(users.id, user.id));
    stage.pass(61_000);
    for (const cache of ["cold", "fresh"]) {
      const { answer, roundTrips } = await browser.ask(async (ctx) => ctx.actor);
      expect([cache, roundTrips]).toEqual([cache, 1]);
      expect(answer).toMatchObject({ role: "admin" });
    }
    await stage.db.delete(sessions).where(eq(sessions.userId, user.id));
    expect(await whoIs(browser)).toMatchObject(guest);
  });
});

describe("a database that is away", () => {
  it("is said to be away, and is not taken for a guest", async () => {
    const { browser } = await signedInPerson(stage);
    const lost = stage.browser({ database: { ...stage.database, proxyUrl: "http://127.0.0.1:1" } });
    for (const [name, value] of browser.cookies) lost.cookies.set(name, value);
    expect(await whoIs(lost)).toMatchObject({ kind: "member" });
    stage.pass(61_000);
    const failure = await whoIs(lost).catch((error) => toFailure(error));
    expect(failure).toMatchObject({ code: "UNAVAILABLE" });
    expect(lost.cookies.has(session)).toBe(true);
  });
});

describe("what a person sees of itself", () => {
  it("is known by its session alone, and nothing for a guest", async () => {
    const { browser, user } = await signedInPerson(stage);
    const me = await browser.ask((ctx) => callerOf(ctx).me());
    expect(me.roundTrips).toBe(0);
    expect(me.answer).toEqual({
      kind: "member",
      alias: user.alias,
      name: null,
      persona: "student",
      role: "student",
      minor: false,
      guardianState: "not_needed",
      shareConsent: true,
    });
    const nobody = await stage.browser().ask((ctx) => callerOf(ctx).me());
    expect(nobody).toMatchObject({ answer: { kind: "guest" }, roundTrips: 0 });
  });

  it("sees its whole account in one round trip", async () => {
    const { browser, email, user } = await signedInPerson(stage);
    const account = await browser.ask((ctx) => callerOf(ctx).account());
    expect(account.roundTrips).toBe(1);
    expect(account.answer).toMatchObject({ email, joinedAt: user.createdAt.getTime() });
  });

  it("may change its alias, which every later request knows", async () => {
    const { browser, user } = await signedInPerson(stage);
    const { alias } = await call(browser, (people) => people.newAlias());
    expect(alias).not.toBe(user.alias);
    expect(await whoIs(browser)).toMatchObject({ alias });
    await expect(call(stage.browser(), (people) => people.newAlias())).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });
});

describe("the seeded people", () => {
  it("are always the same, however often they are seeded", async () => {
    await seedPeople(stage.db, stage.clock.now());
    const before = await stage.db.select().from(users).orderBy(users.id);
    await seedPeople(stage.db, stage.clock.now() + dayMs);
    expect(await stage.db.select().from(users).orderBy(users.id)).toEqual(before);
    const minor = await accountOf(stage, "minor@demo.test");
    const parent = await accountOf(stage, "parent@demo.test");
    expect(minor).toMatchObject({ guardianId: parent.id, shareConsent: false, role: "student" });
    expect(await accountOf(stage, "admin@demo.test")).toMatchObject({ role: "admin" });
  });

  it("can sign in, and the minor is one", async () => {
    await seedPeople(stage.db, stage.clock.now());
    const asking = stage.browser();
    const answer = await signIn(stage, "minor@demo.test", { asking });
    expect(answer).toMatchObject({ status: "signed_in", joined: false });
    expect(await whoIs(asking)).toMatchObject({ alias: "Brave Hedgehog 63", minor: true });
    const adult = stage.browser();
    await signIn(stage, "student@demo.test", { asking: adult });
    expect(await whoIs(adult)).toMatchObject({ minor: false, shareConsent: true });
  });
});
