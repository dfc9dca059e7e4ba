import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions } from "#db/schema/people.ts";
import { recoveryCodes, secondFactors } from "#db/schema/sign-in.ts";
import { minuteMs, signedInPerson, signIn, stagePeople } from "#tests/support/people-stage.ts";
import { asked, copyOf, secure, signedInAdmin } from "#tests/support/security-stage.ts";
import type { TestBrowser } from "#tests/support/test-browser.ts";
import { metricsRouter } from "#workers/features/metrics/metrics.router.ts";
import { currentStep, totpCode } from "#workers/features/people/totp.ts";
import { createCallerFactory, toAppError } from "#workers/platform/trpc.ts";

const stage = stagePeople();

const metrics = createCallerFactory(metricsRouter);
const readsK = (browser: TestBrowser) =>
  browser
    .ask((ctx) => metrics(ctx).kFactor({}))
    .then(
      () => "reads",
      (error: unknown) => toAppError(error).code,
    );
const codeNow = (secret: string) => totpCode(secret, currentStep(stage.clock.now()));
const given = { status: "given", returnTo: "/home" };
const give = (browser: TestBrowser, code: string) =>
  secure(browser, (security) => security.checkSecondFactor({ code }));

/** An admin whose app is enrolled, in the browser that enrolled it. */
async function enrolledAdmin() {
  const person = await signedInAdmin(stage);
  const { secret } = await secure(person.browser, (security) => security.startSecondFactor());
  const code = await codeNow(secret);
  const answer = await secure(person.browser, (s) => s.confirmSecondFactor({ code }));
  if (answer.status !== "enrolled") throw new Error(`not enrolled: ${answer.status}`);
  stage.pass(minuteMs);
  return { ...person, secret, codes: answer.recoveryCodes };
}

/** The same admin in another browser, signed in by mail. */
async function secondBrowser(email: string): Promise<TestBrowser> {
  const asking = stage.browser();
  await signIn(stage, email, { asking });
  return asking;
}

describe("enrolling", () => {
  it("takes a right code, answers ten recovery codes once, and keeps nothing readable", async () => {
    const { browser, user } = await signedInAdmin(stage);
    const begun = await asked(browser, (security) => security.startSecondFactor());
    const { secret, uri } = begun.answer;
    expect(begun.roundTrips).toBe(2); // one is the look at an admin's session
    expect(new URL(uri).searchParams.get("secret")).toBe(secret);
    const wrong = await secure(browser, (s) => s.confirmSecondFactor({ code: "000000" }));
    expect(wrong).toEqual({ status: "wrong_code" });
    const code = await codeNow(secret);
    const ended = await asked(browser, (s) => s.confirmSecondFactor({ code }));
    expect(ended.roundTrips).toBe(3);
    const { recoveryCodes: codes = [] } = ended.answer as { recoveryCodes?: string[] };
    expect(codes).toHaveLength(10);
    const [kept] = await stage.db
      .select()
      .from(secondFactors)
      .where(eq(secondFactors.userId, user.id));
    const hashes = await stage.db
      .select()
      .from(recoveryCodes)
      .where(eq(recoveryCodes.userId, user.id));
    const stored = JSON.stringify([kept, hashes]);
    for (const hidden of [secret, ...codes, ...codes.map((one) => one.replace("-", ""))]) {
      expect(stored).not.toContain(hidden);
    }
    expect(await secure(browser, (s) => s.secondFactor())).toEqual({
      state: "given",
      required: false,
      recoveryCodesLeft: 10,
    });
    expect(await readsK(browser)).toBe("reads");
  });

  it("happens once, also when confirmed 20 times in parallel, and cannot be begun again", async () => {
    const { browser, user } = await signedInAdmin(stage);
    const { secret } = await secure(browser, (security) => security.startSecondFactor());
    const code = await codeNow(secret);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        secure(copyOf(stage, browser), (s) => s.confirmSecondFactor({ code })),
      ),
    );
    const enrolled = answers.filter(
      (one) => one.status === "fulfilled" && one.value.status === "enrolled",
    );
    expect(enrolled).toHaveLength(1);
    const kept = await stage.db
      .select()
      .from(recoveryCodes)
      .where(eq(recoveryCodes.userId, user.id));
    expect(kept).toHaveLength(10);
    const again = secure(browser, (security) => security.startSecondFactor());
    await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("makes the admin's other sessions give a code", async () => {
    const { browser, email } = await signedInAdmin(stage);
    const other = await secondBrowser(email);
    expect(await readsK(other)).toBe("reads");
    const { secret } = await secure(browser, (security) => security.startSecondFactor());
    const code = await codeNow(secret);
    await secure(browser, (s) => s.confirmSecondFactor({ code }));
    expect(await readsK(other)).toBe("SECOND_FACTOR_NEEDED");
    expect(await readsK(browser)).toBe("reads");
  });

  it("is for admins alone", async () => {
    const { browser } = await signedInPerson(stage);
    for (const call of [
      () => secure(browser, (s) => s.startSecondFactor()),
      () => secure(browser, (s) => s.secondFactor()),
      () => give(browser, "123456"),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("is asked for before admin procedures where it is required, and not where it is optional", async () => {
    const { browser } = await signedInAdmin(stage);
    const strict = copyOf(stage, browser, { config: { ADMIN_SECOND_FACTOR: "required" } });
    expect(await readsK(strict)).toBe("SECOND_FACTOR_NEEDED");
    expect(await secure(strict, (s) => s.secondFactor())).toMatchObject({
      state: "off",
      required: true,
    });
    expect(await readsK(browser)).toBe("reads");
    for (const scope of ["admin:read", "admin:write"] as const) {
      const token = secure(strict, (s) => s.createToken({ name: "x", scopes: [scope], days: 1 }));
      await expect(token).rejects.toMatchObject({ code: "SECOND_FACTOR_NEEDED" });
    }
  });
});

describe("a new session of an enrolled admin", () => {
  it("is signed in, but reaches no admin procedure until the code was given for it", async () => {
    const { email, secret } = await enrolledAdmin();
    const browser = await secondBrowser(email);
    expect(await secure(browser, (s) => s.secondFactor())).toMatchObject({ state: "needed" });
    expect(await readsK(browser)).toBe("SECOND_FACTOR_NEEDED");
    const token = secure(browser, (s) =>
      s.createToken({ name: "x", scopes: ["links:read"], days: 1 }),
    );
    await expect(token).rejects.toMatchObject({ code: "SECOND_FACTOR_NEEDED" });
    await expect(secure(browser, (s) => s.startPasskey())).rejects.toMatchObject({
      code: "SECOND_FACTOR_NEEDED",
    });
    const answered = await asked(browser, async (s) =>
      s.checkSecondFactor({ code: await codeNow(secret) }),
    );
    expect(answered).toMatchObject({ answer: { status: "given" }, roundTrips: 3 });
    expect(await readsK(browser)).toBe("reads");
    const third = await secondBrowser(email);
    expect(await readsK(third)).toBe("SECOND_FACTOR_NEEDED");
  });

  it("takes each code once: one of 20 parallel uses, in 20 sessions, and none later", async () => {
    const { email, secret } = await enrolledAdmin();
    const first = await secondBrowser(email);
    const code = await codeNow(secret);
    // As many as may be tried at once; the others wait.
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => give(copyOf(stage, first), code)),
    );
    expect(answers.filter(({ status }) => status === "given")).toHaveLength(1);
    stage.pass(24 * 60 * minuteMs - 120_000);
    const later = await secondBrowser(email);
    expect((await give(later, code)).status).toBe("wrong_code");
  });

  it("does not take the code of a step before one that was taken", async () => {
    const { email, secret } = await enrolledAdmin();
    const step = currentStep(stage.clock.now());
    const [one, other] = [await secondBrowser(email), await secondBrowser(email)];
    expect(await give(one, await totpCode(secret, step + 1))).toEqual(given);
    expect(await give(other, await totpCode(secret, step))).toEqual({ status: "wrong_code" });
  });

  it("takes each recovery code once, however it is typed, and counts them down", async () => {
    const { email, codes } = await enrolledAdmin();
    const [one, other] = [await secondBrowser(email), await secondBrowser(email)];
    const [first = "", second = ""] = codes;
    const raced = await Promise.all(
      Array.from({ length: 5 }, () => give(copyOf(stage, one), first.toUpperCase())),
    );
    expect(raced.filter(({ status }) => status === "given")).toHaveLength(1);
    expect(await give(other, first)).toEqual({ status: "wrong_code" });
    expect(await give(other, second.replace("-", " "))).toEqual(given);
    expect(await secure(other, (s) => s.secondFactor())).toMatchObject({ recoveryCodesLeft: 8 });
  });

  it("takes no code of somebody else's", async () => {
    const [one, other] = [await enrolledAdmin(), await enrolledAdmin()];
    const browser = await secondBrowser(one.email);
    expect(await give(browser, await codeNow(other.secret))).toEqual({ status: "wrong_code" });
    expect(await give(browser, other.codes[0] ?? "")).toEqual({ status: "wrong_code" });
  });
});

describe("wrong codes", () => {
  it("are five in a row, also in parallel; then even a right one waits, and longer each time", async () => {
    const { email, secret, user } = await enrolledAdmin();
    const browser = await secondBrowser(email);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => give(copyOf(stage, browser), "000000")),
    );
    expect(answers.filter(({ status }) => status === "wrong_code")).toHaveLength(5);
    const right = await give(browser, await codeNow(secret));
    expect(right).toEqual({ status: "wait", retryAfterS: 15 * 60 });
    stage.pass(15 * minuteMs);
    for (let i = 0; i < 5; i++) await give(browser, "000000");
    expect(await give(browser, await codeNow(secret))).toEqual({
      status: "wait",
      retryAfterS: 30 * 60,
    });
    stage.pass(30 * minuteMs);
    expect(await give(browser, await codeNow(secret))).toEqual(given);
    const [row] = await stage.db
      .select()
      .from(secondFactors)
      .where(eq(secondFactors.userId, user.id));
    expect(row).toMatchObject({ wrongTries: 0, waitUntil: null });
  });

  it("are refused in any form, and too long ones as bad input", async () => {
    const { email } = await enrolledAdmin();
    const browser = await secondBrowser(email);
    for (const code of ["abc", "12345", "1234567", "' or 1=1"]) {
      expect(await give(browser, code), code).toEqual({ status: "wrong_code" });
    }
    for (const code of ["", "0".repeat(33)]) {
      await expect(give(browser, code)).rejects.toMatchObject({ code: "BAD_INPUT" });
    }
    const none = await signedInAdmin(stage);
    await expect(give(none.browser, "123456")).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("turning it off", () => {
  it("needs a code, forgets everything, and asks for enrolling again where it is required", async () => {
    const { browser, secret, user, email } = await enrolledAdmin();
    const off = (code: string) => secure(browser, (s) => s.revokeSecondFactor({ code }));
    expect(await off("000000")).toEqual({ status: "wrong_code" });
    expect(await off(await codeNow(secret))).toEqual({ status: "revoked" });
    const left = await Promise.all([
      stage.db.select().from(secondFactors).where(eq(secondFactors.userId, user.id)),
      stage.db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, user.id)),
    ]);
    expect(left.flat()).toEqual([]);
    const [session] = await stage.db.select().from(sessions).where(eq(sessions.userId, user.id));
    expect(session?.secondFactorAt).toBeNull();
    expect(await readsK(await secondBrowser(email))).toBe("reads");
  });

  it("takes a recovery code, once", async () => {
    const { browser, codes } = await enrolledAdmin();
    const code = codes[3] ?? "";
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        secure(copyOf(stage, browser), (s) => s.revokeSecondFactor({ code })),
      ),
    );
    const gone = answers.filter(
      (one) => one.status === "fulfilled" && one.value.status === "revoked",
    );
    expect(gone).toHaveLength(1);
  });
});
