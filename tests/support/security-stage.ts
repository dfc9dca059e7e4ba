/** What the tests about sign-in security share: the procedures, called from a browser. */
import { eq } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { passkeys } from "#db/schema/sign-in.ts";
import type { UserId } from "#shared/ids.ts";
import { securityRouter } from "#workers/features/people/security.router.ts";
import { createCallerFactory, toAppError } from "#workers/platform/trpc.ts";
import { type PeopleStage, signedInPerson } from "./people-stage.ts";
import {
  createSoftwareAuthenticator,
  type Flaws,
  type SoftwareAuthenticator,
} from "./software-authenticator.ts";
import type { Asked, TestBrowser } from "./test-browser.ts";
import { workerTestUrl } from "./worker-test-vars.ts";

export const securityCaller = createCallerFactory(securityRouter);
export type SecurityCaller = ReturnType<typeof securityCaller>;

export const site = { origin: workerTestUrl, rpId: new URL(workerTestUrl).hostname };

/** Calls a security procedure from that browser; a failure is thrown as our own error. */
export async function asked<T>(
  from: TestBrowser,
  work: (security: SecurityCaller) => Promise<T>,
  headers?: Record<string, string>,
): Promise<Asked<T>> {
  return from.ask(async (ctx) => {
    try {
      return await work(securityCaller(ctx));
    } catch (error) {
      throw toAppError(error);
    }
  }, headers);
}

/** The answer alone. */
export async function secure<T>(
  from: TestBrowser,
  work: (security: SecurityCaller) => Promise<T>,
  headers?: Record<string, string>,
): Promise<T> {
  return (await asked(from, work, headers)).answer;
}

/** A device with a passkey of whoever is signed in there. */
export async function addPasskey(
  browser: TestBrowser,
  options: { counts?: boolean } = {},
): Promise<SoftwareAuthenticator> {
  const device = createSoftwareAuthenticator(site, options);
  const started = await secure(browser, (security) => security.startPasskey());
  const response = device.create(started.options.challenge);
  const answer = await secure(browser, (security) => security.confirmPasskey({ response }));
  if (answer.status !== "added") throw new Error(`the passkey was not added: ${answer.status}`);
  return device;
}

export const passkeysOf = (stage: PeopleStage, userId: UserId) =>
  stage.db.select().from(passkeys).where(eq(passkeys.userId, userId));

/** Of a sign-in that begins in that browser. */
export const challengeOf = async (browser: TestBrowser) =>
  (await secure(browser, (security) => security.startPasskeySignIn())).options.challenge;

/** A signed-in person who has become an admin. */
export async function signedInAdmin(stage: PeopleStage) {
  const person = await signedInPerson(stage, { persona: "tutor" });
  await stage.db.update(users).set({ role: "admin" }).where(eq(users.id, person.user.id));
  // The session's cookie still says tutor.
  stage.pass(61_000);
  return person;
}

/** Copies a browser's cookies, as a thief would. */
export function copyOf(stage: PeopleStage, browser: TestBrowser, more = {}): TestBrowser {
  const copy = stage.browser(more);
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
  return copy;
}

/** Answers of a device that prove nothing, by what is wrong with them. */
export const flawedAnswers: Record<string, Flaws> = {
  "another site's origin": { origin: "https://evil.test" },
  "another site's host": { rpId: "evil.test" },
  "a challenge nobody gave": { challenge: "AAAA" },
  "no finger, face or PIN": { unverified: true },
  "the other ceremony": { type: "webauthn.other" },
};
